import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { fitToHours } from './fit.ts'
import { monthsOf, plannedHours, rowMinutes } from './hours.ts'
import {
  approvedFrom,
  newPlanVersion,
  overlaps,
  planNotes,
  planProblems,
  planTransition,
} from './rules.ts'
import { checkReview } from './review.ts'
import type { PlanContext } from './rules.ts'
import { planInputSchema, weekRowSchema } from './schema.ts'
import type { PlanInput, WeekRow } from './schema.ts'

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

const plan: PlanInput = planInputSchema.parse({
  assessmentId: 's1',
  validFrom: '2026-11-16',
  validTo: '2027-11-15',
  goals: [
    {
      kind: 'shortTerm',
      areaId: 'SELF',
      goal: 'Да поддържа личната си хигиена.',
      activities: ['hygiene'],
      expectedResult: 'Къпе се два пъти седмично.',
      responsible: 'социален асистент',
      startDate: '2026-11-16',
      endDate: '2027-05-15',
    },
  ],
  areasWithoutGoal: [],
  rows: [row(workdays, 8, 10)],
  differenceReason: '',
  involvement: '',
  risks: [],
  emergencyContactName: '',
  emergencyContactPhone: '',
  nextReviewDate: '2027-05-16',
  caseManager: 'Галина Димитрова',
})
const ctx: PlanContext = {
  grantedMinutes: 46 * 60,
  dailyMaxMinutes: 240,
  weeklyMaxMinutes: null,
  assessmentDate: '2026-11-12',
  weakAreas: [{ groupId: 'SELF', name: 'Самообслужване' }],
  reviewMonths: 6,
  previousFrom: null,
}
const codes = (patch: Partial<PlanInput>, context: Partial<PlanContext> = {}) =>
  planProblems({ ...plan, ...patch }, { ...ctx, ...context }).map((problem) => problem.code)

const version = (validFrom: string, today = '2026-12-01', status: 'draft' | 'signed' = 'signed') =>
  newPlanVersion({ status, revision: 1, input: plan }, validFrom, today)
const versionCodes = (validFrom: string, today?: string) => {
  const made = version(validFrom, today)
  return made.ok ? [] : made.problems.map(({ code, params }) => [code, params])
}

describe('the plan after a plan', () => {
  it('never begins before the one it follows, and says when that began', () => {
    expect(versionCodes('2026-11-15')).toEqual([
      ['versionBeforePlan', { fromDate: plan.validFrom }],
    ])
    expect(versionCodes(plan.validFrom)).toEqual([])
    expect(codes({}, { previousFrom: '2026-11-17' })).toEqual(['versionBeforePlan'])
    expect(codes({}, { previousFrom: plan.validFrom })).toEqual([])
  })
  it('is the next one after its last day: a year of its own, with what still holds', () => {
    const next = version('2027-11-16')
    expect(next).toMatchObject({
      ok: true,
      input: {
        validFrom: '2027-11-16',
        validTo: '2028-11-15',
        rows: plan.rows,
        goals: plan.goals.map(() => ({ startDate: '2027-11-16', endDate: '2028-11-15' })),
      },
    })
  })
  it('leaves no gap while there is a plan; after it ended the next one begins when it can', () => {
    expect(versionCodes('2027-11-17')).toEqual([['versionAfterPlan', { toDate: '2027-11-15' }]])
    expect(versionCodes('2027-12-20', '2027-12-11')).toEqual([])
  })
})

