import { z } from 'zod'
import { standingEvents } from '#domain/applications/history.ts'
import { finish } from '#domain/assessments/finish.ts'
import {
  applicationEvent,
  approve,
  mayDiscard,
  mayEdit,
  newVersion,
  sendBack,
} from '#domain/assessments/rules.ts'
import { updateReasons } from '#domain/assessments/schema.ts'
import type { Verdict } from '#domain/problems/schema.ts'
import { valueOn } from '#domain/settings/rules.ts'
import type { Tx } from '#db/connection.ts'
import { eventsOf } from '#db/queries/application-events.ts'
import { findApplicationRow, setApplication } from '#db/queries/applications.ts'
import {
  assessmentsOfApplication,
  deleteAssessment,
  getAssessment,
  insertAssessment,
  nextAssessmentRevision,
  setAssessment,
  type StoredAssessment,
} from '#db/queries/assessments.ts'
import { getMethodology, lockMethodology, methodologyOnDate } from '#db/queries/methodologies.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { missingForAssessment } from '#papers/assessments/builder.ts'
import { stepApplication, type StepCall } from '../applications/steps.ts'
import { assessmentCase, assessmentSettings, finishContext, previousOf } from './facts.ts'
import { assessmentFacts, assessmentSheet, type Approval } from './paper.ts'
import { demandStart } from './view.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { freezePaper, preparePaper } from '../kernel/freezing.ts'
import { action, preparedAction } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const reason = z.string().trim().max(1000, 'textTooLong')

