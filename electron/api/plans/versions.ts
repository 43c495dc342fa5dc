import { civilDateSchema } from '#domain/calendar/schema.ts'
import { defaultReview } from '#domain/plans/begin.ts'
import { newPlanVersion } from '#domain/plans/rules.ts'
import { insertPlan, nextPlanRevision, openPlanOf } from '#db/queries/plans.ts'
import { action } from '../kernel/actions.ts'
import { demand, ruleError } from '../kernel/faults.ts'
import { which } from '../kernel/ids.ts'
import { settingValue } from '../kernel/settings.ts'
import { stampOf } from '../kernel/steps.ts'
import { approvedAssessmentOf } from './facts.ts'
import { planRecord } from './moves.ts'

/** A change of an approved plan is a new one beside it; the old stays readable. */
export const newPlanVersionStep = action(
  {
    permission: 'plans.write',
    audit: 'plan.versionMade',
    subject: planRecord.subject,
    input: which.extend({ validFrom: civilDateSchema }),
  },
  (call) => {
    const { input, tx, audit, actor } = call
    const { row, input: plan } = planRecord.opened(tx, input, actor)
    if (openPlanOf(tx, row.applicationId)?.id !== row.id)
      throw ruleError([{ code: 'planVersionOpen' }])
    const made = newPlanVersion(
      { status: row.status, revision: row.revision, input: plan },
      input.validFrom,
      call.today,
    )
    demand(made)
    const assessment = approvedAssessmentOf(tx, row.applicationId)
    if (!assessment) throw ruleError([{ code: 'assessmentNotApproved' }])
    const months = settingValue(tx, 'reviewMonths', input.validFrom)
    const created = insertPlan(
      tx,
      {
        ...made.input,
        assessmentId: assessment.id,
        nextReviewDate: defaultReview(input.validFrom, made.input.validTo, months),
      },
      {
        applicationId: row.applicationId,
        personId: row.personId,
        grantedMinutes: assessment.grantedMinutes ?? 0,
        revision: nextPlanRevision(tx, row.applicationId),
        previousId: row.id,
      },
      stampOf(call),
    )
    audit({
      subjectId: created,
      personId: row.personId,
      payload: { from: row.id, validFrom: input.validFrom },
    })
    return { id: created }
  },
)
