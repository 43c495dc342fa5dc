import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { lastDayOfMonths } from '#domain/contracts/term.ts'
import type {
  AnnexInput,
  AnnexStatus,
  EmploymentInput,
  EmploymentStatus,
  ShownEmploymentStatus,
} from './schema.ts'

/** What decides by day whether a contract is in force. */
export interface EmploymentDays {
  status: EmploymentStatus
  startDate: CivilDate
  /** Of the term as the annexes left it, or the one on which it was ended; null = безсрочен. */
  lastDay: CivilDate | null
}

/** Signed by both sides, whatever came after. */
export const agreedStatuses: readonly EmploymentStatus[] = ['signed', 'suspended', 'ended']
/** Issued and not annulled: it stands in the way of another one on the same days. */
export const promisedStatuses: readonly EmploymentStatus[] = [
  'issued',
  'outForSignature',
  ...agreedStatuses,
]

const isOver = ({ lastDay }: EmploymentDays, date: CivilDate) => lastDay !== null && date > lastDay
const neverRuns = ({ startDate, lastDay }: EmploymentDays) =>
  lastDay !== null && lastDay < startDate

/** In force from the first to the last day, both included; a suspended one is not worked under. */
export function inForceOn(employment: EmploymentDays, date: CivilDate): boolean {
  return (
    agreedStatuses.includes(employment.status) &&
    employment.startDate <= date &&
    !isOver(employment, date)
  )
}

/** Whether two run on one and the same day. */
export function runTogether(a: EmploymentDays, b: EmploymentDays): boolean {
  if (neverRuns(a) || neverRuns(b)) return false
  return !isOver(b, a.startDate) && !isOver(a, b.startDate)
}

/** What is shown on a day; `db/queries/employments-list.ts` asks the database the same. */
export function employmentStatusOn(
  employment: EmploymentDays,
  date: CivilDate,
): ShownEmploymentStatus {
  const { status } = employment
  if (!agreedStatuses.includes(status)) return status
  const over = isOver(employment, date) || neverRuns(employment)
  if (status === 'ended') return over ? 'ended' : 'ending'
  if (over) return 'expired'
  if (status === 'suspended') return 'suspended'
  return date < employment.startDate ? 'signed' : 'inForce'
}

/**
 * Last day of the probation as it was agreed (days of absence, which do not count in it, the office adds
 * itself); null: none, or the contract ends no later.
 */
export function probationEnd(
  employment: Pick<EmploymentDays, 'startDate' | 'lastDay'> & { probationMonths: number | null },
): CivilDate | null {
  const { startDate, lastDay, probationMonths } = employment
  if (probationMonths === null) return null
  const end = lastDayOfMonths(startDate, probationMonths)
  return lastDay !== null && lastDay <= end ? null : end
}

/** What an annex may change. */
export type Terms = Pick<
  EmploymentInput,
  'minutesPerDay' | 'basePayCents' | 'payUnit' | 'programme' | 'placeOfWork' | 'endDate'
>
export type DatedAnnex = AnnexInput & { status: AnnexStatus }

/**
 * What is in force on a day: the contract as the signed annexes that have begun left it. Of two from
 * one day the later in the list wins.
 */
export function termsOn(terms: Terms, annexes: readonly DatedAnnex[], date: CivilDate): Terms {
  const begun = annexes
    .filter(({ status, fromDate }) => status === 'signed' && fromDate <= date)
    .toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : a.fromDate > b.fromDate ? 1 : 0))
  const { minutesPerDay, basePayCents, payUnit, programme, placeOfWork, endDate } = terms
  return begun.reduce<Terms>(
    (now, annex) => ({
      minutesPerDay: annex.minutesPerDay ?? now.minutesPerDay,
      basePayCents: annex.basePayCents ?? now.basePayCents,
      payUnit: annex.payUnit ?? now.payUnit,
      programme: annex.programme ?? now.programme,
      placeOfWork: annex.placeOfWork ?? now.placeOfWork,
      endDate: annex.endDate ?? now.endDate,
    }),
    { minutesPerDay, basePayCents, payUnit, programme, placeOfWork, endDate },
  )
}

/** The end of the term that is agreed in the end, whatever day an annex begins on. */
export function agreedEnd(terms: Terms, annexes: readonly DatedAnnex[]): CivilDate | null {
  return termsOn(terms, annexes, '9999-12-31').endDate
}
