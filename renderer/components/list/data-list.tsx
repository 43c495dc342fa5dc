import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { widthsOf, type Column } from './column.tsx'
import { ListFilter, type FilterChip } from './list-filter.tsx'
import { ListFooter } from './list-footer.tsx'
import { ListHead } from './list-head.tsx'
import { ListNothing } from './list-nothing.tsx'
import { ListRows } from './list-rows.tsx'
import { narrowed, nextSort, useListState, type ListSort, type ListState } from './list-state.ts'
import { RowMenu, type RowAction } from './row-menu.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useListWindow } from './use-list-window.ts'
import type { RowSource } from './use-windowed-rows.ts'
import { nothingSelected, selectedCount, toggled, type Selection } from './windowing.ts'
import classes from './list.module.css'

export interface DataListProps<R> {
  /** Name under which its state is remembered: `people`. */
  id: string
  label: string
  columns: readonly Column<R>[]
  /** Where the rows come from; called with what the list remembers. */
  source: (state: ListState) => RowSource<R>
  rowId: (row: R) => string
  /** Text for typing letters, when rows at hand are searched; the office's `jump` reaches all. */
  rowText?: ((row: R) => string) | undefined
  jump?: ((text: string, state: ListState) => Promise<number | undefined>) | undefined
  onOpen: (row: R) => void
  onOpenBeside?: (row: R) => void
  rowActions?: ((row: R) => readonly RowAction<R>[]) | undefined
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
  pileActions?: (given: { selected: number; total: number; state: ListState }) => ReactNode
  empty: ReactNode
  /** What is said when the filter leaves nothing; in the list's own words where it has them. */
  nothing?: string | undefined
  /** Goes to this row when it is given anew, and takes the keys. */
  reveal?: { index: number } | undefined
  /** Takes the focus when the page opens; off where the list is not the main thing. */
  autoFocus?: boolean | undefined
}

/**
 * A list of any length: rows drawn and fetched only around the screen, true counts for screen
 * readers, all by keyboard, filter, sort, selection and place remembered.
 */
export function DataList<R>(props: DataListProps<R>) {
  const { id, label, columns, rowId, onOpen, chips = [], reveal, rowActions } = props
  const { selectable = false, filterable = true, autoFocus = true } = props
  const { t } = useTranslation()
  const domId = useId()
  const idOf = (index: number) => `${domId}-row-${String(index)}`
  const [state, setState] = useListState(id, props.defaultSort)
  const { grid, rows, ...shown } = useListWindow(props.source(state), state, setState)
  const filter = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const [menuRow, setMenuRow] = useState<R>()

  const hasFilter = filterable || props.filters !== undefined
  const toFilter = () => filter.current?.querySelector<HTMLElement>('input, select')?.focus()
  useKey('Ctrl+F', t('shell:keys.filter'), toFilter, { scope: 'list', enabled: hasFilter })

  useEffect(() => {
    if (!reveal) return
    setState((now) => ({ ...now, active: reveal.index }))
    shown.show(reveal.index, 'center')
    grid.current?.focus()
    // Only when it is asked for anew: whoever has moved on is not called back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [reveal])

  const active = Math.min(state.active, Math.max(0, rows.total - 1))
  const selected = selectedCount(state.selection, rows.total)
  const select = (selection: Selection) => {
    setState((now) => ({ ...now, selection }))
    setSaid(t('shell:list.selected', { count: selectedCount(selection, rows.total) }))
  }
  const onMenu = rowActions ? (row: R) => setMenuRow(() => row) : undefined
  const { onKeyDown, dropAnchor } = useListKeys<R>({
    active,
    total: rows.total,
    rowAt: rows.rowAt,
    rowId,
    rowText: props.rowText,
    jump: props.jump && ((text) => props.jump?.(text, state) ?? Promise.resolve(undefined)),
    perPage: shown.perPage,
    selection: state.selection,
    selectable,
    goTo: (index) => {
      setState((now) => ({ ...now, active: index }))
      shown.show(index)
    },
    select,
    onOpen,
    onOpenBeside: props.onOpenBeside ?? onOpen,
    onMenu,
  })

  return (
    <div className={classes.list}>
      {hasFilter ? (
        <ListFilter
          ref={filter}
          free={filterable}
          label={t('shell:list.filter', { list: label })}
          text={state.text}
          onText={(text) => {
            setState((now) => narrowed(now, { text }))
            grid.current?.scrollTo(0, 0)
          }}
          onDown={() => grid.current?.focus()}
          chips={chips}
          onClear={() => {
            setState((now) => narrowed(now, { text: '' }))
            props.onClearFilters?.()
          }}
        >
          {props.filters}
        </ListFilter>
      ) : null}
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.total + 1}
        aria-colcount={columns.length + (selectable ? 1 : 0)}
        aria-multiselectable={selectable ? true : undefined}
        aria-activedescendant={rows.total > 0 ? idOf(active) : undefined}
        aria-busy={rows.opening || rows.stale}
        tabIndex={0}
        // One comes to a list to work in it: the keys go there unless something else was asked for.
        data-arrival={autoFocus && rows.total > 0 ? '' : undefined}
        className={classes.grid}
        data-stale={rows.stale ? '' : undefined}
        style={widthsOf(columns, selectable)}
        onKeyDown={onKeyDown}
      >
        <ListHead
          columns={columns}
          sort={state.sort}
          selectable={selectable}
          onSort={(column, second) => {
            setState((now) => ({ ...now, sort: nextSort(now.sort, column, second), active: 0 }))
            shown.toTop()
          }}
        />
        <ListRows
          columns={columns}
          rowId={rowId}
          selectable={selectable}
          selection={state.selection}
          onOpen={onOpen}
          onPlace={(index) => {
            dropAnchor()
            setState((now) => ({ ...now, active: index }))
          }}
          onToggle={(row) => {
            select(toggled(state.selection, rowId(row)))
          }}
          onMenu={onMenu}
          height={shown.height}
          drawn={shown.drawn}
          rowAt={rows.rowAt}
          active={active}
          idOf={idOf}
        />
        {rows.total === 0 && !rows.opening ? (
          <ListNothing
            error={rows.error}
            onRetry={() => void rows.refetch()}
            filtered={state.text !== '' || chips.length > 0}
            nothing={props.nothing ?? t('shell:list.nothing', { list: label })}
            empty={props.empty}
          />
        ) : null}
      </div>
      <ListFooter
        count={rows.total === 0 && (rows.opening || rows.error) ? '' : props.countText(rows.total)}
        selected={selected}
        onUnselect={() => {
          select(nothingSelected)
        }}
      >
        {props.pileActions?.({ selected, total: rows.total, state })}
      </ListFooter>
      <span className="o-hidden" role="status">
        {said}
      </span>
      {menuRow && rowActions ? (
        <RowMenu
          row={menuRow}
          actions={rowActions(menuRow)}
          onClose={() => {
            setMenuRow(undefined)
          }}
        />
      ) : null}
    </div>
  )
}
