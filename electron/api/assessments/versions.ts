import { z } from 'zod'
import { newVersion } from '#domain/assessments/rules.ts'
import { updateReasons } from '#domain/assessments/schema.ts'
import { getAssessment, insertAssessment, nextAssessmentRevision } from '#db/queries/assessments.ts'
import { lockMethodology, methodologyOnDate } from '#db/queries/methodologies.ts'
import { assessmentCase } from './facts.ts'
import { applicationFollows, assessmentRecord } from './moves.ts'
import { demandStart } from './view.ts'
import { action } from '../kernel/actions.ts'
import { demand, ruleError } from '../kernel/faults.ts'
import { id, shortReason } from '../kernel/ids.ts'
import { stampOf } from '../kernel/steps.ts'

/** A review or a correction of an approved sheet: the old one stays readable. */
export const newAssessmentVersion = action(
  {
    permission: 'assessments.write',
    audit: 'assessment.versionBegun',
    subject: assessmentRecord.subject,
    input: z.object({
      id,
      updateReason: z.enum(updateReasons, 'required'),
      updateReasonText: shortReason,
    }),
  },
  (call) => {
    const { input, tx, audit, today } = call
    const { row, input: old } = getAssessment(tx, input.id)
    const found = assessmentCase(tx, row.applicationId)
    demandStart(found)
    const next = newVersion({ status: row.status, revision: row.revision, input: old })
    demand(next)
    if (input.updateReason === 'other' && input.updateReasonText === '')
      throw ruleError([{ code: 'updateReasonMissing', path: ['updateReasonText'] }])
    const methodology = methodologyOnDate(tx, today)
    if (!methodology) throw ruleError([{ code: 'methodologyEmpty' }])
    const known = new Set(
      methodology.data.groups.flatMap((group) =>
        group.items.flatMap((item) => item.options.map((one) => `${item.id}/${one.id}`)),
      ),
    )
    const created = insertAssessment(
      tx,
      {
        ...next.input,
        updateReason: input.updateReason,
        updateReasonText: input.updateReasonText,
        // A newer methodology may no longer ask what the old sheet answered.
        answers: next.input.answers.filter((answer) =>
          known.has(`${answer.itemId}/${answer.optionId ?? ''}`),
        ),
      },
      {
        personId: row.personId,
        methodologyVersionId: methodology.id,
        revision: nextAssessmentRevision(tx, row.applicationId),
        previousId: row.id,
      },
      stampOf(call),
    )
    lockMethodology(tx, methodology.id)
    applicationFollows(call, row.applicationId, 'start')
    audit({
      subjectId: created,
      personId: row.personId,
      payload: { follows: row.id, reason: input.updateReason },
    })
    return { id: created, applicationId: row.applicationId }
  },
)
