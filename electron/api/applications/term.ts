import { addDays } from '#domain/calendar/civil-date.ts'
import { termEnd } from '#domain/calendar/working-days.ts'
import type { Db } from '#db/connection.ts'
import { listOwnDays } from '#db/queries/calendar.ts'
import type { WaitingLine } from '#db/queries/today-line.ts'
import { settingValue } from '../kernel/settings.ts'

/** The term of assessment and plan counts from the entry, with the rule that held on that day (ППЗСУ). */
export function withTerm(db: Db, lines: (WaitingLine & { entryDate: string })[]): WaitingLine[] {
  const own = listOwnDays(db)
  return lines.map((line) => ({
    ...line,
    due: termEnd(
      addDays(line.entryDate, settingValue(db, 'assessmentAndPlanDays', line.entryDate)),
      own,
    ),
  }))
}

/** The term that a record carries, as the day by which something is awaited. */
export function withDueDay<L extends WaitingLine>(db: Db, lines: L[]): L[] {
  const own = listOwnDays(db)
  return lines.map((line) => ({ ...line, due: line.due && termEnd(line.due, own) }))
}
