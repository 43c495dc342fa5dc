import type { Presence } from '#domain/events/schema.ts'

/** Marks of a grid by their cell. */
export type Cells = ReadonlyMap<string, Presence>

export const cellOf = (participantId: string, sessionId: string) => `${participantId} ${sessionId}`

interface Mark {
  participantId: string
  sessionId: string
  presence: Presence
}

export const cellsOf = (marks: readonly Mark[]): Cells =>
  new Map(marks.map((one) => [cellOf(one.participantId, one.sessionId), one.presence]))

/** The whole grid as it is saved. */
export function marksOf(
  cells: Cells,
  people: readonly { id: string }[],
  sessions: readonly { id: string }[],
): Mark[] {
  return people.flatMap(({ id: participantId }) =>
    sessions.flatMap(({ id: sessionId }) => {
      const presence = cells.get(cellOf(participantId, sessionId))
      return presence === undefined ? [] : [{ participantId, sessionId, presence }]
    }),
  )
}

/** The letter О of the one alphabet and of the other. */
const excused = [0x43e, 0x6f]

/** What a key does to a cell: Space yes or no, „О“ a good reason, Delete nothing; undefined = no such key. */
export function pressed(key: string, now: Presence | undefined): Presence | null | undefined {
  if (key === ' ') return now === 'present' ? 'absent' : 'present'
  if (key.length === 1 && excused.includes(key.toLowerCase().charCodeAt(0))) return 'excused'
  if (key === 'Delete' || key === 'Backspace') return null
  return undefined
}

/** The grid with some of its cells set, or emptied by null. */
export function withCells(
  cells: Cells,
  keys: readonly string[],
  presence: Presence | null | undefined,
): Cells {
  const next = new Map(cells)
  for (const key of keys)
    if (presence === null || presence === undefined) next.delete(key)
    else next.set(key, presence)
  return next
}
