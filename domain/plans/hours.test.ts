import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { monthsOf, plannedHours } from './hours.ts'
import { overlaps } from './rules.ts'
import { weekRowSchema } from './schema.ts'
import type { WeekRow } from './schema.ts'

const row = (weekdays: number[], from: number, to: number, activity = 'hygiene'): WeekRow => ({
  activity,
  weekdays,
  fromMinute: from * 60,
  toMinute: to * 60,
  assistant: 'М. Стоянова',
  note: '',
})
const workdays = [1, 2, 3, 4, 5]

describe('hours over the real calendar', () => {
  const month = (from: string, to: string, rows = [row(workdays, 8, 10)]) =>
    plannedHours(rows, from, to).months[0]!.minutes / 60
  it('counts the weekdays that a month really has', () => {
    expect(month('2026-02-01', '2026-02-28')).toBe(40) // 20 weekdays
    expect(month('2028-02-01', '2028-02-29')).toBe(42) // leap: 21
    expect(month('2026-11-01', '2026-11-30')).toBe(42) // 21
    expect(month('2026-10-01', '2026-10-31')).toBe(44) // 22
    expect(month('2026-12-01', '2026-12-31')).toBe(46) // 23
    expect(month('2026-02-01', '2026-02-28', [row([7], 8, 10)])).toBe(8)
    expect(month('2026-03-01', '2026-03-31', [row([7], 8, 10)])).toBe(10) // five Sundays
  })
  it('gives the range of a year as it stands in the form: 12 hours a week are 48–56', () => {
    const rows = [row(workdays, 8, 10), row([2, 4], 10, 11, 'shopping')]
    const hours = plannedHours(rows, '2026-01-01', '2026-12-31')
    expect(hours.perWeek).toBe(12 * 60)
    expect([hours.min / 60, hours.max / 60]).toEqual([48, 56])
    expect(hours.months).toHaveLength(12)
    expect(hours.perWeekday).toEqual([120, 180, 120, 180, 120, 0, 0])
  })
  it('does not let a part month pass for a lean one', () => {
    const hours = plannedHours([row(workdays, 8, 10)], '2026-11-16', '2027-03-05')
    expect(hours.months.map((m) => [m.month, m.days, m.whole])).toEqual([
      ['2026-11', 15, false],
      ['2026-12', 31, true],
      ['2027-01', 31, true],
      ['2027-02', 28, true],
      ['2027-03', 5, false],
    ])
    expect([hours.min / 60, hours.max / 60]).toEqual([40, 46])
    const short = plannedHours([row(workdays, 8, 10)], '2026-11-16', '2026-11-20')
    expect([short.min / 60, short.max / 60]).toEqual([10, 10])
  })
  it('takes out the days without service', () => {
    const christmas = ['2026-12-24', '2026-12-25', '2026-12-28']
    const hours = plannedHours([row(workdays, 8, 10)], '2026-12-01', '2026-12-31', (date) =>
      christmas.includes(date),
    )
    expect(hours.max / 60).toBe(40)
  })
  it('ends whatever the period: a December of 9999 once held the whole office', () => {
    expect(monthsOf('9999-11-30', '9999-12-31')).toEqual(['9999-11', '9999-12'])
    expect(monthsOf('2026-12-31', '2027-01-01')).toEqual(['2026-12', '2027-01'])
    expect(monthsOf('2027-01-01', '2026-12-31')).toEqual([])
  })

  it('adds up: the months hold exactly the days of the period, whatever the period', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 0, max: 1200 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (start, length, days) => {
          const from = addDays('2020-02-01', start)
          const to = addDays(from, length)
          const hours = plannedHours([row(days, 8, 9)], from, to)
          expect(hours.months.reduce((sum, m) => sum + m.days, 0)).toBe(length + 1)
          expect(hours.months.map((m) => m.month)).toEqual(monthsOf(from, to))
          const total = hours.months.reduce((sum, m) => sum + m.minutes, 0) / 60
          const weeks = Math.floor((length + 1) / 7)
          expect(total).toBeGreaterThanOrEqual(weeks * days.length)
          expect(total).toBeLessThanOrEqual((weeks + 1) * days.length)
          expect(hours.min).toBeLessThanOrEqual(hours.max)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('rows', () => {
  it('go forward in time and name each day once', () => {
    const codes = (patch: object) => {
      const parsed = weekRowSchema.safeParse({ ...row([1], 8, 10), ...patch })
      return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
    }
    expect(codes({})).toEqual([])
    expect(codes({ toMinute: 480 })).toEqual(['timesReversed'])
    expect(codes({ weekdays: [1, 1] })).toEqual(['weekdayTwice'])
    expect(codes({ weekdays: [] })).toEqual(['weekdaysMissing'])
    expect(codes({ weekdays: [8] })).toEqual(['weekdayUnknown'])
    expect(codes({ activity: 'gardening' })).toEqual(['activityUnknown'])
    expect(codes({ toMinute: 1440 })).toEqual([])
  })
  it('clash on a shared day, not back to back and not on another day', () => {
    expect(overlaps([row([1, 3], 8, 10), row([3, 5], 9, 11)])).toMatchObject([
      { code: 'rowsOverlap', path: ['rows', 1], params: { weekday: 3, row: 2, other: 1 } },
    ])
    expect(overlaps([row([1, 3], 8, 10), row([1, 3], 10, 11)])).toEqual([])
    expect(overlaps([row([1, 3], 8, 10), row([2, 4], 8, 10)])).toEqual([])
    expect(overlaps([row([1], 8, 12), row([1], 9, 10)])).toHaveLength(1)
  })
})
