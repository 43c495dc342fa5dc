import type { ProviderFacts } from '#domain/papers/parties.ts'
import type { CellKind } from '#domain/lists/shape.ts'
import { formatDate, formatInstant } from '#domain/text/format.ts'
import type { ListData } from '#papers/layout-data.ts'
import { letterheadOf, type Built } from '../kit/frame.ts'

export interface ListFacts {
  provider: ProviderFacts
  title: string
  /** View, filters and text that the list is narrowed to, in words. */
  said: readonly string[]
  /** „240 договора“ */
  count: string
  /** Instant, and its civil date in the office. */
  printedAt: string
  printedOn: string
  printedBy: string
  /** `width` in pixels of the screen; null: takes what is left. */
  columns: readonly { title: string; kind: CellKind; end: boolean; width: number | null }[]
  rows: readonly (readonly string[])[]
}

/** Wider than this on the screen, a list lies on its side. */
const uprightPixels = 620
/** What the column without a width needs: a long name. */
const namePixels = 200

/** A list as it stood at a moment: neither numbered nor frozen, made anew each time. */
export function buildList(facts: ListFacts): Omit<Built<ListData>, 'dataHash'> {
  const { provider, title, columns } = facts
  const pixels = columns.reduce((sum, { width }) => sum + (width ?? namePixels), 0)
  return {
    textVersion: 'list/1',
    documentDate: facts.printedOn,
    data: {
      frame: {
        title: `${title}, ${formatDate(facts.printedOn)}`,
        author: provider.municipality,
        draft: false,
        demo: provider.demo,
        letterhead: letterheadOf(provider),
        foot: {
          left: title,
          small: `Отпечатан на ${formatInstant(facts.printedAt)} от ${facts.printedBy}`,
        },
      },
      title,
      said: [...facts.said],
      count: facts.count,
      flipped: pixels > uprightPixels,
      columns: columns.map((column, at) => ({
        title: column.title,
        share: column.width ?? namePixels,
        end: column.end || isFigure(column.kind),
        millimetres: isWhole(column.kind) ? widthOf(facts, at) : null,
      })),
      rows: facts.rows.map((row) => [...row]),
    },
  }
}

const isFigure = (kind: CellKind) => kind === 'number' || kind === 'minutes' || kind === 'cents'

/** Dates and numbers are read at a glance: they stand on one line. */
const isWhole = (kind: CellKind) => isFigure(kind) || kind === 'date' || kind === 'idNumber'

/** The widest figure and the longest word of a head, in the layout's size of type, with its margins. */
const ofSign = { cell: 1.62, head: 2.0 }
const margins = 3.8

/** Reckoned here: left to the layout, it would measure every cell of the list. */
function widthOf({ columns, rows }: ListFacts, at: number): number {
  const cell = Math.max(0, ...rows.map((row) => row[at]?.length ?? 0))
  const words = columns[at]?.title.split(/[\s-]/) ?? []
  const head = Math.max(0, ...words.map((word) => word.length))
  return Math.ceil(Math.max(cell * ofSign.cell, head * ofSign.head) + margins)
}
