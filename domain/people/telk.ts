import { daysBetween } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { verdict } from '#domain/problems/schema.ts'
import type { Sex } from './ids.ts'
import { pensionAgeReachedOn } from './pension-age.ts'
import type { TelkDecisionData } from './schema.ts'

export type TelkTerm = Pick<TelkDecisionData, 'decidedOn' | 'validUntil' | 'lifetime'>

export type TelkState =
  | { state: 'valid' | 'expiring'; until: CivilDate; daysLeft: number }
  | { state: 'expired'; until: CivilDate; daysLeft: number }
  /** Written so in the decision. */
  | { state: 'lifetime' }
  /** The printed term does not count: pension age was reached within it or before it (ЗХУ, чл. 26, ал. 3). */
  | { state: 'lifetimeByLaw'; since: CivilDate }
  | { state: 'termMissing' }

/** State of a decision on a day; `warnDays` before the end it is „expiring“. */
export function telkStateOn(
  decision: TelkTerm,
  person: { birthDate: CivilDate; sex: Sex },
  on: CivilDate,
  warnDays = 60,
): TelkState {
  if (decision.lifetime) return { state: 'lifetime' }
  const until = decision.validUntil
  if (until === null) return { state: 'termMissing' }
  const pension = pensionAgeReachedOn(person.birthDate, person.sex)
  const since = pension > decision.decidedOn ? pension : decision.decidedOn
  if (pension <= until && since <= on) return { state: 'lifetimeByLaw', since }
  const daysLeft = daysBetween(on, until)
  if (daysLeft < 0) return { state: 'expired', until, daysLeft }
  return { state: daysLeft <= warnDays ? 'expiring' : 'valid', until, daysLeft }
}

type Decided = Pick<TelkDecisionData, 'decidedOn' | 'inForce'> & { id?: string }

/**
 * The decision that counts on a day: in force, not later than the day, the newest; of two of one day the
 * one that was entered later.
 */
export function telkInForceOn<T extends Decided>(
  decisions: readonly T[],
  on: CivilDate,
): T | undefined {
  return decisions
    .filter((d) => d.inForce && d.decidedOn <= on)
    .reduce<T | undefined>((best, d) => (!best || isNewer(d, best) ? d : best), undefined)
}

const isNewer = (one: Decided, other: Decided) =>
  one.decidedOn === other.decidedOn
    ? (one.id ?? '') > (other.id ?? '')
    : one.decidedOn > other.decidedOn

/** The same of many people at once, by person. */
export function telkInForceByPerson<T extends Decided & { personId: string }>(
  decisions: readonly T[],
  on: CivilDate,
): ReadonlyMap<string, T> {
  const known = new Map<string, T>()
  for (const [personId, own] of Map.groupBy(decisions, (one) => one.personId)) {
    const inForce = telkInForceOn(own, on)
    if (inForce) known.set(personId, inForce)
  }
  return known
}

/** True when the decision gives help by another person on that day. */
export function hasAttendanceOn(
  decision: Pick<TelkDecisionData, 'attendance' | 'attendanceUntil' | 'attendanceLifetime'> &
    TelkTerm,
  person: { birthDate: CivilDate; sex: Sex },
  on: CivilDate,
): boolean {
  if (!decision.attendance) return false
  if (decision.attendanceLifetime) return true
  if (decision.attendanceUntil !== null) return decision.attendanceUntil >= on
  const { state } = telkStateOn(decision, person, on)
  return state !== 'expired'
}

/** Last day of a decision as it stands on a day; null where it has none, by its words or by law. */
export function telkEndOn(
  decision: TelkTerm,
  person: { birthDate: CivilDate; sex: Sex },
  on: CivilDate,
): CivilDate | null {
  const state = telkStateOn(decision, person, on)
  return 'until' in state ? state.until : null
}

/** Last day of the help by another person, where the decision gives it for a term of its own. */
export function attendanceEndOn(
  decision: Pick<TelkDecisionData, 'attendance' | 'attendanceUntil' | 'attendanceLifetime'>,
): CivilDate | null {
  return decision.attendance && !decision.attendanceLifetime ? decision.attendanceUntil : null
}

/** Dates in order, a term or lifetime given. */
export function checkTelkDecision(
  d: TelkDecisionData,
  person: { birthDate: CivilDate },
  today: CivilDate,
): Verdict {
  const problems: (Problem | false)[] = [
    d.decidedOn > today && {
      code: 'telkInFuture',
      path: ['decidedOn'],
      params: { todayDate: today },
    },
    d.decidedOn < person.birthDate && { code: 'telkBeforeBirth', path: ['decidedOn'] },
    !d.lifetime && d.validUntil === null && { code: 'telkTermRequired', path: ['validUntil'] },
    d.lifetime && d.validUntil !== null && { code: 'telkTermTwice', path: ['validUntil'] },
    d.validUntil !== null &&
      d.validUntil <= d.decidedOn && {
        code: 'validUntilBeforeIssue',
        path: ['validUntil'],
        params: { issuedDate: d.decidedOn },
      },
    d.disabilityFrom !== null &&
      d.disabilityFrom > d.decidedOn && {
        code: 'disabilityAfterDecision',
        path: ['disabilityFrom'],
      },
  ]
  return verdict(problems)
}
