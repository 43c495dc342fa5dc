import { z } from 'zod'
import { can, mayApproveWorkOf } from '#domain/accounts/permissions.ts'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { checkSignedOn, takeStep } from '#domain/papers/rules.ts'
import { signedModeSchema } from '#domain/papers/schema.ts'
import { defaultReview } from '#domain/plans/begin.ts'
import { checkReview } from '#domain/plans/review.ts'
import { newPlanVersion, planTransition } from '#domain/plans/rules.ts'
import { planReviewSchema } from '#domain/plans/schema.ts'
import type { Db, Tx } from '#db/connection.ts'
import { StaleVersion } from '#db/errors.ts'
import { currentPaperOf, markPrinted, markSigned } from '#db/queries/papers.ts'
import {
  findPlanRow,
  getPlan,
  insertPlan,
  insertReview,
  nextPlanRevision,
  openPlanOf,
  setPlan,
  type PlanChanges,
} from '#db/queries/plans.ts'
import type { SupportPlanRow } from '#db/schema/plans.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { buildPlan, missingForPlan } from '#papers/plans/builder.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { freezePaper, preparePaper } from '../kernel/freezing.ts'
import { action, preparedAction } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'
import { approvedAssessmentOf, openProblems, planFacts } from './facts.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const which = z.object({ id, version })

interface Step {
  actor: Session
  now: string
}

/** Moves a plan on; when somebody else did meanwhile the page is told who and shown theirs. */
function move(tx: Tx, call: Step, plan: z.infer<typeof which>, changes: PlanChanges): number {
  return saveOrConflict(
    tx,
    () => setPlan(tx, plan.id, plan.version, changes, { at: call.now, by: call.actor.accountId }),
    () => stateOf(findPlanRow(tx, plan.id)),
  )
}

/** The signed plan holds; the version before it stays readable. Throws RULE, CONFLICT. */
export function signPlan(
  tx: Tx,
  call: Step,
  row: SupportPlanRow,
  version: number,
  signedOn: string,
) {
  const step = planTransition(row.status, 'sign', [])
  demand(step)
  const saved = move(tx, call, { id: row.id, version }, { status: step.status, signedOn })
  const before = row.previousId === null ? undefined : existing(findPlanRow(tx, row.previousId))
  if (!before) return { version: saved, status: step.status }
  const over = planTransition(before.status, 'supersede', [])
  if (over.ok) move(tx, call, { id: before.id, version: before.version }, { status: over.status })
  return { version: saved, status: step.status }
}

/** What the approver sees is what is printed: a plan changed meanwhile is not approved. */
function unchanged(db: Db, plan: z.infer<typeof which>) {
  const stored = getPlan(db, plan.id)
  return saveOrConflict(
    db,
    () => {
      if (stored.row.version === plan.version) return stored
      throw new StaleVersion('support_plans', plan.id, stored.row.version)
    },
    () => stateOf(stored.row),
  )
}

/** A step edits no field: of the colleague's record the page needs only where it stands now. */
function stateOf(row: SupportPlanRow | undefined) {
  if (!row) return undefined
  const { version: stored, status, updatedBy, updatedAt } = row
  return { version: stored, status, updatedBy, updatedAt }
}

function mayApprove(actor: Session, preparedBy: string): void {
  const own = { id: actor.accountId, roles: actor.roles }
  if (!mayApproveWorkOf(own, preparedBy, 'plans.approve'))
    throw ruleError([{ code: 'planApproverIsPreparer' }])
}

