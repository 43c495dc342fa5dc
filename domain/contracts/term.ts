import { addDays, addMonths } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { RegimeLimits, TermKind } from '#domain/regimes/catalogue.ts'

/**
 * Last day of a term of whole months that begins on `start`. Where the last month has no such day,
 * the term ends with that month (ЗЗД чл. 72, ал. 1).
 */
export function lastDayOfMonths(start: CivilDate, months: number): CivilDate {
  const anniversary = addMonths(start, months)
  return anniversary.slice(8) === start.slice(8) ? addDays(anniversary, -1) : anniversary
}

/** Latest last day of use: start + 3 years − 1 day (ЗСУ чл. 16, ал. 2); null = no limit. */
export function latestEnd(start: CivilDate, limits: RegimeLimits): CivilDate | null {
  return limits.maxTermYears === null ? null : lastDayOfMonths(start, limits.maxTermYears * 12)
}

/** Kind of term by its last day; null = longer than the regime knows, or backwards. */
export function termKindOf(
  start: CivilDate,
  end: CivilDate,
  limits: RegimeLimits,
): TermKind | null {
  if (end < start) return null
  if (limits.shortTermMonths !== null && end <= lastDayOfMonths(start, limits.shortTermMonths))
    return 'short'
  if (limits.mediumTermMonths !== null && end <= lastDayOfMonths(start, limits.mediumTermMonths))
    return 'medium'
  const latest = latestEnd(start, limits)
  return latest === null || end <= latest ? 'long' : null
}

/** The last day that a kind of term gives at most: the default in the form. */
export function endOfTermKind(start: CivilDate, kind: TermKind, limits: RegimeLimits): CivilDate {
  if (kind === 'short' && limits.shortTermMonths !== null)
    return lastDayOfMonths(start, limits.shortTermMonths)
  if (kind === 'medium' && limits.mediumTermMonths !== null)
    return lastDayOfMonths(start, limits.mediumTermMonths)
  return latestEnd(start, limits) ?? lastDayOfMonths(start, 36)
}
