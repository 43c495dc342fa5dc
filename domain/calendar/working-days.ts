import { addDays, daysOfMonth, partsOf, weekdayOf } from './civil-date.ts'
import type { CivilDate, CivilMonth } from './civil-date.ts'
import { holidaysOf } from './holidays.ts'
import type { Holiday } from './holidays.ts'
import type { DayOverride } from './schema.ts'

export type DayKind = 'working' | 'weekend' | 'holiday' | 'off'

/** What kind of day it is; a line of the office's own table wins over the general calendar. */
export function dayKindOf(date: CivilDate, overrides: readonly DayOverride[] = []): DayKind {
  const own = overrides.find((o) => o.date === date)
  if (own) return own.kind
  if (holidayOn(date)) return 'holiday'
  return weekdayOf(date) >= 6 ? 'weekend' : 'working'
}

export function holidayOn(date: CivilDate): Holiday | undefined {
  return holidaysOf(partsOf(date).year).find((h) => h.date === date)
}

export function isWorkingDay(date: CivilDate, overrides: readonly DayOverride[] = []): boolean {
  return dayKindOf(date, overrides) === 'working'
}

export function workingDaysOfMonth(
  month: CivilMonth,
  overrides: readonly DayOverride[] = [],
): CivilDate[] {
  return daysOfMonth(month).filter((d) => isWorkingDay(d, overrides))
}

/**
 * The n-th working day after `date` (n ≥ 1), before it (n ≤ −1); 0 gives the date itself when it is
 * a working day, otherwise the next one: a term that ends on a day off ends on the next working day
 * (ЗЗД, чл. 72, ал. 2).
 */
export function addWorkingDays(
  date: CivilDate,
  n: number,
  overrides: readonly DayOverride[] = [],
): CivilDate {
  let day = date
  if (n === 0) {
    while (!isWorkingDay(day, overrides)) day = addDays(day, 1)
    return day
  }
  const step = n > 0 ? 1 : -1
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step)
    if (isWorkingDay(day, overrides)) left -= 1
  }
  return day
}