/** The steps of a plan after it is written: signature, review, next version. */
export const planSteps = {
  /** „Подготви за подпис“: locked from here on, waits for the head. */
  prepare: action(
    { permission: 'plans.write', audit: 'plan.prepared', subject: 'plan', input: which },
    ({ input, tx, audit, actor, now }) => {
      const { row, input: plan } = unchanged(tx, input)
      const step = planTransition(row.status, 'prepare', openProblems(tx, row, plan))
      demand(step)
      const assessment = existing(approvedAssessmentOf(tx, row.applicationId))
      const saved = move(tx, { actor, now }, input, {
        status: step.status,
        preparedBy: actor.accountId,
        assessmentId: assessment.id,
        grantedMinutes: assessment.grantedMinutes ?? 0,
        sentBackReason: '',
      })
      audit({ subjectId: row.id, personId: row.personId })
      return { version: saved, status: step.status }
    },
  ),

  /** Back to the one who prepared it, with what is to be put right. */
  sendBack: action(
    {
      permission: 'plans.approve',
      audit: 'plan.sentBack',
      subject: 'plan',
      input: which.extend({
        reason: z.string().trim().min(1, 'sendBackReasonMissing').max(2000, 'textTooLong'),
      }),
    },
    ({ input, tx, audit, actor, now }) => {
      const row = existing(findPlanRow(tx, input.id))
      const step = planTransition(row.status, 'sendBack', [])
      demand(step)
      const saved = move(tx, { actor, now }, input, {
        status: step.status,
        sentBackReason: input.reason,
      })
      audit({ subjectId: row.id, personId: row.personId, payload: { reason: input.reason } })
      return { version: saved, status: step.status }
    },
  ),

  /** The head approves: the plan gets its number and its paper is frozen. */
  approve: preparedAction(
    { permission: 'plans.approve', audit: 'plan.approved', subject: 'plan', input: which },
    async (call) => {
      const { db, input, actor, today } = call
      const stored = unchanged(db, input)
      demand(
        planTransition(stored.row.status, 'approve', openProblems(db, stored.row, stored.input)),
      )
      mayApprove(actor, stored.row.preparedBy)
      return preparePaper(call, 'plan', today, (number) => {
        const facts = planFacts(db, stored, {
          number,
          date: today,
          approvedBy: actor.accountId,
          on: today,
        })
        const missing = missingForPlan(facts)
        if (missing.length > 0) throw ruleError(missing)
        const { data, documentDate, textVersion, dataHash } = buildPlan(facts)
        return { request: { layout: 'plan', data, documentDate }, textVersion, dataHash }
      })
    },
    (call) => {
      const { input, tx, audit, actor, now, today, prepared } = call
      const stored = unchanged(tx, input)
      const { row } = stored
      const step = planTransition(row.status, 'approve', openProblems(tx, row, stored.input))
      demand(step)
      mayApprove(actor, row.preparedBy)
      const facts = planFacts(tx, stored, {
        number: prepared.label,
        date: today,
        approvedBy: actor.accountId,
        on: today,
      })
      // Somebody wrote the person or the office while the paper was being made.
      if (buildPlan(facts).dataHash !== prepared.dataHash)
        throw ruleError([{ code: 'paperFactsChanged' }])
      const subject = { kind: 'plan', id: row.id, personId: row.personId }
      const { paperId, number } = freezePaper(tx, call, prepared, subject)
      const saved = move(tx, { actor, now }, input, {
        status: step.status,
        number,
        numberYear: Number(today.slice(0, 4)),
        planDate: today,
        approvedBy: actor.accountId,
        approvedAt: now,
      })
      audit({ subjectId: row.id, personId: row.personId, payload: { number } })
      return { version: saved, status: step.status, number, paperId }
    },
  ),

  /** The signed paper came back: paper and plan in one step; the version before is replaced. */
  markSigned: action(
    {
      permission: 'papers.markSigned',
      audit: 'plan.signed',
      subject: 'plan',
      input: which.extend({ signedOn: civilDateSchema, mode: signedModeSchema }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      // Who takes papers in but may not read plans has none to mark.
      const row = existing(can(actor.roles, 'plans.read') ? findPlanRow(tx, input.id) : undefined)
      demand(planTransition(row.status, 'sign', []))
      const signedOn = signPaper(tx, row.id, input, { actor, now, today })
      const done = signPlan(tx, { actor, now }, row, input.version, signedOn)
      audit({ subjectId: row.id, personId: row.personId, payload: { signedOn } })
      return done
    },
  ),

  /** A change of an approved plan is a new one beside it; the old stays readable. */
  newVersion: action(
    {
      permission: 'plans.write',
      audit: 'plan.versionMade',
      subject: 'plan',
      input: which.extend({ validFrom: civilDateSchema }),
    },
    ({ input, tx, audit, actor, now }) => {
      const { row, input: plan } = unchanged(tx, input)
      if (openPlanOf(tx, row.applicationId)?.id !== row.id)
        throw ruleError([{ code: 'planVersionOpen' }])
      const made = newPlanVersion(
        { status: row.status, revision: row.revision, input: plan },
        input.validFrom,
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
        { at: now, by: actor.accountId },
      )
      audit({
        subjectId: created,
        personId: row.personId,
        payload: { from: row.id, validFrom: input.validFrom },
      })
      return { id: created }
    },
  ),

  /** What the review of a plan in force found; moves the next one on. */
  review: action(
    {
      permission: 'plans.write',
      audit: 'plan.reviewed',
      subject: 'plan',
      input: which.extend({ review: planReviewSchema }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const { row, input: plan } = unchanged(tx, input)
      const { review } = input
      demand(
        checkReview(
          review,
          { ...plan, status: row.status, goals: plan.goals.length },
          { today, reviewMonths: settingValue(tx, 'reviewMonths', review.reviewedOn) },
        ),
      )
      insertReview(tx, row.id, review, { at: now, by: actor.accountId })
      const saved = move(tx, { actor, now }, input, { nextReviewDate: review.nextReviewDate })
      audit({
        subjectId: row.id,
        personId: row.personId,
        payload: { reviewedOn: review.reviewedOn, nextReviewDate: review.nextReviewDate },
      })
      return { version: saved }
    },
  ),
}

/** Marks the plan's paper as returned; one that is signed was printed, whoever forgot to say so. */
function signPaper(
  tx: Tx,
  planId: string,
  signed: { signedOn: string; mode: z.infer<typeof signedModeSchema> },
  call: Step & { today: string },
): string {
  const paper = existing(currentPaperOf(tx, { kind: 'plan', id: planId }))
  if (paper.status === 'signedBack' && paper.signedOn !== null) return paper.signedOn
  const problems = checkSignedOn(signed.signedOn, paper.paperDate, call.today)
  if (problems.length > 0) throw ruleError(problems)
  const actor = call.actor.accountId
  let at = { status: paper.status, version: paper.version }
  if (at.status === 'forPrint') {
    const print = takeStep(at.status, 'print')
    demand(print)
    const by = { status: print.status, now: call.now, actor }
    at = { status: print.status, version: markPrinted(tx, paper.id, at.version, by) }
  }
  demand(takeStep(at.status, 'signBack'))
  markSigned(tx, paper.id, at.version, {
    on: signed.signedOn,
    mode: signed.mode,
    now: call.now,
    actor,
  })
  return signed.signedOn
}
