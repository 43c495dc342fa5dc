import type { LucideIcon } from 'lucide-react'
import { normaliseForSearch } from '#domain/text/search.ts'

export type PaletteKind = 'people' | 'papers' | 'pages' | 'actions'

export interface PaletteRow {
  id: string
  kind: PaletteKind
  /** What was found; the part that matches is drawn bold. */
  title: string
  /** Other words by which it is found; not shown. */
  words?: string
  /** Birth year, masked ЕГН, settlement – already in words. */
  facts?: readonly string[]
  status?: {
    tone: 'ok' | 'warn' | 'bad' | 'info' | 'calm' | 'locked'
    icon: LucideIcon
    word: string
  }
  icon?: LucideIcon
  /** Shown on the right, so that the palette teaches the keys. */
  chord?: string
  /** Route to open on Enter. */
  to?: string
  /** Shown only to who may. */
  permission?: string
  /** Address of a page that may not be built: then the row is not shown. */
  page?: string
  /** Done before `to` is opened. */
  before?: () => void
  run?: () => void
  /** Tab shows these. */
  actions?: readonly PaletteRow[]
}

export interface PaletteAnswer {
  rows: readonly PaletteRow[]
  /** What was really looked for, when the letters were typed on the wrong layout: „Показано за ‘иван’“. */
  shownFor?: string
  /** The same rows with what takes a second question: drawn when it comes, waited for by nobody. */
  later?: Promise<readonly PaletteRow[]>
}

/** Somebody who finds. Called on every key; an older call is aborted. */
export interface PaletteSource {
  id: string
  kind: PaletteKind
  permission?: string
  search: (text: string, signal: AbortSignal) => Promise<PaletteAnswer> | PaletteAnswer
  /** Offered when nothing is found: „Enter – ново лице с това име“. */
  offerNew?: (text: string) => PaletteRow
}

/** What part of the palette was asked for: `>` commands, `#` numbers. */
export function parseQuery(text: string): { text: string; only: 'actions' | 'papers' | undefined } {
  if (text.startsWith('>')) return { text: text.slice(1).trim(), only: 'actions' }
  if (text.startsWith('#')) return { text: text.slice(1).trim(), only: 'papers' }
  return { text: text.trim(), only: undefined }
}

/** Rows whose words, or other words for them, begin with each part of what was typed, in any order. */
export function rowsMatching(rows: readonly PaletteRow[], text: string): PaletteRow[] {
  const parts = normaliseForSearch(text).split(/\s+/u).filter(Boolean)
  return rows.filter((row) => {
    const words = normaliseForSearch(`${row.title} ${row.words ?? ''}`).split(' ')
    return parts.every((part) => words.some((word) => word.startsWith(part)))
  })
}
