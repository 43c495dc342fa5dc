import { weakAreas } from '#domain/assessments/finish.ts'
import type { SupportPlanFacts } from '#domain/plans/facts.ts'
import { planProblems, type PlanContext } from '#domain/plans/rules.ts'
import type { PlanInput } from '#domain/plans/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { activityById } from '#domain/regimes/activities.ts'
import { activityGroupNames } from '#domain/regimes/activities-data.ts'
import { limitsOn, serviceById } from '#domain/regimes/rules.ts'
import type { Db } from '#db/connection.ts'
import { findAccount, findAccountByName } from '#db/queries/accounts.ts'
import { getApplication } from '#db/queries/applications.ts'
import { assessmentsOfApplication, getAssessment } from '#db/queries/assessments.ts'
import { getMethodology } from '#db/queries/methodologies.ts'
import { getPerson } from '#db/queries/people.ts'
import { findPlanRow, type StoredPlan } from '#db/queries/plans.ts'
import { settingOn } from '#db/queries/settings.ts'
import type { AssessmentRow } from '#db/schema/assessments.ts'
import type { SupportPlanRow } from '#db/schema/plans.ts'
import { existing } from '../kernel/faults.ts'
import { personSide, placeOf, providerFacts } from '../kernel/parties.ts'
import { settingValue } from '../kernel/settings.ts'

/** The assessment that the plans of an application rest on: the newest that is approved. */
export function approvedAssessmentOf(db: Db, applicationId: string): AssessmentRow | undefined {
  return assessmentsOfApplication(db, applicationId).find((row) => row.status === 'approved')
}

/** What a plan of this assessment is judged by, on its first day. */
export function planContextOf(
  db: Db,
  assessment: AssessmentRow,
  validFrom: string,
  previousId: string | null = null,
): PlanContext {
  const { regime } = getApplication(db, assessment.applicationId)
  const own = settingOn(db, 'dailyMaxMinutes', validFrom)
  const limits = limitsOn(regime, validFrom, own ? [{ key: 'dailyMaxMinutes', ...own }] : [])
  const { data } = getMethodology(db, assessment.methodologyVersionId)
  const percent = settingValue(db, 'weakAreaPercent', validFrom)
  return {
    grantedMinutes: assessment.grantedMinutes ?? 0,
    dailyMaxMinutes: limits?.dailyMaxMinutes ?? null,
    weeklyMaxMinutes: limits?.weeklyMaxMinutes ?? null,
    assessmentDate: assessment.approvalDate ?? assessment.assessmentDate ?? '',
    weakAreas: assessment.score ? weakAreas(data, assessment.score, percent) : [],
    reviewMonths: settingValue(db, 'reviewMonths', validFrom),
    previousFrom: previousId === null ? null : (findPlanRow(db, previousId)?.validFrom ?? null),
  }
}

/** Areas a goal may answer: the groups of the methodology that can ask for one. */
export function areasOf(db: Db, assessment: AssessmentRow): { groupId: string; name: string }[] {
  return getMethodology(db, assessment.methodologyVersionId)
    .data.groups.filter((group) => group.needsGoal)
    .map(({ id, name }) => ({ groupId: id, name }))
}

/**
 * Everything that stands between a plan and the signature: its own content, the assessment it rests
 * on, and whether somebody may sign for the person.
 */
export function openProblems(db: Db, row: SupportPlanRow, input: PlanInput): Problem[] {
  const assessment = approvedAssessmentOf(db, row.applicationId)
  if (!assessment) return [{ code: 'assessmentNotApproved' }]
  const problems: Problem[] = []
  if (row.status !== 'draft' && row.assessmentId !== assessment.id)
    problems.push({ code: 'assessmentReplaced' })
  const { deathDate } = existing(getPerson(db, row.personId))
  if (deathDate !== null) problems.push({ code: 'personDied', params: { deathDate } })
  const context = planContextOf(db, assessment, input.validFrom, row.previousId)
  problems.push(...planProblems(input, context))
  const { problem } = personSide(db, row.personId, input.validFrom)
  if (problem) problems.push(problem)
  return problems
}

export interface PaperMarks {
  /** null while the paper is a draft („ПРОЕКТ“). */
  number: string | null
  date: string | null
  /** Account of the approver. */
  approvedBy: string | null
  on: string
}

/** The facts of „Индивидуален план за подкрепа“ as they stand in the records on a civil date. */
export function planFacts(db: Db, { row, input }: StoredPlan, marks: PaperMarks): SupportPlanFacts {
  const assessment = existing(
    assessmentsOfApplication(db, row.applicationId).find(({ id }) => id === row.assessmentId),
  )
  const application = getApplication(db, row.applicationId)
  const areas = new Map(
    getMethodology(db, assessment.methodologyVersionId).data.groups.map(
      (group) => [group.id, group.name] as const,
    ),
  )
  const side = personSide(db, row.personId, marks.on)
  const signer = (id: string) => {
    const account = findAccount(db, id)
    return { name: account?.displayName ?? '', position: account?.position ?? '' }
  }
  return {
    draft: marks.number === null,
    number: marks.number,
    date: marks.date,
    place: placeOf(db, marks.on),
    provider: providerFacts(db, { chiefAccountant: false }),
    person: side.person,
    representative: side.representative,
    signing: side.signing,
    service: serviceById(application.service).name,
    validFrom: input.validFrom,
    validTo: input.validTo,
    assessment: {
      number: assessment.number ?? '',
      // The date in its own title: contract and plan name the assessment alike.
      date: assessment.assessmentDate ?? assessment.approvalDate ?? '',
    },
    planVersion: row.revision,
    grantedMinutesPerMonth: row.grantedMinutes,
    plannedMinutesPerMonth: { min: row.minMinutes, max: row.maxMinutes },
    plannedMinutesPerWeek: row.weekMinutes,
    goals: input.goals.map(({ areaId, activities, ...goal }) => ({
      ...goal,
      area: areaId === null ? null : (areas.get(areaId) ?? null),
      activities: activities.map((id) => activityById(id)?.name ?? id),
    })),
    areasWithoutGoal: input.areasWithoutGoal.map(({ areaId, reason }) => ({
      area: areas.get(areaId) ?? areaId,
      reason,
    })),
    week: input.rows.map(({ activity, weekdays, fromMinute, toMinute, assistant }) => {
      const type = activityById(activity)
      return {
        activity: type?.name ?? activity,
        activityGroup: type ? activityGroupNames[type.group] : '',
        weekdays,
        fromMinute,
        toMinute,
        assistant: assistant === '' ? null : assistant,
      }
    }),
    differenceReason: input.differenceReason === '' ? null : input.differenceReason,
    involvement: input.involvement === '' ? null : input.involvement,
    risks: input.risks,
    emergencyContact:
      input.emergencyContactName === ''
        ? null
        : { name: input.emergencyContactName, phone: input.emergencyContactPhone },
    generalPractitioner: input.generalPractitioner === '' ? null : input.generalPractitioner,
    nextReviewDate: input.nextReviewDate ?? input.validTo,
    team: getAssessment(db, assessment.id).input.team,
    caseManager: {
      name: input.caseManager,
      position: findAccountByName(db, input.caseManager)?.position ?? '',
    },
    preparedBy: signer(row.preparedBy),
    approvedBy: marks.approvedBy === null ? null : signer(marks.approvedBy),
  }
}
