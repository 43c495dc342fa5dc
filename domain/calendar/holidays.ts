import { addDays, weekdayOf } from './civil-date.ts'
import type { CivilDate } from './civil-date.ts'

export type HolidayKey =
  | 'newYear'
  | 'liberation'
  | 'labourDay'
  | 'georgeDay'
  | 'educationDay'
  | 'unification'
  | 'independence'
  | 'christmasEve'
  | 'christmas1'
  | 'christmas2'
  | 'goodFriday'
  | 'holySaturday'
  | 'easterSunday'
  | 'easterMonday'

export interface Holiday {
  date: CivilDate
  key: HolidayKey
  /** True for the working day given off because the holiday itself fell on a weekend. */
  moved: boolean
}

/** КТ, чл. 154, ал. 1. `from`/`to` are the years in which the rule holds. */
const fixedHolidays: { monthDay: string; key: HolidayKey; from: number; to?: number }[] = [
  { monthDay: '01-01', key: 'newYear', from: 1951 },
  { monthDay: '03-03', key: 'liberation', from: 1990 },
  { monthDay: '05-01', key: 'labourDay', from: 1951 },
  { monthDay: '05-06', key: 'georgeDay', from: 1998 },
  { monthDay: '05-24', key: 'educationDay', from: 1990 },
  { monthDay: '09-06', key: 'unification', from: 1998 },
  { monthDay: '09-22', key: 'independence', from: 1998 },
  { monthDay: '12-24', key: 'christmasEve', from: 1990 },
  { monthDay: '12-25', key: 'christmas1', from: 1990 },
  { monthDay: '12-26', key: 'christmas2', from: 1990 },
]

/** Good Friday and Holy Saturday are days off since 2010 (КТ, чл. 154, ал. 1). */
const easterDays: { offset: number; key: HolidayKey; from: number }[] = [
  { offset: -2, key: 'goodFriday', from: 2010 },
  { offset: -1, key: 'holySaturday', from: 2010 },
  { offset: 0, key: 'easterSunday', from: 1990 },
  { offset: 1, key: 'easterMonday', from: 1990 },
]

/** First year of the rule that a holiday on a weekend gives the next working day off (КТ, чл. 154, ал. 2). */
const movedSince = 2017

/** Orthodox Easter (Julian computus of Meeus) as a Gregorian date; right for 1900–2099. */
export function orthodoxEaster(year: number): CivilDate {
  const a = year % 4
  const b = year % 7
  const c = year % 19
  const d = (19 * c + 15) % 30
  const e = (2 * a + 4 * b - d + 34) % 7
  const n = d + e + 114
  const month = String(Math.floor(n / 31)).padStart(2, '0')
  const day = String((n % 31) + 1).padStart(2, '0')
  return addDays(`${String(year)}-${month}-${day}`, 13)
}

const byYear = new Map<number, Holiday[]>()

/** Public holidays of the year in date order, the moved days among them. */
export function holidaysOf(year: number): Holiday[] {
  const known = byYear.get(year)
  if (known) return known
  const easter = orthodoxEaster(year)
  const holidays: Holiday[] = [
    ...fixedHolidays
      .filter((h) => year >= h.from && year <= (h.to ?? Infinity))
      .map((h) => ({ date: `${String(year)}-${h.monthDay}`, key: h.key, moved: false })),
    ...easterDays
      .filter((h) => year >= h.from)
      .map((h) => ({ date: addDays(easter, h.offset), key: h.key, moved: false })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
  if (year >= movedSince) {
    const off = new Set(holidays.map((h) => h.date))
    const easterKeys = new Set(easterDays.map((h) => h.key))
    for (const holiday of [...holidays]) {
      // Easter always falls on a weekend and is not moved.
      if (easterKeys.has(holiday.key) || weekdayOf(holiday.date) < 6) continue
      let day = addDays(holiday.date, 1)
      while (weekdayOf(day) >= 6 || off.has(day)) day = addDays(day, 1)
      off.add(day)
      holidays.push({ date: day, key: holiday.key, moved: true })
    }
  }
  holidays.sort((a, b) => (a.date < b.date ? -1 : 1))
  byYear.set(year, holidays)
  return holidays
}
