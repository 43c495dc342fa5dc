import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { Column } from './column.tsx'
import type { ListSort } from './list-state.ts'
import classes from './list.module.css'

/** Height of the column heads, in pixels. */
export const headHeight = 32

/** Names of the columns; those that sort are buttons, with Shift for the second order. */
export function ListHead<R>(props: {
  columns: readonly Column<R>[]
  sort: readonly ListSort[]
  selectable: boolean
  onSort: (column: string, second: boolean) => void
}) {
  const { t } = useTranslation()
  const { columns, sort, selectable, onSort } = props
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        {selectable ? (
          <div role="columnheader" aria-colindex={1} className={classes.cell}>
            <span className="o-hidden">{t('shell:list.choice')}</span>
          </div>
        ) : null}
        {columns.map((column, index) => {
          const place = sort.findIndex((own) => own.column === column.id)
          const descending = sort[place]?.descending
          const Arrow = descending ? ArrowDown : ArrowUp
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + (selectable ? 2 : 1)}
              aria-sort={place < 0 ? undefined : descending ? 'descending' : 'ascending'}
              className={classes.cell}
              data-align={column.align}
              data-primary={column.primary ? '' : undefined}
            >
              {column.sorts ? (
                <button
                  type="button"
                  title={t('shell:list.sortHint')}
                  onClick={(event) => {
                    onSort(column.id, event.shiftKey)
                  }}
                >
                  {column.label}
                  {place < 0 ? null : <Arrow size={14} aria-hidden />}
                  {/* Which of the two comes first is to be seen, not guessed. */}
                  {sort.length > 1 && place >= 0 ? (
                    <span className={classes.place}>{place + 1}</span>
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
  )
}
