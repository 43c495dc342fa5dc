import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { fitToHours } from './fit.ts'
import { plannedHours, rowMinutes } from './hours.ts'
import { approvedFrom, newPlanVersion, planNotes, planProblems, planTransition } from './rules.ts'
import { checkReview } from './review.ts'
import type { PlanContext } from './rules.ts'
import { planInputSchema } from './schema.ts'
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
