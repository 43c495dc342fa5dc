import { mayApproveWorkOf } from '#domain/accounts/permissions.ts'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { signedModeSchema } from '#domain/papers/schema.ts'
import { checkReview } from '#domain/plans/review.ts'
import { approvedFrom, planTransition } from '#domain/plans/rules.ts'
import { planReviewSchema } from '#domain/plans/schema.ts'
import { linesField } from '#domain/text/fields.ts'
import type { Tx } from '#db/connection.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import { insertReview } from '#db/queries/plans.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { buildPlan, missingForPlan } from '#papers/plans/builder.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { frozenStep } from '../kernel/freezing.ts'
import { which } from '../kernel/ids.ts'
import { signPaper } from '../kernel/paper-steps.ts'
import { settingValue } from '../kernel/settings.ts'
import { stampOf } from '../kernel/steps.ts'
import { approvedAssessmentOf, openProblems, planFacts } from './facts.ts'
import { planRecord, replaceBefore, signed } from './moves.ts'
import { planPapers } from './paper-kind.ts'
import { newPlanVersionStep } from './versions.ts'

function mayApprove(actor: Session, preparedBy: string): void {
  const own = { id: actor.accountId, roles: actor.roles }
  if (!mayApproveWorkOf(own, preparedBy, 'plans.approve'))
    throw ruleError([{ code: 'planApproverIsPreparer' }])
}

/** The steps of a plan after it is written: signature, review, next version. */
export const planSteps = {
  /** „Подготви за подпис“: locked from here on, waits for the head. */
  prepare: planRecord.step(
    { permission: 'plans.write', audit: 'plan.prepared', input: which },
    ({ record: { row, input: plan }, tx, actor }) => {
      const step = planTransition(row.status, 'prepare', openProblems(tx, row, plan))
      demand(step)
      const assessment = existing(approvedAssessmentOf(tx, row.applicationId))
      const { status } = step
      return {
        changes: {
          status,
          preparedBy: actor.accountId,
          assessmentId: assessment.id,
          grantedMinutes: assessment.grantedMinutes ?? 0,
          sentBackReason: '',
        },
        answer: { status },
      }
    },
  ),

  /** Back to the one who prepared it, with what is to be put right. */
  sendBack: planRecord.step(
    {
      permission: 'plans.approve',
      audit: 'plan.sentBack',
      input: which.extend({
        reason: linesField(2000).min(1, 'sendBackReasonMissing'),
      }),
    },
    ({ record, input: { reason } }) => {
      const step = planTransition(record.row.status, 'sendBack', [])
      demand(step)
      const { status } = step
      return {
        changes: { status, sentBackReason: reason },
        payload: { reason },
        answer: { status },
      }
    },
  ),

  /** The head approves: the plan gets its number and its paper is frozen. */
  approve: frozenStep(
    planPapers,
    planRecord,
    { audit: 'plan.approved', input: which },
    ({ record, db, actor, now, today }) => {
      const { row, input: plan } = record
      const step = planTransition(row.status, 'approve', openProblems(db, row, plan))
      demand(step)
      mayApprove(actor, row.preparedBy)
      const { status } = step
      const begun = approvedFrom(plan, today)
      demand(begun)
      const { validFrom } = begun.input
      return {
        date: today,
        build(number) {
          const marks = { number, date: today, approvedBy: actor.accountId, on: today }
          const facts = planFacts(db, { ...record, input: begun.input }, marks)
          const missing = missingForPlan(facts)
          if (missing.length > 0) throw ruleError(missing)
          const { data, documentDate, textVersion, dataHash } = buildPlan(facts)
          return { request: { layout: 'plan', data, documentDate }, textVersion, dataHash }
        },
        frozen: ({ number }) => ({
          changes: {
            status,
            number,
            numberYear: Number(today.slice(0, 4)),
            planDate: today,
            validFrom,
            approvedBy: actor.accountId,
            approvedAt: now,
          },
          payload: { number, validFrom },
          answer: { status },
        }),
      }
    },
  ),

  /** The signed paper came back: paper and plan in one step; the version before is replaced. */
  markSigned: planRecord.step(
    {
      permission: planPapers.markSigned,
      audit: 'plan.signed',
      input: which.extend({ signedOn: civilDateSchema, mode: signedModeSchema }),
    },
    (call) => {
      const { record, input, tx } = call
      demand(planTransition(record.row.status, 'sign', []))
      const paper = paperOf(tx, record.row.id)
      // A paper that somebody has marked already says on which day.
      const signedOn = paper.status === 'signedBack' ? paper.signedOn : null
      const changes = signed(record, signedOn ?? input.signedOn)
      return {
        changes,
        payload: { signedOn: changes.signedOn },
        answer: { status: changes.status },
        follow() {
          if (signedOn === null) signPaper(call, paper, { on: input.signedOn, mode: input.mode })
          replaceBefore(call, record)
        },
      }
    },
  ),

  newVersion: newPlanVersionStep,

  /** What the review of a plan in force found; moves the next one on. */
  review: planRecord.step(
    {
      permission: 'plans.write',
      audit: 'plan.reviewed',
      input: which.extend({ review: planReviewSchema }),
    },
    (call) => {
      const { tx, today } = call
      const { row, input: plan } = call.record
      const { review } = call.input
      const { reviewedOn, nextReviewDate } = review
      demand(
        checkReview(
          review,
          { ...plan, status: row.status, goals: plan.goals.length },
          { today, reviewMonths: settingValue(tx, 'reviewMonths', reviewedOn) },
        ),
      )
      return {
        changes: { nextReviewDate },
        payload: { reviewedOn, nextReviewDate },
        follow() {
          insertReview(tx, row.id, review, stampOf(call))
        },
      }
    },
  ),
}

const paperOf = (tx: Tx, id: string) => existing(currentPaperOf(tx, { kind: planPapers.kind, id }))
