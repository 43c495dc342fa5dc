import { lastDayOfTerm } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { latestReview } from './rules.ts'
import type { PlanInput } from './schema.ts'

/** What is already known when a plan is begun. */
export interface PlanBeginning {
  assessmentId: string
  assessmentDate: CivilDate
  today: CivilDate
  reviewMonths: number
  emergencyContactName: string
  emergencyContactPhone: string
  generalPractitioner: string
  caseManager: string
}

/** The day on which the next review falls by default: never after the plan itself. */
export function defaultReview(
  validFrom: CivilDate,
  validTo: CivilDate,
  reviewMonths: number,
): CivilDate {
  const latest = latestReview(validFrom, reviewMonths)
  return latest < validTo ? latest : validTo
}

/** A new plan: one year from today (not before the assessment), no goals and no rows yet. */
export function beginPlan(known: PlanBeginning): PlanInput {
  const validFrom = known.today < known.assessmentDate ? known.assessmentDate : known.today
  const validTo = lastDayOfTerm(validFrom, 1)
  return {
    assessmentId: known.assessmentId,
    validFrom,
    validTo,
    goals: [],
    areasWithoutGoal: [],
    rows: [],
    differenceReason: '',
    involvement: '',
    risks: [],
    emergencyContactName: known.emergencyContactName,
    emergencyContactPhone: known.emergencyContactPhone,
    generalPractitioner: known.generalPractitioner,
    nextReviewDate: defaultReview(validFrom, validTo, known.reviewMonths),
    caseManager: known.caseManager,
  }
}
