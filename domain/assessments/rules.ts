import type { ApplicationEvent } from '#domain/applications/states.ts'
import type { ApplicationState } from '#domain/applications/schema.ts'
import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { verdict } from '#domain/problems/schema.ts'
import { isReason, reasonProblem } from '#domain/text/reason.ts'
import type { AssessmentInput, AssessmentStatus } from './schema.ts'

/** May the sheet be written into? Only before it is finished or after it was sent back. */
export function mayEdit(status: AssessmentStatus): Verdict {
  return verdict([
    status !== 'draft' && status !== 'returned' && { code: 'assessmentLocked', params: { status } },
  ])
}

/** Once admitted, at every state in which the person waits, is served or may be again. */
const assessable: readonly string[] = [
  'admitted',
  'forAssessment',
  'approved',
  'reserve',
  'waiting',
  'belowThreshold',
  'withContract',
]

/**
 * An assessment begins on an admitted application, and one at a time. A contract that is out for its signature
 * rests on the one before: it comes back or is annulled first.
 */
export function mayStart(facts: {
  applicationState: string
  openAssessment: { id: string } | null
  contractToSign: { id: string; number: string | null } | null
}): Verdict {
  return verdict([
    !assessable.includes(facts.applicationState) && {
      code: 'assessmentNotYet',
      params: { state: facts.applicationState },
    },
    facts.openAssessment !== null && {
      code: 'assessmentAlreadyOpen',
      params: { assessmentId: facts.openAssessment.id },
    },
    facts.contractToSign !== null && {
      code: 'contractAwaitsSignature',
      params: { contractId: facts.contractToSign.id, number: facts.contractToSign.number ?? '' },
    },
  ])
}

/**
 * What an assessment does to its application. While somebody is served or waits for a place, a new
 * version changes the hours and not the place in the procedure: then there is no step, unless who waits
 * is given no hours any more. In a state that no longer waits
 * for an assessment the event is tried all the same, and the application refuses it.
 */
export function applicationEvent(
  state: ApplicationState,
  moment: 'start' | 'finish' | 'sendBack' | 'approve',
  grantedMinutes = 0,
): ApplicationEvent | null {
  if (state === 'withContract') return null
  if (state === 'waiting' || state === 'reserve')
    return moment === 'approve' && grantedMinutes === 0
      ? { kind: 'hoursApproved', grantedMinutes }
      : null
  switch (moment) {
    case 'start':
      if (state === 'forAssessment') return null
      return state === 'admitted' ? { kind: 'sendToAssessment' } : { kind: 'reassess' }
    case 'finish':
      return { kind: 'assessmentFinished' }
    case 'sendBack':
      return { kind: 'assessmentReturned' }
    case 'approve':
      return { kind: 'hoursApproved', grantedMinutes }
  }
}

/** Only what was never finished is thrown away; afterwards it is sent back or followed. */
export function mayDiscard(status: AssessmentStatus): Verdict {
  return verdict([status !== 'draft' && { code: 'assessmentLocked', params: { status } }])
}

export interface ApprovalFacts {
  status: AssessmentStatus
  preparedBy: string
  approverId: string
  /** Hours that the frozen methodology gave. */
  computedMinutes: number
  grantedMinutes: number
  reason: string
  assessmentDate: string
  approvalDate: string
  minReasonLength: number
}

/** A whole month cannot hold more hours than this. */
const monthMinutes = 31 * 24 * 60

/**
 * Hours are prepared by one and approved by another person. They may differ from the computed ones,
 * both ways, with a typed reason that is printed.
 */
export function approve(
  facts: ApprovalFacts,
): Verdict<{ status: 'approved'; grantedMinutes: number }> {
  const problems: Problem[] = []
  if (facts.status !== 'finished')
    problems.push({ code: 'assessmentNotFinished', params: { status: facts.status } })
  if (facts.approverId === facts.preparedBy) problems.push({ code: 'approverIsPreparer' })
  if (
    !Number.isInteger(facts.grantedMinutes) ||
    facts.grantedMinutes < 0 ||
    facts.grantedMinutes > monthMinutes
  )
    problems.push({ code: 'hoursOutOfMonth', path: ['grantedMinutes'] })
  if (
    facts.grantedMinutes !== facts.computedMinutes &&
    !isReason(facts.reason, facts.minReasonLength)
  )
    problems.push({
      code: facts.reason.trim() === '' ? 'grantedReasonMissing' : 'reasonTooShort',
      path: ['reason'],
      params: { min: facts.minReasonLength, computedMinutes: facts.computedMinutes },
    })
  if (facts.approvalDate < facts.assessmentDate)
    problems.push({
      code: 'approvalBeforeAssessment',
      path: ['approvalDate'],
      params: { assessmentDate: facts.assessmentDate },
    })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, status: 'approved', grantedMinutes: facts.grantedMinutes }
}

/** Said, not forbidden: hours that no month can hold under the daily limit of the regime. */
export function grantWarnings(grantedMinutes: number, dailyMaxMinutes: number | null): Problem[] {
  if (dailyMaxMinutes === null) return []
  const ceiling = dailyMaxMinutes * 31
  return grantedMinutes > ceiling
    ? [
        {
          code: 'grantedOverDailyLimit',
          path: ['grantedMinutes'],
          params: {
            grantedMinutes,
            ceilingMinutes: ceiling,
            limitMinutes: dailyMaxMinutes,
          },
        },
      ]
    : []
}

/** Sending back keeps the sheet and asks for a reason; only a finished one can be sent back. */
export function sendBack(facts: {
  status: AssessmentStatus
  preparedBy: string
  approverId: string
  reason: string
  minReasonLength: number
}): Verdict<{ status: 'returned' }> {
  const result = verdict([
    facts.status !== 'finished' && {
      code: 'assessmentNotFinished',
      params: { status: facts.status },
    },
    facts.approverId === facts.preparedBy && { code: 'approverIsPreparer' },
    reasonProblem(facts.reason, facts.minReasonLength),
  ])
  return result.ok ? { ok: true, status: 'returned' } : result
}

/**
 * A correction or a review is a new version: the approved sheet stays as it is and lends its
 * answers, without their reasons; the visit is a new one. Dates and signatures never carry over.
 */
export function newVersion(from: {
  status: AssessmentStatus
  revision: number
  input: AssessmentInput
}): Verdict<{ revision: number; input: AssessmentInput }> {
  if (from.status !== 'approved')
    return {
      ok: false,
      problems: [{ code: 'onlyApprovedHasVersions', params: { status: from.status } }],
    }
  return {
    ok: true,
    revision: from.revision + 1,
    input: {
      ...from.input,
      kind: 'update',
      updateReason: null,
      updateReasonText: '',
      assessmentDate: null,
      visitDate: null,
      visitAttempt: 1,
      outcome: 'done',
      witness: '',
      answers: from.input.answers.map((answer) => ({ ...answer, reason: '' })),
      opinions: [],
    },
  }
}
