import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { usePreferences } from '#renderer/shell/preferences.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { EmptyState } from '../display/empty-state.tsx'
import { isDamage } from '../form/refusal.ts'
import { Dialog } from '../layers/dialog.tsx'
import { PickList } from '../layers/pick-list.tsx'
import { ListFilter, type FilterChip } from './list-filter.tsx'
import { nextSort, useListState, type ListSort, type ListState } from './list-state.ts'
import { useWindowedRows, type RowSource } from './use-windowed-rows.ts'
import {
  isSelected,
  moveTo,
  nothingSelected,
  selectedCount,
  toggled,
  typedWord,
  withRows,
  type Selection,
} from './windowing.ts'
import classes from './list.module.css'

export interface Column<R> {
  id: string
  label: string
  cell: (row: R) => ReactNode
  /** Pixels; the first column without a width takes what is left. */
  width?: number
  align?: 'end'
  /** The office can sort by it. */
  sorts?: boolean
  /** Draws the cell as the link that opens the row; stays in view when the grid scrolls sideways. */
  primary?: boolean
}

/** A name in a cell: what has no room ends in „…“ and stands whole in the hint. */
export function Cut({ text }: { text: string }) {
  return (
    <span className={classes.cut} title={text} lang="bg">
      {text}
    </span>
  )
}

export interface RowAction<R> {
  label: string
  run: (row: R) => void
}

export interface DataListProps<R> {
  /** Name under which its state is remembered: `people`. */
  id: string
  label: string
  columns: readonly Column<R>[]
  /** Where the rows come from; called with the remembered filter and sort. */
  source: (state: Pick<ListState, 'text' | 'sort'>) => RowSource<R>
  rowId: (row: R) => string
  /** Text for typing letters, when rows at hand are searched; the office's `jump` reaches all. */
  rowText?: (row: R) => string
  jump?: (text: string, state: Pick<ListState, 'text' | 'sort'>) => Promise<number | undefined>
  onOpen: (row: R) => void
  onOpenBeside?: (row: R) => void
  rowActions?: (row: R) => readonly RowAction<R>[]
  defaultSort?: readonly ListSort[]
  /** Rows can be chosen (Space, Shift+↑↓, Ctrl+A). */
  selectable?: boolean
  /** Free text filter; off for short lists and where only the fields of the page narrow it. */
  filterable?: boolean
  /** Fields of the filter bar beside the free text, as the page draws them. */
  filters?: ReactNode
  chips?: readonly FilterChip[]
  onClearFilters?: () => void
  /** „240 лица“: `t('people:count', { count })`. */
  countText: (total: number) => string
  /** Buttons of the footer: what is done with the shown or the selected. */
  pileActions?: (given: {
    selection: Selection
    selected: number
    total: number
    state: ListState
  }) => ReactNode
  empty: ReactNode
  /** What is said when the filter leaves nothing; in the list's own words where it has them. */
  nothing?: string
  /** Goes to this row when it is given anew, and takes the keys. */
  reveal?: { index: number } | undefined
  /** Takes the focus when the page opens; off where the list is not the main thing. */
  autoFocus?: boolean
}

/**
 * A list of any length: rows drawn and fetched only around the screen, true counts for screen
 * readers, all by keyboard, filter, sort, selection and place remembered.
 */
