import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import type { OwnDay } from '#domain/calendar/schema.ts'
import { termEnd } from '#domain/calendar/working-days.ts'

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

/** Terms for doing something: one that ends on a day off ends on the next working day. */
const terms: readonly DeadlineKind[] = ['documentsDue', 'assessmentDue', 'planDue']

/**
 * What falls due in a dossier, the most urgent first; a paper, a plan or a contract ends on its own
 * last day, whatever day that is. After a death nothing falls due. `own` are days of the office.
 */
export function deadlinesOf(
  dates: DeadlineDates,
  today: CivilDate,
  own: readonly OwnDay[],
): Deadline[] {
  if (dates.deathDate !== null) return []
  return deadlineKinds
    .flatMap((kind) => {
      const last = dates[kind]
      if (last === null) return []
      const date = terms.includes(kind) ? termEnd(last, own) : last
      return [{ kind, date, daysLeft: daysBetween(today, date) }]
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
