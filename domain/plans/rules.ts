import { addDays, addMonths, lastDayOfTerm } from '#domain/calendar/civil-date.ts'
import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { verdict } from '#domain/problems/schema.ts'
import { minutesPerWeekday, plannedHours } from './hours.ts'
import type { PlannedHours } from './hours.ts'
import type { PlanInput, PlanStatus, WeekRow } from './schema.ts'

export interface PlanContext {
  /** Hours granted by the approved assessment. */
  grantedMinutes: number
  dailyMaxMinutes: number | null
  weeklyMaxMinutes: number | null
  /** Day of the approved assessment; the plan cannot begin before it. */
  assessmentDate: string
  weakAreas: readonly { groupId: string; name: string }[]
  /** Review at the latest so many months after the first day. */
  reviewMonths: number
  /** First day of the plan that this one follows; null = there is none. */
  previousFrom: string | null
}

/** Two rows of one person at the same time on the same day; one after another is no clash. */
export function overlaps(rows: readonly WeekRow[]): Problem[] {
  const problems: Problem[] = []
  rows.forEach((row, index) => {
    rows.slice(0, index).forEach((other, otherIndex) => {
      if (row.fromMinute >= other.toMinute || other.fromMinute >= row.toMinute) return
      const weekday = row.weekdays.find((day) => other.weekdays.includes(day))
      if (weekday !== undefined)
        problems.push({
          code: 'rowsOverlap',
          path: ['rows', index],
          params: { weekday, row: index + 1, other: otherIndex + 1 },
        })
    })
  })
  return problems
}

function limitProblems(plan: PlanInput, hours: PlannedHours, ctx: PlanContext): Problem[] {
  const problems: Problem[] = []
  if (ctx.dailyMaxMinutes !== null) {
    const limit = ctx.dailyMaxMinutes
    minutesPerWeekday(plan.rows).forEach((minutes, index) => {
      if (minutes > limit)
        problems.push({
          code: 'planDailyLimit',
          path: ['rows'],
          params: { weekday: index + 1, dayMinutes: minutes, limitMinutes: limit },
        })
    })
  }
  if (ctx.weeklyMaxMinutes !== null && hours.perWeek > ctx.weeklyMaxMinutes)
    problems.push({
      code: 'planWeeklyLimit',
      path: ['rows'],
      params: { weekMinutes: hours.perWeek, limitMinutes: ctx.weeklyMaxMinutes },
    })
  if (hours.max > ctx.grantedMinutes) {
    const fullest = hours.months.find((month) => month.minutes === hours.max)
    problems.push({
      code: 'planOverGranted',
      path: ['rows'],
      params: {
        plannedMinutes: hours.max,
        grantedMinutes: ctx.grantedMinutes,
        overMinutes: hours.max - ctx.grantedMinutes,
        month: Number(fullest?.month.slice(5) ?? 0),
        year: Number(fullest?.month.slice(0, 4) ?? 0),
      },
    })
  }
  return problems
}

function goalProblems(plan: PlanInput, ctx: PlanContext): Problem[] {
  const problems: Problem[] = []
  if (plan.goals.length === 0) problems.push({ code: 'goalsMissing', path: ['goals'] })
  const answered = new Set([
    ...plan.goals.map((goal) => goal.areaId),
    ...plan.areasWithoutGoal.map((area) => area.areaId),
  ])
  for (const area of ctx.weakAreas)
    if (!answered.has(area.groupId))
      problems.push({
        code: 'areaWithoutGoal',
        path: ['goals', area.groupId],
        params: { area: area.name },
      })
  plan.goals.forEach((goal, index) => {
    if (goal.startDate < plan.validFrom || goal.endDate > plan.validTo)
      problems.push({
        code: 'goalOutsidePlan',
        path: ['goals', index, 'endDate'],
        params: { fromDate: plan.validFrom, toDate: plan.validTo },
      })
  })
  return problems
}

/** Last day for the next review; the office's own interval from the first day of the plan. */
export function latestReview(validFrom: string, reviewMonths: number): string {
  return addMonths(validFrom, reviewMonths)
}

/** Hours of a plan over its own period. */
export function hoursOfPlan(plan: Pick<PlanInput, 'rows' | 'validFrom' | 'validTo'>): PlannedHours {
  return plannedHours(plan.rows, plan.validFrom, plan.validTo)
}

/**
 * What stands between a plan and „Подготви за подпис“. More hours than granted in any month, a day
 * over the limit and a clash are blocks; less than granted is not (`planNotes`).
 */
export function planProblems(plan: PlanInput, ctx: PlanContext): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, field: string, params?: Problem['params']) =>
    problems.push({ code, path: [field], ...(params ? { params } : {}) })
  if (plan.validFrom < ctx.assessmentDate)
    add('planBeforeAssessment', 'validFrom', { assessmentDate: ctx.assessmentDate })
  if (ctx.previousFrom !== null && plan.validFrom < ctx.previousFrom)
    add('versionBeforePlan', 'validFrom', { fromDate: ctx.previousFrom })
  problems.push(...goalProblems(plan, ctx))
  if (plan.rows.length === 0) add('weekEmpty', 'rows')
  problems.push(...overlaps(plan.rows), ...limitProblems(plan, hoursOfPlan(plan), ctx))
  if (plan.nextReviewDate === null) add('reviewMissing', 'nextReviewDate')
  else if (plan.nextReviewDate <= plan.validFrom)
    add('reviewBeforePlan', 'nextReviewDate', { fromDate: plan.validFrom })
  else if (plan.nextReviewDate > latestReview(plan.validFrom, ctx.reviewMonths))
    add('reviewTooLate', 'nextReviewDate', {
      latestDate: latestReview(plan.validFrom, ctx.reviewMonths),
    })
  // A name nobody can ring helps nobody.
  if (plan.emergencyContactName !== '' && plan.emergencyContactPhone === '')
    add('contactPhoneMissing', 'emergencyContactPhone')
  if (plan.caseManager === '') add('caseManagerMissing', 'caseManager')
  return problems
}

