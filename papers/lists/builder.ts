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
  const flipped = pixelsOf(columns) > uprightPixels
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
      flipped,
      columns: widths(facts, flipped),
      rows: facts.rows.map((row) => [...row]),
    },
  }
}

const pixelsOf = (columns: ListFacts['columns']) =>
  columns.reduce((sum, { width }) => sum + (width ?? namePixels), 0)

const isFigure = (kind: CellKind) => kind === 'number' || kind === 'minutes' || kind === 'cents'

/** Dates and numbers are read at a glance: they stand on one line. */
const isWhole = (kind: CellKind) => isFigure(kind) || kind === 'date' || kind === 'idNumber'

/** The widest figure and the longest word of a head, in the layout's size of type, with its margins. */
const ofSign = { cell: 1.62, head: 2.0 }
const margins = 3.8
/** Between the margins of the page, upright and on its side. */
const between = { upright: 180, flipped: 267 }
/** However long a number of a contract is: the other columns need room, too. */
const widestWord = 50

/**
 * What each column is given. Reckoned here: left to the layout, it would measure every cell of the
 * list. A column of text whose longest word does not fit its share is as wide as that word.
 */
function widths(facts: ListFacts, flipped: boolean): ListData['columns'] {
  const fixed = facts.columns.map(({ kind }, at) => (isWhole(kind) ? widthOf(facts, at) : null))
  const left = fixed.reduce<number>(
    (sum, millimetres) => sum - (millimetres ?? 0),
    flipped ? between.flipped : between.upright,
  )
  const shared = pixelsOf(facts.columns.filter((_, at) => fixed[at] === null))
  return facts.columns.map((column, at) => {
    const share = column.width ?? namePixels
    const word = Math.min(widestWord, wordOf(facts, at))
    const millimetres = fixed[at] ?? (word > (left * share) / shared ? word : null)
    return {
      title: column.title,
      share,
      end: column.end || isFigure(column.kind),
      millimetres,
    }
  })
}

function widthOf({ columns, rows }: ListFacts, at: number): number {
  const cell = Math.max(0, ...rows.map((row) => row[at]?.length ?? 0))
  const words = columns[at]?.title.split(/[\s-]/) ?? []
  const head = Math.max(0, ...words.map((word) => word.length))
  return Math.ceil(Math.max(cell * ofSign.cell, head * ofSign.head) + margins)
}

/** The longest part that is not broken: a line may end at a gap, or at a hyphen before a letter. */
function wordOf({ rows }: ListFacts, at: number): number {
  const words = rows.flatMap((row) => row[at]?.split(/\s|(?<=-)(?=\p{L})/u) ?? [])
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0)
  return longest === 0 ? 0 : Math.ceil(longest * ofSign.cell + margins)
}
