import { addDays } from '#domain/calendar/civil-date.ts'
import type { Db } from '#db/connection.ts'
import type { WaitingLine } from '#db/queries/waiting-line.ts'
import { settingValue } from '../kernel/settings.ts'

/** The term of assessment and plan counts from the entry, with the rule that held on that day (ППЗСУ). */
export function withTerm(db: Db, lines: (WaitingLine & { entryDate: string })[]): WaitingLine[] {
  return lines.map((line) => ({
    ...line,
    due: addDays(line.entryDate, settingValue(db, 'assessmentAndPlanDays', line.entryDate)),
  }))
}