/** Said, not forbidden: hours granted that the plan leaves unused in its fullest month. */
export function planNotes(plan: PlanInput, ctx: PlanContext): Problem[] {
  const { max, min } = hoursOfPlan(plan)
  return max < ctx.grantedMinutes
    ? [
        {
          code: 'planUnderGranted',
          path: ['rows'],
          params: {
            plannedMinutes: max,
            leastMinutes: min,
            grantedMinutes: ctx.grantedMinutes,
            underMinutes: ctx.grantedMinutes - max,
          },
        },
      ]
    : []
}

export type PlanEvent = 'prepare' | 'sendBack' | 'approve' | 'sign' | 'supersede'

const planTable: Record<PlanStatus, Partial<Record<PlanEvent, PlanStatus>>> = {
  draft: { prepare: 'ready' },
  ready: { sendBack: 'draft', approve: 'approved' },
  approved: { sign: 'signed', supersede: 'superseded' },
  signed: { supersede: 'superseded' },
  superseded: {},
}

/** Next status of a plan; `problems` are those of `planProblems` and stop preparing and approving. */
export function planTransition(
  status: PlanStatus,
  event: PlanEvent,
  problems: readonly Problem[],
): Verdict<{ status: PlanStatus }> {
  const next = planTable[status][event]
  if (!next)
    return { ok: false, problems: [{ code: 'eventNotAllowed', params: { state: status } }] }
  if ((event === 'prepare' || event === 'approve') && problems.length > 0)
    return { ok: false, problems: [...problems] }
  return { ok: true, status: next }
}

/** Only a draft is written into; afterwards a change is a new version. */
export function mayEditPlan(status: PlanStatus): Verdict {
  return verdict([status !== 'draft' && { code: 'planLocked', params: { status } }])
}

/**
 * A plan holds from the day it is approved on, and not before: what was to begin earlier begins then. Its end
 * and its first review have to lie after it.
 */
export function approvedFrom(plan: PlanInput, approved: string): Verdict<{ input: PlanInput }> {
  if (plan.validFrom >= approved) return { ok: true, input: plan }
  const result = verdict([
    plan.validTo < approved && { code: 'endBeforeStart', path: ['validTo'] },
    plan.nextReviewDate !== null &&
      plan.nextReviewDate <= approved && {
        code: 'reviewBeforePlan',
        path: ['nextReviewDate'],
        params: { fromDate: approved },
      },
  ])
  if (!result.ok) return result
  const goals = plan.goals.map((goal) => ({
    ...goal,
    startDate: goal.startDate < approved ? approved : goal.startDate,
    endDate: goal.endDate < approved ? approved : goal.endDate,
  }))
  return { ok: true, input: { ...plan, validFrom: approved, goals } }
}

/** Over by its last day: the next plan follows it, whatever became of it. */
export function planEnded(plan: { status: PlanStatus; validTo: string }, today: string): boolean {
  return (plan.status === 'approved' || plan.status === 'signed') && plan.validTo < today
}

/**
 * A new version from an approved or signed plan: content carries over from `validFrom` on, review
 * and statuses do not. The old one stays readable and is superseded when the new one is signed. After
 * the last day of the old one the new version is the next plan, for a year of its own; it leaves no day
 * without a plan, unless the old one ended unnoticed.
 */
export function newPlanVersion(
  from: { status: PlanStatus; revision: number; input: PlanInput },
  validFrom: string,
  today: string,
): Verdict<{ revision: number; input: PlanInput }> {
  const { status, input } = from
  const next = validFrom > input.validTo
  const result = verdict([
    status !== 'approved' &&
      status !== 'signed' && { code: 'onlyApprovedHasVersions', params: { status } },
    validFrom < input.validFrom && {
      code: 'versionBeforePlan',
      path: ['validFrom'],
      params: { fromDate: input.validFrom },
    },
    validFrom > addDays(input.validTo, 1) &&
      !planEnded({ status, validTo: input.validTo }, today) && {
        code: 'versionAfterPlan',
        path: ['validFrom'],
        params: { toDate: input.validTo },
      },
  ])
  if (!result.ok) return result
  const validTo = next ? lastDayOfTerm(validFrom, 1) : input.validTo
  const goals = input.goals
    .filter((goal) => next || goal.endDate >= validFrom)
    .map((goal) => ({
      ...goal,
      startDate: goal.startDate < validFrom ? validFrom : goal.startDate,
      endDate: next ? validTo : goal.endDate,
    }))
  return {
    ok: true,
    revision: from.revision + 1,
    input: { ...input, validFrom, validTo, goals, nextReviewDate: null, differenceReason: '' },
  }
}
