import { addDays } from '#domain/calendar/civil-date.ts'
import { startOfDay } from '#domain/calendar/instant.ts'
import type { Db } from '#db/connection.ts'
import { daysWritten } from '#db/queries/audit-journal.ts'

/** On how many of the last days somebody must have worked before anything goes for good. */
const daysOfWork = 5

/**
 * What goes by its term never comes back, and a clock that somebody set years ahead would take it all
 * at the next log-in. So the journal itself must know this time: there was work on several days of it.
 */
export function isWorkedIn(db: Db, today: string, daysLookedAt: number): boolean {
  const from = startOfDay(addDays(today, 1 - daysLookedAt))
  return daysWritten(db, { from, to: startOfDay(addDays(today, 1)) }) >= daysOfWork
}