describe('a review', () => {
  const judged = (reviewedOn: string, nextReviewDate: string | null) => {
    const { validFrom, validTo, goals } = plan
    const results = goals.map(() => ({ result: 'partly' as const, note: '' }))
    const result = checkReview(
      { reviewedOn, nextReviewDate, results, note: '' },
      { status: 'signed', validFrom, validTo, goals: goals.length },
      { today: '2027-12-31', reviewMonths: 6 },
    )
    return result.ok
      ? []
      : result.problems.map(({ code, params }) => [code, params?.['latestDate']])
  }
  it('leaves a next one, unless the plan ends before; then its end is the last day for it', () => {
    expect(judged('2027-05-01', null)).toEqual([['reviewMissing', undefined]])
    expect(judged('2027-05-01', '2027-11-01')).toEqual([])
    expect(judged('2027-05-01', '2027-11-02')).toEqual([['reviewTooLate', '2027-11-01']])
    expect(judged('2027-06-15', null)).toEqual([])
    expect(judged('2027-06-15', '2027-11-15')).toEqual([])
    expect(judged('2027-06-15', '2027-11-16')).toEqual([['reviewTooLate', '2027-11-15']])
  })
})

describe('planProblems', () => {
  it('lets through a plan that fills the fullest month exactly', () => {
    expect(codes({})).toEqual([])
    expect(planNotes(plan, ctx)).toEqual([])
  })
  it('blocks one quarter of an hour over and names the month; under is only said', () => {
    expect(planProblems(plan, { ...ctx, grantedMinutes: 46 * 60 - 15 })).toMatchObject([
      { code: 'planOverGranted', params: { overMinutes: 15, month: 12, year: 2026 } },
    ])
    expect(planNotes(plan, { ...ctx, grantedMinutes: 84 * 60 })).toMatchObject([
      { code: 'planUnderGranted', params: { underMinutes: 38 * 60, leastMinutes: 40 * 60 } },
    ])
    expect(codes({}, { grantedMinutes: 84 * 60 })).toEqual([])
  })
  it('adds up a day over all its rows', () => {
    const rows = [row([1], 8, 10), row([1], 10, 12, 'cooking')]
    expect(codes({ rows })).toEqual([])
    const over = planProblems({ ...plan, rows: [...rows, row([1], 16, 17, 'walk')] }, ctx)
    expect(over).toMatchObject([
      { code: 'planDailyLimit', params: { weekday: 1, dayMinutes: 300, limitMinutes: 240 } },
    ])
    expect(codes({ rows }, { weeklyMaxMinutes: 239 })).toEqual(['planWeeklyLimit'])
  })
  it('wants a goal or a deliberate „няма цел“ for each weak area', () => {
    const weakAreas = [...ctx.weakAreas, { groupId: 'MOVE', name: 'Движение и позиция' }]
    expect(codes({}, { weakAreas })).toEqual(['areaWithoutGoal'])
    const areasWithoutGoal = [{ areaId: 'MOVE', reason: 'Помага синът.' }]
    expect(codes({ areasWithoutGoal }, { weakAreas })).toEqual([])
    expect(codes({ goals: [] })).toEqual(['goalsMissing', 'areaWithoutGoal'])
  })
  it('keeps the dates: after the assessment, goals inside, review in time', () => {
    expect(codes({}, { assessmentDate: '2026-11-17' })).toEqual(['planBeforeAssessment'])
    expect(codes({ validTo: '2027-05-14' })).toEqual(['goalOutsidePlan'])
    expect(codes({ nextReviewDate: '2027-05-17' })).toEqual(['reviewTooLate'])
    expect(codes({ nextReviewDate: '2026-11-16' })).toEqual(['reviewBeforePlan'])
    expect(codes({ nextReviewDate: null, caseManager: '', rows: [] })).toEqual([
      'weekEmpty',
      'reviewMissing',
      'caseManagerMissing',
    ])
    // six months from 31 August end on the last day of February
    const august = {
      validFrom: '2027-08-31',
      validTo: '2028-08-30',
      goals: [{ ...plan.goals[0]!, startDate: '2027-08-31', endDate: '2028-02-01' }],
    }
    expect(codes({ ...august, nextReviewDate: '2028-02-29' })).toEqual([])
    expect(codes({ ...august, nextReviewDate: '2028-03-01' })).toEqual(['reviewTooLate'])
  })
})

