import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import type { OwnDay } from '#domain/calendar/schema.ts'
import { termEnd } from '#domain/calendar/working-days.ts'

/**
 * Terms for doing something: one that ends on a day off ends on the next working day. Those of assessment
 * and plan run from the entry (ППЗСУ), while there is none approved or ready.
 */
const termKinds = ['documentsDue', 'assessmentDue', 'planDue'] as const
export type TermKind = (typeof termKinds)[number]

/** What ends on its own last day, whatever day that is. */
const endKinds = ['planReview', 'planEnds', 'contractEnds', 'telkEnds', 'idCardEnds'] as const
export type EndKind = (typeof endKinds)[number]

const deadlineKinds = [...termKinds, ...endKinds] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

export interface Deadline {
  kind: DeadlineKind
  date: CivilDate
  /** Below zero: overdue by that many days. */
  daysLeft: number
}

/** Dates of a dossier that wait for somebody; left out or null where there is none. */
export interface DeadlineDates extends Partial<Record<DeadlineKind, CivilDate | null>> {
  deathDate: CivilDate | null
}

const isTerm = (kind: DeadlineKind) => termKinds.some((one) => one === kind)

/** What falls due in a dossier, the most urgent first; after a death nothing. `own` are days of the office. */
export function deadlinesOf(
  dates: DeadlineDates,
  today: CivilDate,
  own: readonly OwnDay[],
): Deadline[] {
  if (dates.deathDate !== null) return []
  return deadlineKinds
    .flatMap((kind) => {
      const last = dates[kind] ?? null
      if (last === null) return []
      const date = isTerm(kind) ? termEnd(last, own) : last
      return [{ kind, date, daysLeft: daysBetween(today, date) }]
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