export function DataList<R>(props: DataListProps<R>) {
  const {
    id,
    columns,
    rowId,
    onOpen,
    selectable,
    filterable = true,
    chips = [],
    autoFocus = true,
  } = props
  const { t } = useTranslation()
  const domId = useId()
  const [state, setState] = useListState(id, props.defaultSort)
  const { density } = usePreferences()
  const rowHeight = density === 'compact' ? 28 : 32
  const grid = useRef<HTMLDivElement>(null)
  const filter = useRef<HTMLDivElement>(null)
  const hasFilter = filterable || props.filters !== undefined
  const word = useRef({ text: '', at: 0 })
  const anchor = useRef<number>(undefined)
  const [said, setSaid] = useState('')
  const [menuRow, setMenuRow] = useState<R>()

  const [range, setRange] = useState({ first: 0, last: 40 })
  const rows = useWindowedRows(
    props.source({ text: state.text, sort: state.sort }),
    range.first,
    range.last,
  )
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: state.scrollTop,
  })
  const drawn = virtual.getVirtualItems()
  const first = drawn[0]?.index ?? 0
  const last = drawn.at(-1)?.index ?? 0
  if (first !== range.first || last !== range.last) setRange({ first, last })

  useLayoutEffect(() => {
    virtual.measure()
  }, [virtual, rowHeight])

  // The place is kept when one leaves, not on every scroll: scrolling must not draw the page anew.
  useEffect(() => {
    const place = grid.current
    return () => {
      setState((now) => ({ ...now, scrollTop: place?.scrollTop ?? now.scrollTop }))
    }
  }, [setState])

  const active = Math.min(state.active, Math.max(0, rows.total - 1))
  const activeRow = rows.rowAt(active)
  const goTo = (index: number) => {
    setState((now) => ({ ...now, active: index }))
    virtual.scrollToIndex(index)
  }
  const { reveal } = props
  useEffect(() => {
    if (!reveal) return
    setState((now) => ({ ...now, active: reveal.index }))
    virtual.scrollToIndex(reveal.index, { align: 'center' })
    grid.current?.focus()
    // Only when it is asked for anew: whoever has moved on is not called back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [reveal])
  const select = (selection: Selection) => {
    setState((now) => ({ ...now, selection }))
    setSaid(t('shell:list.selected', { count: selectedCount(selection, rows.total) }))
  }

  const toFilter = () => filter.current?.querySelector<HTMLElement>('input, select')?.focus()
  useKey('Ctrl+F', t('shell:keys.filter'), toFilter, { scope: 'list', enabled: hasFilter })

  const jumpTo = async (letter: string) => {
    word.current = typedWord(word.current, letter, Date.now())
    const text = word.current.text.toLocaleLowerCase('bg')
    if (props.jump) {
      const found = await props.jump(text, state)
      if (found !== undefined) goTo(found)
      return
    }
    for (let step = text.length > 1 ? 0 : 1; step < rows.total; step += 1) {
      const index = (active + step) % rows.total
      const row = rows.rowAt(index)
      if (row && props.rowText?.(row).toLocaleLowerCase('bg').startsWith(text)) {
        goTo(index)
        return
      }
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== grid.current || event.altKey || event.metaKey) return
    const perPage = Math.max(
      1,
      Math.floor((grid.current.clientHeight - headHeight) / rowHeight) - 1,
    )
    const to = event.ctrlKey ? undefined : moveTo(event.code, active, rows.total, perPage)
    if (to !== undefined) {
      if (event.shiftKey && selectable) {
        anchor.current ??= active
        const [from, until] = [Math.min(anchor.current, to), Math.max(anchor.current, to)]
        const ids = Array.from({ length: until - from + 1 }, (_, step) => rows.rowAt(from + step))
          .filter((row) => row !== undefined)
          .map(rowId)
        select(withRows(state.selection, ids))
      } else anchor.current = undefined
      goTo(to)
    } else if (event.key === 'Enter') {
      if (!activeRow) return
      if (event.ctrlKey) (props.onOpenBeside ?? onOpen)(activeRow)
      else onOpen(activeRow)
    } else if (event.code === 'Space' && selectable) {
      if (activeRow) select(toggled(state.selection, rowId(activeRow)))
    } else if (event.ctrlKey && event.code === 'KeyA' && selectable) {
      select({ mode: 'all', except: new Set() })
    } else if (event.code === 'ContextMenu' || (event.shiftKey && event.code === 'F10')) {
      if (activeRow && props.rowActions) setMenuRow(activeRow)
    } else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey) {
      void jumpTo(event.key)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const sortBy = (column: string, second: boolean) => {
    setState((now) => ({ ...now, sort: nextSort(now.sort, column, second), active: 0 }))
    virtual.scrollToOffset(0)
  }

  const selected = selectedCount(state.selection, rows.total)
  const filtered = state.text !== '' || chips.length > 0
  const template = [
    ...(selectable ? ['36px'] : []),
    ...columns.map((column) => (column.width ? `${String(column.width)}px` : 'minmax(220px, 1fr)')),
  ].join(' ')
  // Heads and rows share one width: grids of their own would each take what their text needs.
  const listWidth = columns.reduce(
    (sum, column) => sum + (column.width ?? 220),
    selectable ? 36 : 0,
  )
  const columnShift = selectable ? 2 : 1

  return (
    <div className={classes.list}>
      {hasFilter ? (
        <ListFilter
          ref={filter}
          free={filterable}
          label={t('shell:list.filter', { list: props.label })}
          text={state.text}
          onText={(text) => {
            setState((now) => ({ ...now, text, active: 0, selection: nothingSelected }))
            grid.current?.scrollTo(0, 0)
          }}
          onDown={() => grid.current?.focus()}
          chips={chips}
          onClear={() => {
            setState((now) => ({ ...now, text: '', active: 0 }))
            props.onClearFilters?.()
          }}
        >
          {props.filters}
        </ListFilter>
      ) : null}
      <div
        ref={grid}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.total + 1}
        aria-colcount={columns.length + columnShift - 1}
        aria-multiselectable={selectable ? true : undefined}
        aria-activedescendant={rows.total > 0 ? `${domId}-row-${String(active)}` : undefined}
        aria-busy={rows.opening || rows.stale}
        tabIndex={0}
        // One comes to a list to work in it: the keys go there unless something else was asked for.
        data-arrival={autoFocus && rows.total > 0 ? '' : undefined}
        className={classes.grid}
        data-stale={rows.stale ? '' : undefined}
        style={
          { '--columns': template, '--list-width': `${String(listWidth)}px` } as React.CSSProperties
        }
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} className={classes.row}>
            {selectable ? (
              <div role="columnheader" aria-colindex={1} className={classes.cell}>
                <span className="o-hidden">{t('shell:list.choice')}</span>
              </div>
            ) : null}
            {columns.map((column, index) => {
              const sort = state.sort.find((own) => own.column === column.id)
              return (
                <div
                  key={column.id}
                  role="columnheader"
                  aria-colindex={index + columnShift}
                  aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : undefined}
                  className={classes.cell}
                  data-align={column.align}
                  data-primary={column.primary ? '' : undefined}
                >
                  {column.sorts ? (
                    <button
                      type="button"
                      onClick={(event) => {
                        sortBy(column.id, event.shiftKey)
                      }}
                    >
                      {column.label}
                      {sort ? (
                        sort.descending ? (
                          <ArrowDown size={14} aria-hidden />
                        ) : (
                          <ArrowUp size={14} aria-hidden />
                        )
                      ) : null}
                    </button>
                  ) : (
                    column.label
                  )}
                </div>
              )
            })}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {drawn.map((item) => {
            const row = rows.rowAt(item.index)
            const chosen = row !== undefined && isSelected(state.selection, rowId(row))
            return (
              <div
                key={item.key}
                id={`${domId}-row-${String(item.index)}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={selectable ? chosen : undefined}
                className={classes.row}
                data-active={item.index === active ? '' : undefined}
                data-chosen={chosen ? '' : undefined}
                data-odd={item.index % 2 ? '' : undefined}
                style={{
                  height: item.size,
                  transform: `translateY(${String(item.start - headHeight)}px)`,
                }}
                onClick={() => {
                  anchor.current = undefined
                  setState((now) => ({ ...now, active: item.index }))
                }}
                onDoubleClick={() => {
                  if (row) onOpen(row)
                }}
                onContextMenu={(event) => {
                  if (!row || !props.rowActions) return
                  event.preventDefault()
                  setState((now) => ({ ...now, active: item.index }))
                  setMenuRow(row)
                }}
              >
                {selectable ? (
                  <div role="gridcell" aria-colindex={1} className={classes.cell}>
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label={t('shell:list.choose')}
                      checked={chosen}
                      disabled={!row}
                      onChange={() => {
                        if (row) select(toggled(state.selection, rowId(row)))
                      }}
                    />
                  </div>
                ) : null}
                {columns.map((column, index) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    aria-colindex={index + columnShift}
                    className={classes.cell}
                    data-align={column.align}
                    data-primary={column.primary ? '' : undefined}
                  >
                    {row === undefined ? null : column.primary ? (
                      <button
                        type="button"
                        tabIndex={-1}
                        className="o-link-button"
                        onClick={() => {
                          onOpen(row)
                        }}
                      >
                        {column.cell(row)}
                      </button>
                    ) : (
                      column.cell(row)
                    )}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
        {rows.total === 0 && !rows.opening ? (
          <div role="row" className={classes.nothing}>
            <div role="gridcell">
              {rows.error ? (
                <EmptyState
                  text={isDamage(rows.error) ? t('problems:officeDamaged') : t('errors:listFailed')}
                  actions={
                    <button
                      type="button"
                      className="o-link-button"
                      onClick={() => void rows.refetch()}
                    >
                      {t('common:retry')}
                    </button>
                  }
                />
              ) : filtered ? (
                <EmptyState
                  text={props.nothing ?? t('shell:list.nothing', { list: props.label })}
                />
              ) : (
                props.empty
              )}
            </div>
          </div>
        ) : null}
      </div>
      <div className={classes.footer}>
        <span>
          {/* „Няма …“ is said when it is known, not while the first rows are on their way. */}
          {rows.total === 0 && (rows.opening || rows.error) ? '' : props.countText(rows.total)}
          {selected > 0 ? ` · ${t('shell:list.selected', { count: selected })}` : ''}
        </span>
        {selected > 0 ? (
          <button
            type="button"
            className="o-link-button"
            onClick={() => {
              select(nothingSelected)
            }}
          >
            {t('shell:list.unselect')}
          </button>
        ) : null}
        <span className={classes.footerActions}>
          {props.pileActions?.({ selection: state.selection, selected, total: rows.total, state })}
        </span>
        <span className="o-hidden" role="status">
          {said}
        </span>
      </div>
      {menuRow && props.rowActions ? (
        <Dialog
          title={t('shell:list.rowMenu')}
          onClose={() => {
            setMenuRow(undefined)
          }}
        >
          <PickList
            label={t('shell:list.rowMenu')}
            digits
            options={props
              .rowActions(menuRow)
              .map((action, index) => ({ value: String(index), label: action.label }))}
            onPick={(value) => {
              const action = props.rowActions?.(menuRow)[Number(value)]
              setMenuRow(undefined)
              action?.run(menuRow)
            }}
          />
        </Dialog>
      ) : null}
    </div>
  )
}

/** Height of the column heads, in pixels. */
const headHeight = 32
