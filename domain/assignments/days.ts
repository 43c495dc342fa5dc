import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { AssignmentState } from './schema.ts'

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

/** From the first to the last day, both included. */
export const helpsOn = (days: AssignmentDays, day: CivilDate): boolean =>
  assignmentStateOn(days, day) === 'running'

/** Whether both help on one and the same day. */
export function helpTogether(a: AssignmentDays, b: AssignmentDays): boolean {
  if (a.voidedAt !== null || b.voidedAt !== null) return false
  return (
    (b.toDate === null || a.fromDate <= b.toDate) && (a.toDate === null || b.fromDate <= a.toDate)
  )
}
