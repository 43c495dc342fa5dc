import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import type { OwnDay } from '#domain/calendar/schema.ts'
import type { ExpiringKind } from '#domain/expiring/list.ts'
import { termEnd } from '#domain/calendar/working-days.ts'

/**
 * Terms for doing something: one that ends on a day off ends on the next working day. Those of assessment
 * and plan run from the entry (ППЗСУ), while there is none approved or ready.
 */
const termKinds = ['documentsDue', 'assessmentDue', 'planDue'] as const
export type TermKind = (typeof termKinds)[number]

/**
 * What of „Изтича“ is a deadline of a dossier too, under its name there. It ends on its own last day,
 * whatever day that is.
 */
export const endOf = {
  planReview: 'planReview',
  plan: 'planEnds',
  contract: 'contractEnds',
  telk: 'telkEnds',
  idCard: 'idCardEnds',
} as const satisfies Partial<Record<ExpiringKind, string>>
export type EndingKind = keyof typeof endOf

export type DeadlineKind = TermKind | (typeof endOf)[EndingKind]
const deadlineKinds: readonly DeadlineKind[] = [...termKinds, ...Object.values(endOf)]

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