describe('„Напасни“', () => {
  it('takes the least from the end of the latest of the longest visits', () => {
    const fitted = fitToHours(plan.rows, 45 * 60, plan.validFrom, plan.validTo)
    expect(fitted.before).toBe(46 * 60)
    expect(fitted.after).toBeLessThanOrEqual(45 * 60)
    expect(fitted.cuts).toEqual([{ row: 0, weekday: 5, minutes: 15, removed: false }])
    expect(fitted.rows).toEqual([
      { ...plan.rows[0], weekdays: [1, 2, 3, 4] },
      { ...plan.rows[0], weekdays: [5], toMinute: 585 },
    ])
  })
  it('leaves a plan that fits as it is', () => {
    expect(fitToHours(plan.rows, 46 * 60, plan.validFrom, plan.validTo)).toMatchObject({
      rows: plan.rows,
      cuts: [],
    })
  })
  it('always fits, never adds, and its last quarter of an hour was needed', () => {
    const anyRow = fc
      .record({
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fromMinute: fc.integer({ min: 0, max: 80 }).map((n) => n * 15),
        length: fc.integer({ min: 1, max: 12 }).map((n) => n * 15),
      })
      .map(({ weekdays, fromMinute, length }) => ({
        weekdays,
        fromMinute,
        toMinute: fromMinute + length,
      }))
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 4 }),
        fc.integer({ min: 0, max: 100 }).map((n) => n * 60),
        (rows, granted) => {
          const fitted = fitToHours(rows, granted, '2026-02-01', '2026-04-30')
          expect(plannedHours(fitted.rows, '2026-02-01', '2026-04-30').max).toBe(fitted.after)
          expect(fitted.after).toBeLessThanOrEqual(Math.max(0, granted))
          expect(fitted.after).toBeLessThanOrEqual(fitted.before)
          for (const r of fitted.rows) expect(rowMinutes(r)).toBeGreaterThan(0)
          // A month has a weekday at most five times: giving one quarter back is at most 75 minutes.
          if (fitted.cuts.length > 0) expect(fitted.after + 75).toBeGreaterThan(granted)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('statuses', () => {
  it('walk from draft to signed, with the problems in the way', () => {
    expect(planTransition('draft', 'prepare', [])).toEqual({ ok: true, status: 'ready' })
    expect(planTransition('draft', 'prepare', [{ code: 'weekEmpty' }]).ok).toBe(false)
    expect(planTransition('ready', 'approve', [])).toEqual({ ok: true, status: 'approved' })
    expect(planTransition('ready', 'sendBack', [{ code: 'weekEmpty' }])).toEqual({
      ok: true,
      status: 'draft',
    })
    expect(planTransition('approved', 'sign', [])).toEqual({ ok: true, status: 'signed' })
    expect(planTransition('draft', 'sign', []).ok).toBe(false)
    expect(planTransition('superseded', 'sign', []).ok).toBe(false)
  })
  it('holds from the day of its approval, never before it', () => {
    expect(approvedFrom(plan, plan.validFrom)).toEqual({ ok: true, input: plan })
    expect(approvedFrom(plan, '2026-12-01')).toMatchObject({
      ok: true,
      input: {
        validFrom: '2026-12-01',
        validTo: plan.validTo,
        goals: [{ startDate: '2026-12-01' }],
      },
    })
    expect(approvedFrom(plan, addDays(plan.validTo, 1))).toMatchObject({
      ok: false,
      problems: [{ code: 'endBeforeStart' }, { code: 'reviewBeforePlan' }],
    })
  })
  it('makes a new version that keeps the old one and only goals still running', () => {
    const before = structuredClone(plan)
    const next = version('2027-02-01')
    expect(next).toMatchObject({
      ok: true,
      revision: 2,
      input: {
        validFrom: '2027-02-01',
        nextReviewDate: null,
        goals: [{ startDate: '2027-02-01' }],
      },
    })
    const late = version('2027-06-01')
    expect(late).toMatchObject({ ok: true, input: { goals: [] } })
    expect(plan).toEqual(before)
    expect(version('2027-02-01', '2026-12-01', 'draft').ok).toBe(false)
    expect(version('2027-11-17').ok).toBe(false)
  })
})
