import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  civilDate,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  daysOfMonth,
  isCivilDate,
  isoWeekOf,
  lastDayOfTerm,
  weekdayOf,
} from './civil-date.ts'
import { holidaysOf, orthodoxEaster } from './holidays.ts'
import { civilDateAt, wallClockOf } from './instant.ts'
import { namedDaysOf, ownDayProblem } from './rules.ts'
import { addWorkingDays, dayKindOf, termEnd, workingDaysOfMonth } from './working-days.ts'

const someDay = fc.integer({ min: -60_000, max: 80_000 }).map(dateOfDayNumber)

describe('civil dates', () => {
  test('day numbers agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 80_000 }), (n) => {
        const iso = new Date(n * 86_400_000).toISOString().slice(0, 10)
        expect(dateOfDayNumber(n)).toBe(iso)
        expect(dayNumber(iso)).toBe(n)
        expect(weekdayOf(iso) % 7).toBe(new Date(n * 86_400_000).getUTCDay())
      }),
    )
  })
  test('adding days is undone by taking them away', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -9999, max: 9999 }), (d, n) => {
        expect(addDays(addDays(d, n), -n)).toBe(d)
        expect(daysBetween(d, addDays(d, n))).toBe(n)
      }),
    )
  })
  test('an impossible day is refused, never shifted', () => {
    expect(civilDate(2026, 2, 30)).toBeUndefined()
    expect(civilDate(2026, 13, 1)).toBeUndefined()
    expect(civilDate(2024, 2, 29)).toBe('2024-02-29')
    expect(isCivilDate('2100-02-29')).toBe(false)
    expect(isCivilDate('2026-1-01')).toBe(false)
    // Beyond four digits text order is date order no more: a loop up to such a day never ended.
    for (const outside of ['9999-12-31', '2200-01-01', '1799-12-31', '0001-01-01'])
      expect(isCivilDate(outside)).toBe(false)
    expect(isCivilDate('1800-01-01') && isCivilDate('2199-12-31')).toBe(true)
  })
  test('months and years keep to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
  })
  test('three years end on the day before the anniversary (ЗСУ, чл. 16)', () => {
    expect(lastDayOfTerm('2026-11-21', 3)).toBe('2029-11-20')
    expect(lastDayOfTerm('2026-01-01', 3)).toBe('2028-12-31')
    expect(lastDayOfTerm('2025-03-01', 3)).toBe('2028-02-29')
    expect(lastDayOfTerm('2024-02-29', 3)).toBe('2027-02-28')
  })
  test('ISO weeks at the turn of the year', () => {
    expect(isoWeekOf('2026-12-31')).toEqual({ year: 2026, week: 53 })
    expect(isoWeekOf('2027-01-03')).toEqual({ year: 2026, week: 53 })
    expect(isoWeekOf('2024-12-30')).toEqual({ year: 2025, week: 1 })
    expect(isoWeekOf('2026-11-21')).toEqual({ year: 2026, week: 47 })
  })
  test('age changes on the birthday', () => {
    expect(ageOn('1945-06-12', '2026-06-11')).toBe(80)
    expect(ageOn('1945-06-12', '2026-06-12')).toBe(81)
    expect(ageOn('2008-02-29', '2026-02-27')).toBe(17)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(18)
  })
  test('an evening in UTC is already the next day in Sofia', () => {
    expect(civilDateAt('2026-11-21T22:30:00.000Z')).toBe('2026-11-22')
    expect(wallClockOf('2026-07-01T21:05:00.000Z')).toEqual({ date: '2026-07-02', minutes: 5 })
  })
  test('February of a leap year', () => {
    expect(daysOfMonth('2028-02')).toHaveLength(29)
  })
})

