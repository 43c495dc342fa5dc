import { z } from 'zod'
import { approve } from '#domain/assessments/rules.ts'
import { valueOn } from '#domain/settings/rules.ts'
import type { Db } from '#db/connection.ts'
import { assessmentsOfApplication, type StoredAssessment } from '#db/queries/assessments.ts'
import { missingForAssessment } from '#papers/assessments/builder.ts'
import { assessmentSettings } from './facts.ts'
import { applicationFollows, assessmentRecord } from './moves.ts'
import { assessmentPapers } from './paper-kind.ts'
import { assessmentFacts, assessmentSheet, type Approval } from './paper.ts'
import { demand, ruleError } from '../kernel/faults.ts'
import { frozenStep } from '../kernel/freezing.ts'
import { shortReason, which } from '../kernel/ids.ts'
import type { StepCall } from '../kernel/steps.ts'

/** The second person gives the hours; the sheet gets its number and is frozen. */
export const approveAssessment = frozenStep(
  assessmentPapers,
  assessmentRecord,
  {
    audit: 'assessment.approved',
    input: which.extend({
      grantedMinutes: z.int('wholeNumber').min(0, 'tooSmall'),
      reason: shortReason,
    }),
  },
  ({ record, db, input, actor, today }) => {
    const { row } = record
    const { grantedMinutes, reason } = input
    const approval = { approverId: actor.accountId, grantedMinutes, reason, date: today }
    const verdict = judged(db, record, approval)
    demand(verdict)
    const { facts, problem } = assessmentFacts(db, record, { number: '', approval }, today)
    const missing = missingForAssessment(facts)
    if (problem) missing.push(problem)
    if (missing.length > 0) throw ruleError(missing)
    const date = row.assessmentDate ?? today
    return {
      date,
      build: (number) =>
        assessmentSheet(assessmentFacts(db, record, { number, approval }, today).facts),
      frozen: ({ number }, call) => ({
        changes: {
          status: verdict.status,
          number,
          numberYear: Number(date.slice(0, 4)),
          grantedMinutes,
          grantedReason: reason,
          approvedBy: actor.accountId,
          approvalDate: today,
        },
        payload: { number, computedMinutes: row.computedMinutes, grantedMinutes, reason },
        follow() {
          supersedeOthers(call, record)
          applicationFollows(call, row.applicationId, 'approve', grantedMinutes)
        },
      }),
    }
  },
)

/** An assessment approved before this one stays readable and counts no more. */
function supersedeOthers(call: StepCall, { row }: StoredAssessment): void {
  for (const other of assessmentsOfApplication(call.tx, row.applicationId))
    if (other.status === 'approved' && other.id !== row.id)
      assessmentRecord.save(call, other, { status: 'superseded' })
}

function judged(db: Db, { row }: StoredAssessment, approval: Approval) {
  const { approverId, grantedMinutes, reason, date } = approval
  return approve({
    status: row.status,
    preparedBy: row.preparedBy,
    approverId,
    computedMinutes: row.computedMinutes ?? 0,
    grantedMinutes,
    reason,
    assessmentDate: row.assessmentDate ?? date,
    approvalDate: date,
    minReasonLength: valueOn(assessmentSettings(db, date), 'minReasonLength', date),
  })
}
