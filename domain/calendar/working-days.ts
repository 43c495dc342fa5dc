import { addDays, daysOfMonth, partsOf, weekdayOf } from './civil-date.ts'
import type { CivilDate, CivilMonth } from './civil-date.ts'
import { councilDays } from './council-days-data.ts'
import { holidaysOf } from './holidays.ts'
import type { Holiday } from './holidays.ts'
import type { OwnDay } from './schema.ts'

export type DayKind = 'working' | 'weekend' | 'holiday' | 'off'

/**
 * What kind of day it is: a line of the office's own table wins over a decision of the Council of
 * Ministers, and that over the general calendar.
 */
export function dayKindOf(date: CivilDate, own: readonly OwnDay[] = []): DayKind {
  const said = own.find((one) => one.date === date) ?? councilDayOn(date)
  if (said) return said.kind
  if (holidayOn(date)) return 'holiday'
  return weekdayOf(date) >= 6 ? 'weekend' : 'working'
}

function councilDayOn(date: CivilDate): OwnDay | undefined {
  return councilDays.find((one) => one.date === date)
}

export function holidayOn(date: CivilDate): Holiday | undefined {
  return holidaysOf(partsOf(date).year).find((h) => h.date === date)
}

export function isWorkingDay(date: CivilDate, own: readonly OwnDay[] = []): boolean {
  return dayKindOf(date, own) === 'working'
}

export function workingDaysOfMonth(month: CivilMonth, own: readonly OwnDay[] = []): CivilDate[] {
  return daysOfMonth(month).filter((d) => isWorkingDay(d, own))
}

/** The n-th working day after `date` (n ≥ 1) or before it (n ≤ −1); 0 gives `termEnd`. */
export function addWorkingDays(date: CivilDate, n: number, own: readonly OwnDay[] = []): CivilDate {
  if (n === 0) return termEnd(date, own)
  let day = date
  const step = n > 0 ? 1 : -1
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step)
    if (isWorkingDay(day, own)) left -= 1
  }
  return day
}

/** A term whose last day is a day off ends on the next working day (ЗЗД, чл. 72, ал. 2). */
export function termEnd(lastDay: CivilDate, own: readonly OwnDay[] = []): CivilDate {
  let day = lastDay
  while (!isWorkingDay(day, own)) day = addDays(day, 1)
  return day
}
