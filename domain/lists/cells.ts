import {
  formatDate,
  formatHours,
  formatInstant,
  formatMoney,
  formatNumber,
} from '#domain/text/format.ts'
import { maskId } from '#domain/text/format-person.ts'
import type { CellContext, ListColumn, Wording } from './shape.ts'

/** Speaks the language of the reader. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string

/** What a cell holds for a workbook or another program: words said, the rest as it is kept. */
export function plainCell<Row>(
  column: ListColumn<Row>,
  row: Row,
  at: CellContext,
  say: Say,
): string | number | null {
  switch (column.kind) {
    case 'word': {
      const word = column.value(row, at)
      return word && said(word, say)
    }
    case 'words':
      return (
        column
          .value(row, at)
          ?.map((word) => said(word, say))
          .join(', ') ?? null
      )
    default:
      return column.value(row, at)
  }
}

/** A cell as it is read on the screen and on paper; a number of a person is masked. */
export function cellText<Row>(
  column: ListColumn<Row>,
  row: Row,
  at: CellContext,
  say: Say,
): string {
  const value = plainCell(column, row, at, say)
  if (value === null) return ''
  if (typeof value === 'number') {
    if (column.kind === 'minutes') return formatHours(value)
    if (column.kind === 'cents') return formatMoney(value, column.currency)
    return formatNumber(value)
  }
  if (column.kind === 'date') return formatDate(value)
  if (column.kind === 'instant') return formatInstant(value)
  return column.kind === 'idNumber' ? maskId(value) : value
}

const said = ({ key, params }: Wording, say: Say): string => say(key, params)
