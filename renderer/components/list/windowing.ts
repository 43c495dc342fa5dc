/** Which pages of rows must be at hand for the rows on the screen. */
export function pagesFor(first: number, last: number, pageSize: number, total: number): number[] {
  if (total === 0) return [0]
  const from = Math.max(0, Math.floor(first / pageSize))
  const to = Math.min(
    Math.floor((total - 1) / pageSize),
    Math.floor(Math.max(first, last) / pageSize),
  )
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index)
}

/** Where a key moves the active row; undefined when the key is not a move. */
export function moveTo(
  code: string,
  active: number,
  total: number,
  perPage: number,
): number | undefined {
  if (total === 0) return undefined
  const goals: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + perPage,
    PageUp: active - perPage,
    Home: 0,
    End: total - 1,
  }
  const goal = goals[code]
  return goal === undefined ? undefined : Math.min(total - 1, Math.max(0, goal))
}

/** What is selected: some rows by id, or all that the filter shows but a few. */
export type Selection =
  { mode: 'some'; ids: ReadonlySet<string> } | { mode: 'all'; except: ReadonlySet<string> }

export const nothingSelected: Selection = { mode: 'some', ids: new Set() }

export function isSelected(selection: Selection, id: string): boolean {
  return selection.mode === 'some' ? selection.ids.has(id) : !selection.except.has(id)
}

/** Turns one row on or off. */
export function toggled(selection: Selection, id: string): Selection {
  const set = new Set(selection.mode === 'some' ? selection.ids : selection.except)
  if (!set.delete(id)) set.add(id)
  return selection.mode === 'some' ? { mode: 'some', ids: set } : { mode: 'all', except: set }
}

/** Adds rows (a range); never takes any away. */
export function withRows(selection: Selection, ids: readonly string[]): Selection {
  if (selection.mode === 'some') return { mode: 'some', ids: new Set([...selection.ids, ...ids]) }
  return { mode: 'all', except: new Set([...selection.except].filter((id) => !ids.includes(id))) }
}

export function selectedCount(selection: Selection, total: number): number {
  return selection.mode === 'some' ? selection.ids.size : Math.max(0, total - selection.except.size)
}

/** Letters typed quickly make one word; after a second of rest a new one begins. */
export function typedWord(before: { text: string; at: number }, letter: string, now: number) {
  return { text: now - before.at > 1000 ? letter : before.text + letter, at: now }
}