describe('holidays', () => {
  test.each([
    [2024, '2024-05-05'],
    [2025, '2025-04-20'],
    [2026, '2026-04-12'],
    [2027, '2027-05-02'],
  ])('Orthodox Easter %i', (year, date) => {
    expect(orthodoxEaster(year)).toBe(date)
  })
  test('a holiday on a weekend gives the next working day off', () => {
    const moved = (year: number) =>
      holidaysOf(year)
        .filter((h) => h.moved)
        .map((h) => h.date)
    expect(moved(2024)).toEqual(['2024-03-04', '2024-09-23'])
    expect(moved(2025)).toEqual(['2025-05-26', '2025-09-08'])
    expect(moved(2026)).toEqual(['2026-05-25', '2026-09-07', '2026-12-28'])
    // 1 May 2027 is Holy Saturday and 3 May is Easter Monday: the day off is Tuesday.
    expect(moved(2027)).toEqual(['2027-05-04', '2027-12-27', '2027-12-28'])
  })
  test('Easter itself is not moved', () => {
    expect(dayKindOf('2026-04-10')).toBe('holiday')
    expect(dayKindOf('2026-04-13')).toBe('holiday')
    expect(dayKindOf('2026-04-14')).toBe('working')
  })
  test('working days of known months', () => {
    expect(workingDaysOfMonth('2024-05')).toHaveLength(19)
    expect(workingDaysOfMonth('2026-11')).toHaveLength(21)
    expect(workingDaysOfMonth('2026-12')).toHaveLength(20)
  })
  test('the days of the Council of Ministers for the euro are off', () => {
    expect(dayKindOf('2025-12-31')).toBe('off')
    expect(dayKindOf('2026-01-02')).toBe('off')
    expect(workingDaysOfMonth('2025-12')).toHaveLength(19)
    expect(workingDaysOfMonth('2026-01')).toHaveLength(20)
    const worked = [{ date: '2026-01-02', kind: 'working' as const, reason: 'Заповед № 1' }]
    expect(workingDaysOfMonth('2026-01', worked)).toHaveLength(21)
  })
  test('working days of a whole year are as many as were published', () => {
    const ofYear = (year: number) =>
      Array.from(
        { length: 12 },
        (_, n) => `${String(year)}-${String(n + 1).padStart(2, '0')}`,
      ).flatMap((month) => workingDaysOfMonth(month)).length
    expect(ofYear(2026)).toBe(248)
  })
  test('the table of the office wins over the calendar', () => {
    const own = [
      { date: '2026-12-31', kind: 'off' as const, reason: 'Решение на МС' },
      { date: '2026-12-12', kind: 'working' as const, reason: 'Отработва се' },
    ]
    expect(dayKindOf('2026-12-31', own)).toBe('off')
    expect(dayKindOf('2026-12-12', own)).toBe('working')
    expect(workingDaysOfMonth('2026-12', own)).toHaveLength(20)
  })
  test('a line of the office says something, and once', () => {
    const line = (date: string, kind: 'off' | 'working') => ({ date, kind, reason: 'Заповед № 1' })
    const code = (date: string, kind: 'off' | 'working', others = [line('2026-12-30', 'off')]) =>
      ownDayProblem({ date, kind }, others)?.code
    expect(code('2026-12-31', 'off')).toBeUndefined()
    expect(code('2026-12-12', 'working')).toBeUndefined()
    expect(code('2026-01-02', 'working')).toBeUndefined()
    expect(code('2026-12-30', 'off')).toBe('dayListed')
    expect(code('2026-12-12', 'off')).toBe('dayIsOffAnyway')
    expect(code('2026-01-02', 'off')).toBe('dayIsOffAnyway')
    expect(code('2026-12-31', 'working')).toBe('dayIsWorkingAnyway')
  })
  test('a year shows what each day is by, and which line of the Council the office overrules', () => {
    const own = [{ date: '2026-01-02', kind: 'working' as const, reason: 'Заповед № 1' }]
    expect(namedDaysOf(2026, own).slice(0, 3)).toMatchObject([
      { date: '2026-01-01', by: 'law', key: 'newYear' },
      { date: '2026-01-02', by: 'council', overruled: true },
      { date: '2026-01-02', by: 'office' },
    ])
    expect(namedDaysOf(2025, own).at(-1)).toMatchObject({ date: '2025-12-31', by: 'council' })
  })
  test('a term that ends on a day off ends on the next working day (ЗЗД, чл. 72, ал. 2)', () => {
    const own = [{ date: '2026-11-23', kind: 'off' as const, reason: 'Заповед № 1' }]
    expect(termEnd('2026-11-20')).toBe('2026-11-20')
    expect(termEnd('2026-11-22')).toBe('2026-11-23')
    expect(termEnd('2026-11-22', own)).toBe('2026-11-24')
    expect(termEnd('2025-12-31')).toBe('2026-01-05')
  })
  test('terms in working days', () => {
    expect(addWorkingDays('2026-12-23', 1)).toBe('2026-12-29')
    expect(addWorkingDays('2026-12-29', -1)).toBe('2026-12-23')
    expect(addWorkingDays('2026-04-11', 0)).toBe('2026-04-14')
    expect(addWorkingDays('2026-11-20', 0)).toBe('2026-11-20')
  })
})
