/** A day of the calendar without a time or a zone: `YYYY-MM-DD`. Plain text order is date order. */
export type CivilDate = string
/** A month of the calendar: `YYYY-MM`. */
export type CivilMonth = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * No date of an office lies outside these years. Text order is date order only while every year has
 * four digits: a day after 9999-12-31 would sort before all others, and a loop up to it never end.
 */
export const firstYear = 1800
export const lastYear = 2199

function two(n: number): string {
  return String(n).padStart(2, '0')
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days of month 1–12; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** The date, or undefined when the calendar has no such day: an impossible date is never shifted. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined
  if (year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** A day that the calendar has, within the years of an office. */
export function isCivilDate(text: string): boolean {
  const m = pattern.exec(text)
  if (m === null) return false
  const year = Number(m[1])
  if (year < firstYear || year > lastYear) return false
  return civilDate(year, Number(m[2]), Number(m[3])) !== undefined
}

/** Parts of a valid civil date. */
export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  }
}

// Day numbers after Howard Hinnant's civil calendar algorithms: whole days since 1970-01-01, so
// that no Date object and no daylight-saving hour can move a day.
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function dateOfDayNumber(n: number): CivilDate {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Same day `months` later; where that month is shorter, its last day (ЗЗД, чл. 72, ал. 1). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date)
  const total = year * 12 + (month - 1) + months
  const y = Math.floor(total / 12)
  const m = (total % 12) + 1
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(day, daysInMonth(y, m)))}`
}

export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12)
}

/**
 * Last day of a term of whole years that begins on `start`: the day before the anniversary.
 * A term begun on 29 February ends with February.
 */
export function lastDayOfTerm(start: CivilDate, years: number): CivilDate {
  const anniversary = addYears(start, years)
  return anniversary.slice(8) === start.slice(8) ? addDays(anniversary, -1) : anniversary
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** ISO 8601 week: begins on Monday, belongs to the year that holds its Thursday. */
export function isoWeekOf(date: CivilDate): { year: number; week: number } {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const { year } = partsOf(thursday)
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 }
}

export function monthOf(date: CivilDate): CivilMonth {
  return date.slice(0, 7)
}

/** Every day of the month in order. */
export function daysOfMonth(month: CivilMonth): CivilDate[] {
  const count = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
  return Array.from({ length: count }, (_, i) => `${month}-${two(i + 1)}`)
}

/** Completed years on the day; born on 29 February completes them on 28 February of a plain year. */
export function ageOn(birthDate: CivilDate, on: CivilDate): number {
  const years = partsOf(on).year - partsOf(birthDate).year
  return addYears(birthDate, years) <= on ? years : years - 1
}
