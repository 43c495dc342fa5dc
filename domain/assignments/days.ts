import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { AssignmentRole, AssignmentState } from './schema.ts'

/** What decides by day whether somebody helps. */
export interface AssignmentDays {
  fromDate: CivilDate
  /** Last day; null = until it is ended. */
  toDate: CivilDate | null
  /** Entered by mistake. */
  voidedAt: string | null
}

export function assignmentStateOn(
  { fromDate, toDate, voidedAt }: AssignmentDays,
  day: CivilDate,
): AssignmentState {
  if (voidedAt !== null) return 'voided'
  if (day < fromDate) return 'planned'
  return toDate !== null && day > toDate ? 'ended' : 'running'
}

/** Whether both help on one and the same day. */
export function helpTogether(a: AssignmentDays, b: AssignmentDays): boolean {
  if (a.voidedAt !== null || b.voidedAt !== null) return false
  return (
    (b.toDate === null || a.fromDate <= b.toDate) && (a.toDate === null || b.fromDate <= a.toDate)
  )
}

/** `substitute`: in the place of the titular, whom they may follow. */
export type Helps = 'now' | 'substitute' | 'before'
const strongest: readonly Helps[] = ['now', 'substitute', 'before']

/**
 * How somebody helps a person on a day, by their assignments there. Only a substitution that has begun
 * can be left for the place of the titular.
 */
export function helpOn(
  own: readonly (AssignmentDays & { role: AssignmentRole })[],
  day: CivilDate,
): Helps | null {
  const found = own.map((one): Helps | null => {
    const state = assignmentStateOn(one, day)
    if (state === 'running' && one.role === 'substitute') return 'substitute'
    if (state === 'running' || state === 'planned') return 'now'
    return state === 'ended' ? 'before' : null
  })
  return strongest.find((one) => found.includes(one)) ?? null
}
