import { sortKey } from '#domain/text/sort-key.ts'
import { normaliseForSearch, searchWords } from '#domain/text/search.ts'
import type { AskedList, ListCall, ListSource } from './list-source.ts'

type Key = string | number | null

/** A list of a handful of rows, or one gathered from several tables: all are read, and what is asked is picked. */
interface ShortList<Row> {
  all: (call: ListCall) => Row[]
  id: (row: Row) => string
  inView: (row: Row, view: string, call: ListCall) => boolean
  /** Whether the row passes the chosen filters; a list without filters needs none. */
  passes?: (row: Row, filters: AskedList['filters']) => boolean
  /** What a typed text is looked for in. */
  words: (row: Row) => readonly (string | null)[]
  /** Keys by id of the list's column; text in the order of the alphabet, nothing first. */
  orders: Readonly<Record<string, (row: Row) => readonly Key[]>>
}

export function shortList<Row>(list: ShortList<Row>): ListSource<Row> {
  // Rows, count and the counts of the views of one call are picked from one gathering.
  const gathered = new WeakMap<ListCall, readonly Row[]>()
  const all = (call: ListCall) => {
    const known = gathered.get(call) ?? list.all(call)
    gathered.set(call, known)
    return known
  }
  const picked = (call: ListCall, asked: AskedList) =>
    all(call)
      .filter((row) => list.inView(row, asked.view, call))
      .filter((row) => list.passes?.(row, asked.filters) ?? true)
      .filter((row) => hasWords(list.words(row), asked.text?.text ?? ''))
      .filter((row) => isChosen(list.id(row), asked.chosen))
  return {
    rows: (call, asked, { offset, limit }) =>
      picked(call, asked)
        .toSorted((a, b) => comparing(list, asked.order, a, b))
        .slice(offset, offset + limit),
    count: (call, asked) => picked(call, asked).length,
  }
}

/** Every typed word begins a word of the row. */
function hasWords(of: readonly (string | null)[], typed: string): boolean {
  if (typed.trim() === '') return true
  const words = searchWords(typed)
  const own = ` ${of.map((text) => normaliseForSearch(text ?? '')).join(' ')}`
  return words.length > 0 && words.every((word) => own.includes(` ${word}`))
}

function isChosen(id: string, chosen: AskedList['chosen']): boolean {
  return chosen === undefined || chosen.ids.includes(id) === (chosen.mode === 'some')
}

function comparing<Row>(list: ShortList<Row>, order: AskedList['order'], a: Row, b: Row): number {
  for (const { by, descending } of order) {
    const keys = list.orders[by]
    const others = keys?.(b)
    for (const [index, key] of keys?.(a).entries() ?? []) {
      const way = compared(key, others?.[index] ?? null)
      if (way !== 0) return descending ? -way : way
    }
  }
  return compared(list.id(a), list.id(b))
}

function compared(a: Key, b: Key): number {
  const [one, other] = [a, b].map((value) => (typeof value === 'string' ? sortKey(value) : value))
  if (one === other) return 0
  if (one === null || one === undefined) return -1
  if (other === null || other === undefined) return 1
  return one < other ? -1 : 1
}
