import type { VirtualItem } from '@tanstack/react-virtual'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { Column } from './column.tsx'
import { headHeight } from './list-head.tsx'
import { isSelected, type Selection } from './windowing.ts'
import classes from './list.module.css'

interface RowProps<R> {
  columns: readonly Column<R>[]
  rowId: (row: R) => string
  selectable: boolean
  selection: Selection
  onOpen: (row: R) => void
  onPlace: (index: number) => void
  onToggle: (row: R) => void
  onMenu: ((row: R) => void) | undefined
}

/** The rows around the screen, each at its own height of the whole. */
export function ListRows<R>(
  props: RowProps<R> & {
    height: number
    drawn: readonly VirtualItem[]
    rowAt: (index: number) => R | undefined
    active: number
    idOf: (index: number) => string
  },
) {
  const { height, drawn, rowAt, active, idOf, ...own } = props
  return (
    <div role="rowgroup" className={classes.body} style={{ height }}>
      {drawn.map((item) => (
        <Row
          key={item.key}
          {...own}
          id={idOf(item.index)}
          item={item}
          row={rowAt(item.index)}
          active={item.index === active}
        />
      ))}
    </div>
  )
}

function Row<R>(
  props: RowProps<R> & { id: string; item: VirtualItem; row: R | undefined; active: boolean },
) {
  const { id, item, row, active, columns, rowId, selectable, onOpen, onPlace, onMenu } = props
  const chosen = row !== undefined && isSelected(props.selection, rowId(row))
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={item.index + 2}
      aria-selected={selectable ? chosen : undefined}
      className={classes.row}
      data-active={active ? '' : undefined}
      data-chosen={chosen ? '' : undefined}
      data-odd={item.index % 2 ? '' : undefined}
      style={{
        height: item.size,
        transform: `translateY(${String(item.start - headHeight)}px)`,
      }}
      onClick={() => {
        onPlace(item.index)
      }}
      onDoubleClick={() => {
        if (row) onOpen(row)
      }}
      onContextMenu={(event) => {
        if (!row || !onMenu) return
        event.preventDefault()
        onPlace(item.index)
        onMenu(row)
      }}
    >
      {selectable ? <Choice row={row} chosen={chosen} onToggle={props.onToggle} /> : null}
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={index + (selectable ? 2 : 1)}
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
}

function Choice<R>(props: { row: R | undefined; chosen: boolean; onToggle: (row: R) => void }) {
  const { t } = useTranslation()
  const { row, chosen, onToggle } = props
  return (
    <div role="gridcell" aria-colindex={1} className={classes.cell}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('shell:list.choose')}
        checked={chosen}
        disabled={!row}
        onChange={() => {
          if (row) onToggle(row)
        }}
      />
    </div>
  )
}
