import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { daysBetween } from '#domain/calendar/civil-date.ts'

export const deadlineKinds = [
  'documentsDue',
  'assessmentDue',
  'planDue',
  'planReview',
  'planEnds',
  'contractEnds',
  'telkEnds',
  'idCardEnds',
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

export interface Deadline {
  kind: DeadlineKind
  date: CivilDate
  /** Below zero: overdue by that many days. */
  daysLeft: number
}

/** Dates of a dossier that wait for somebody; null where there is none. */
export interface DeadlineDates {
  documentsDue: CivilDate | null
  /** Term of assessment and plan from the entry (ППЗСУ), while there is none approved or ready. */
  assessmentDue: CivilDate | null
  planDue: CivilDate | null
  planReview: CivilDate | null
  planEnds: CivilDate | null
  contractEnds: CivilDate | null
  telkEnds: CivilDate | null
  idCardEnds: CivilDate | null
  deathDate: CivilDate | null
}

/** What falls due in a dossier, the most urgent first. After a death nothing of it does. */
export function deadlinesOf(dates: DeadlineDates, today: CivilDate): Deadline[] {
  if (dates.deathDate !== null) return []
  return deadlineKinds
    .flatMap((kind) => {
      const date = dates[kind]
      return date === null ? [] : [{ kind, date, daysLeft: daysBetween(today, date) }]
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
