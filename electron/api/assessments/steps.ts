import { finish } from '#domain/assessments/finish.ts'
import { mayDiscard, mayEdit, sendBack } from '#domain/assessments/rules.ts'
import { deleteAssessment } from '#db/queries/assessments.ts'
import { getMethodology } from '#db/queries/methodologies.ts'
import { approveAssessment } from './approval.ts'
import { assessmentCase, finishContext, previousOf } from './facts.ts'
import { applicationFollows, assessmentRecord, takeBackReassessing } from './moves.ts'
import { newAssessmentVersion } from './versions.ts'
import { demand } from '../kernel/faults.ts'
import { shortReason, which } from '../kernel/ids.ts'
import { settingValue } from '../kernel/settings.ts'

/** Without a score: not judged, or no longer. */
const unscored = {
  score: null,
  total: null,
  degree: null,
  computedMinutes: null,
  finishedAt: null,
}

/** What happens to a sheet after it is written. */
export const assessmentSteps = {
  /** „Завърши и изпрати за одобрение“: judged whole, score and its why frozen. */
  finish: assessmentRecord.step(
    { permission: 'assessments.write', audit: 'assessment.finished', input: which },
    (call) => {
      const { row, input } = call.record
      const { tx, actor, now, today } = call
      demand(mayEdit(row.status))
      const found = assessmentCase(tx, row.applicationId)
      const methodology = getMethodology(tx, row.methodologyVersionId).data
      const previous = previousOf(tx, row.previousId)
      const result = finish(input, finishContext(tx, found, input, methodology, previous, today))
      demand(result)
      const { score, status } = result
      const total = score?.total ?? null
      const minutes = score?.minutesPerMonth ?? null
      return {
        changes: {
          status,
          score,
          total,
          degree: score?.degree ?? null,
          computedMinutes: minutes,
          finishedAt: now,
          preparedBy: actor.accountId,
          sentBackReason: '',
        },
        payload: { status, total, minutes },
        answer: { status },
        follow() {
          // A futile visit leaves the application waiting: one goes again, or the head drops it.
          if (status === 'finished') applicationFollows(call, row.applicationId, 'finish')
        },
      }
    },
  ),

  /** Throws away a sheet that was never finished. */
  discard: assessmentRecord.removal(
    { permission: 'assessments.write', audit: 'assessment.discarded', input: which },
    deleteAssessment,
    (call) => {
      const { status, revision, applicationId, personId } = call.record.row
      demand(mayDiscard(status))
      return {
        payload: { revision },
        answer: { applicationId, personId },
        follow() {
          takeBackReassessing(call, applicationId)
        },
      }
    },
  ),

  /** „Върни за корекция“, with the reason. */
  sendBack: assessmentRecord.step(
    {
      permission: 'assessments.approve',
      audit: 'assessment.sentBack',
      input: which.extend({ reason: shortReason }),
    },
    (call) => {
      const { row } = call.record
      const { reason } = call.input
      const verdict = sendBack({
        status: row.status,
        preparedBy: row.preparedBy,
        approverId: call.actor.accountId,
        reason,
        minReasonLength: settingValue(call.tx, 'minReasonLength', call.today),
      })
      demand(verdict)
      return {
        changes: { status: verdict.status, sentBackReason: reason, ...unscored },
        payload: { reason },
        follow() {
          applicationFollows(call, row.applicationId, 'sendBack')
        },
      }
    },
  ),

  approve: approveAssessment,

  newVersion: newAssessmentVersion,
}
