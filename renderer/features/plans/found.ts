import type { PlanContext } from '#domain/plans/rules.ts'
import type { ApiClient } from '#renderer/shell/client.ts'

/** One plan as its pages read it. */
export type FoundPlan = Awaited<ReturnType<ApiClient['plans']['find']>>
export type Measures = FoundPlan['measures']

/** What the rules of the domain need of what the office measured. */
export function contextOf(measures: Measures): PlanContext {
  const { grantedMinutes, dailyMaxMinutes, weeklyMaxMinutes } = measures
  const { assessmentDate, weakAreas, reviewMonths, previousFrom } = measures
  return {
    grantedMinutes,
    dailyMaxMinutes,
    weeklyMaxMinutes,
    assessmentDate,
    weakAreas,
    reviewMonths,
    previousFrom,
  }
}
