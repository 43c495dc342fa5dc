import { addWorkingDays, termEnd } from '#domain/calendar/working-days.ts'
import type { Db } from '#db/connection.ts'
import { listOwnDays } from '#db/queries/calendar.ts'

/** The day by which something is awaited: the last day of a term, or the next working one. */
export function dueDay<D extends string | null>(db: Db, lastDay: D): D
export function dueDay(db: Db, lastDay: string | null): string | null {
  return lastDay === null ? null : termEnd(lastDay, listOwnDays(db))
}

/** A term is over today when its last day is this one or earlier: the last working day before. */
export function lastDayOver(db: Db, today: string): string {
  return addWorkingDays(today, -1, listOwnDays(db))
}
