import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { latestReview } from './rules.ts'
import type { PlanReview, PlanStatus } from './schema.ts'

export interface ReviewedPlan {
  status: PlanStatus
  validFrom: CivilDate
  validTo: CivilDate
  goals: number
}

/**
 * A review of a plan in force: each goal judged, not in the future, and the next one at the latest
 * after the office's own interval. Where the plan ends before, its end is what is waited for.
 */
export function checkReview(
  review: PlanReview,
  plan: ReviewedPlan,
  ctx: { today: CivilDate; reviewMonths: number },
): Verdict {
  const problems: Problem[] = []
  const { reviewedOn, nextReviewDate: next } = review
  if (plan.status !== 'approved' && plan.status !== 'signed')
    return { ok: false, problems: [{ code: 'reviewNotInForce', params: { status: plan.status } }] }
  if (reviewedOn > ctx.today)
    problems.push({
      code: 'dateInFuture',
      path: ['reviewedOn'],
      params: { todayDate: ctx.today },
    })
  else if (reviewedOn < plan.validFrom)
    problems.push({
      code: 'reviewBeforePlan',
      path: ['reviewedOn'],
      params: { fromDate: plan.validFrom },
    })
  if (review.results.length !== plan.goals)
    problems.push({ code: 'reviewResultMissing', path: ['results'] })
  const interval = latestReview(reviewedOn, ctx.reviewMonths)
  const latest = interval < plan.validTo ? interval : plan.validTo
  if (next === null) {
    if (latest < plan.validTo) problems.push({ code: 'reviewMissing', path: ['nextReviewDate'] })
  } else if (next <= reviewedOn)
    problems.push({
      code: 'nextReviewBeforeThis',
      path: ['nextReviewDate'],
      params: { reviewedDate: reviewedOn },
    })
  else if (next > latest)
    problems.push({
      code: 'reviewTooLate',
      path: ['nextReviewDate'],
      params: { latestDate: latest },
    })
  return problems.length === 0 ? { ok: true } : { ok: false, problems }
}