/** What happens to a sheet after it is written. */
export const assessmentSteps = {
  /** „Завърши и изпрати за одобрение“: judged whole, score and its why frozen. */
  finish: action(
    {
      permission: 'assessments.write',
      audit: 'assessment.finished',
      subject: 'assessment',
      input: z.object({ id, version }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const stored = getAssessment(tx, input.id)
      const { row } = stored
      demand(mayEdit(row.status))
      const found = assessmentCase(tx, row.applicationId)
      const methodology = getMethodology(tx, row.methodologyVersionId).data
      const previous = previousOf(tx, row.previousId)
      const context = finishContext(tx, found, stored.input, methodology, previous, today)
      const result = finish(stored.input, context)
      demand(result)
      const { score, status } = result
      const saved = step(
        tx,
        stored,
        input.version,
        { at: now, by: actor.accountId },
        {
          status,
          score,
          total: score?.total ?? null,
          degree: score?.degree ?? null,
          computedMinutes: score?.minutesPerMonth ?? null,
          finishedAt: now,
          preparedBy: actor.accountId,
          sentBackReason: '',
        },
      )
      // A futile visit leaves the application waiting: one goes again, or the head drops it.
      if (status === 'finished') stepFor({ tx, actor, now, today }, row.applicationId, 'finish')
      audit({
        subjectId: row.id,
        personId: row.personId,
        payload: { status, total: score?.total ?? null, minutes: score?.minutesPerMonth ?? null },
      })
      return { id: row.id, version: saved, status }
    },
  ),

  /** Throws away a sheet that was never finished. */
  discard: action(
    {
      permission: 'assessments.write',
      audit: 'assessment.discarded',
      subject: 'assessment',
      input: z.object({ id, version }),
    },
    ({ input, tx, audit, actor, now }) => {
      const stored = getAssessment(tx, input.id)
      const { row } = stored
      demand(mayDiscard(row.status))
      saveOrConflict(
        tx,
        () => {
          deleteAssessment(tx, row.id, input.version)
        },
        () => theirs(getAssessment(tx, row.id)),
      )
      takeBackReassessing(tx, row.applicationId, { at: now, by: actor.accountId })
      audit({ subjectId: row.id, personId: row.personId, payload: { revision: row.revision } })
      return { applicationId: row.applicationId, personId: row.personId }
    },
  ),

  /** „Върни за корекция“, with the reason. */
  sendBack: action(
    {
      permission: 'assessments.approve',
      audit: 'assessment.sentBack',
      subject: 'assessment',
      input: z.object({ id, version, reason }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const stored = getAssessment(tx, input.id)
      const { row } = stored
      const verdict = sendBack({
        status: row.status,
        preparedBy: row.preparedBy,
        approverId: actor.accountId,
        reason: input.reason,
        minReasonLength: settingValue(tx, 'minReasonLength', today),
      })
      demand(verdict)
      const saved = step(
        tx,
        stored,
        input.version,
        { at: now, by: actor.accountId },
        {
          status: verdict.status,
          sentBackReason: input.reason,
          score: null,
          total: null,
          degree: null,
          computedMinutes: null,
          finishedAt: null,
        },
      )
      stepFor({ tx, actor, now, today }, row.applicationId, 'sendBack')
      audit({ subjectId: row.id, personId: row.personId, payload: { reason: input.reason } })
      return { id: row.id, version: saved }
    },
  ),

  /** The second person gives the hours; the sheet gets its number and is frozen. */
  approve: preparedAction(
    {
      permission: 'assessments.approve',
      audit: 'assessment.approved',
      subject: 'assessment',
      input: z.object({
        id,
        version,
        grantedMinutes: z.int('wholeNumber').min(0, 'tooSmall'),
        reason,
      }),
    },
    (call) => {
      const { db, input, actor, today } = call
      const stored = getAssessment(db, input.id)
      const approval = approvalBy(actor, input, today)
      demand(judged(stored, approval, assessmentSettings(db, today), today))
      const named = assessmentFacts(db, stored, { number: '', approval }, today)
      const missing = missingForAssessment(named.facts)
      if (named.problem) missing.push(named.problem)
      if (missing.length > 0) throw ruleError(missing)
      return preparePaper(call, 'assessment', stored.row.assessmentDate ?? today, (number) =>
        assessmentSheet(assessmentFacts(db, stored, { number, approval }, today).facts),
      )
    },
    ({ input, tx, audit, actor, now, today, office, prepared }) => {
      const stored = getAssessment(tx, input.id)
      const { row } = stored
      const approval = approvalBy(actor, input, today)
      demand(judged(stored, approval, assessmentSettings(tx, today), today))
      const stamp = { at: now, by: actor.accountId }
      const { paperId, number } = freezePaper(tx, { office, actor, now, today }, prepared, {
        kind: 'assessment',
        id: row.id,
        personId: row.personId,
      })
      const saved = step(tx, stored, input.version, stamp, {
        status: 'approved',
        number,
        numberYear: Number(prepared.date.slice(0, 4)),
        grantedMinutes: approval.grantedMinutes,
        grantedReason: approval.reason,
        approvedBy: actor.accountId,
        approvalDate: today,
      })
      for (const other of assessmentsOfApplication(tx, row.applicationId))
        if (other.status === 'approved' && other.id !== row.id)
          setAssessment(tx, other.id, other.version, { status: 'superseded' }, stamp)
      stepFor({ tx, actor, now, today }, row.applicationId, 'approve', approval.grantedMinutes)
      audit({
        subjectId: row.id,
        personId: row.personId,
        payload: {
          number,
          computedMinutes: row.computedMinutes,
          grantedMinutes: approval.grantedMinutes,
          reason: approval.reason,
        },
      })
      return { id: row.id, version: saved, number, paperId }
    },
  ),

  /** A review or a correction of an approved sheet: the old one stays readable. */
  newVersion: action(
    {
      permission: 'assessments.write',
      audit: 'assessment.versionBegun',
      subject: 'assessment',
      input: z.object({
        id,
        updateReason: z.enum(updateReasons, 'required'),
        updateReasonText: reason,
      }),
    },
    ({ input, tx, audit, actor, now, today }) => {
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
        { at: now, by: actor.accountId },
      )
      lockMethodology(tx, methodology.id)
      stepFor({ tx, actor, now, today }, row.applicationId, 'start')
      audit({
        subjectId: created,
        personId: row.personId,
        payload: { follows: row.id, reason: input.updateReason },
      })
      return { id: created, applicationId: row.applicationId }
    },
  ),
}

function approvalBy(
  actor: Session,
  input: { grantedMinutes: number; reason: string },
  date: string,
): Approval {
  return {
    approverId: actor.accountId,
    grantedMinutes: input.grantedMinutes,
    reason: input.reason,
    date,
  }
}

function judged(
  { row }: StoredAssessment,
  approval: Approval,
  settings: ReturnType<typeof assessmentSettings>,
  today: string,
): Verdict<{ grantedMinutes: number }> {
  return approve({
    status: row.status,
    preparedBy: row.preparedBy,
    approverId: approval.approverId,
    computedMinutes: row.computedMinutes ?? 0,
    grantedMinutes: approval.grantedMinutes,
    reason: approval.reason,
    assessmentDate: row.assessmentDate ?? today,
    approvalDate: approval.date,
    minReasonLength: valueOn(settings, 'minReasonLength', today),
  })
}

/** A step of the sheet; a colleague's newer save is shown instead of overwritten. */
function step(
  tx: Tx,
  stored: StoredAssessment,
  opened: number,
  stamp: { at: string; by: string },
  to: Parameters<typeof setAssessment>[3],
): number {
  return saveOrConflict(
    tx,
    () => setAssessment(tx, stored.row.id, opened, to, stamp),
    () => theirs(getAssessment(tx, stored.row.id)),
  )
}

/** Their sheet as the form holds it, with who saved it. */
export function theirs({ row, input }: StoredAssessment) {
  return { ...input, version: row.version, updatedBy: row.updatedBy, updatedAt: row.updatedAt }
}

/** Moves the application as far as this moment of the assessment moves it. */
export function stepFor(
  call: StepCall,
  applicationId: string,
  moment: Parameters<typeof applicationEvent>[1],
  grantedMinutes?: number,
): void {
  const application = existing(findApplicationRow(call.tx, applicationId))
  const event = applicationEvent(application.state, moment, grantedMinutes)
  if (event) stepApplication(call, { id: applicationId, event })
}

/** The correction that brought the application back to the assessment is no more. */
function takeBackReassessing(
  tx: Tx,
  applicationId: string,
  stamp: { at: string; by: string },
): void {
  const application = existing(findApplicationRow(tx, applicationId))
  const last = standingEvents(eventsOf(tx, applicationId)).at(-1)
  if (last?.kind !== 'reassess' || last.toState !== application.state) return
  setApplication(tx, applicationId, application.version, { state: last.fromState }, stamp, {
    kind: 'undo',
    undoes: last.id,
  })
}
