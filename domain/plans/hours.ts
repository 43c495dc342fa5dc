import { addMonths, daysOfMonth, monthOf, partsOf, weekdayOf } from '#domain/calendar/civil-date.ts'
import type { CivilDate, CivilMonth } from '#domain/calendar/civil-date.ts'

/** What the arithmetic needs of a row of the week. */
export interface TimedRow {
  weekdays: readonly number[]
  fromMinute: number
  toMinute: number
}

export interface MonthHours {
  month: CivilMonth
  minutes: number
  /** Days of the month that fall inside the period. */
  days: number
  /** The whole calendar month falls inside the period. */
  whole: boolean
}

export interface PlannedHours {
  months: MonthHours[]
  /** Minutes of the leanest and the fullest month; of whole months where there is one. */
  min: number
  max: number
  perWeek: number
  /** Minutes by weekday, Monday first. */
  perWeekday: number[]
}

export function rowMinutes(row: TimedRow): number {
  return row.toMinute - row.fromMinute
}

/** Minutes of each weekday, Monday first. */
export function minutesPerWeekday(rows: readonly TimedRow[]): number[] {
  return Array.from({ length: 7 }, (_, index) =>
    rows
      .filter((row) => row.weekdays.includes(index + 1))
      .reduce((sum, row) => sum + rowMinutes(row), 0),
  )
}

/** Calendar months that the period touches, in order. */
export function monthsOf(from: CivilDate, to: CivilDate): CivilMonth[] {
  const [first, last] = [partsOf(from), partsOf(to)]
  const count = (last.year - first.year) * 12 + last.month - first.month + 1
  const begin = `${monthOf(from)}-01`
  return Array.from({ length: Math.max(0, count) }, (_, n) => monthOf(addMonths(begin, n)))
}

/**
 * Hours of the week laid over the real calendar: each weekday counts as often as the month has it,
 * first and last month only from the first to the last day. `excluded` takes out days on which
 * there is no service (the office's own rule for holidays); without it every weekday counts, which
 * is the most the plan can ask for.
 */
export function plannedHours(
  rows: readonly TimedRow[],
  from: CivilDate,
  to: CivilDate,
  excluded: (date: CivilDate) => boolean = () => false,
): PlannedHours {
  const perWeekday = minutesPerWeekday(rows)
  const months = monthsOf(from, to).map((month): MonthHours => {
    const all = daysOfMonth(month)
    const inside = all.filter((date) => from <= date && date <= to)
    const minutes = inside
      .filter((date) => !excluded(date))
      .reduce((sum, date) => sum + (perWeekday[weekdayOf(date) - 1] ?? 0), 0)
    return { month, minutes, days: inside.length, whole: inside.length === all.length }
  })
  const whole = months.filter((month) => month.whole)
  const judged = (whole.length > 0 ? whole : months).map((month) => month.minutes)
  return {
    months,
    min: judged.length > 0 ? Math.min(...judged) : 0,
    // A part month is never more than the same month whole, but the term may hold no whole month
    // with as many of the heavy weekdays: the fullest of all months is what is measured.
    max: Math.max(0, ...months.map((month) => month.minutes)),
    perWeek: perWeekday.reduce((sum, minutes) => sum + minutes, 0),
    perWeekday,
  }
}
