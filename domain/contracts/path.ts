import { overStates, type ShownApplicationState } from '#domain/applications/schema.ts'
import type { AssessmentStatus } from '#domain/assessments/schema.ts'
import type { PlanStatus } from '#domain/plans/schema.ts'
import { concludedStatuses, runningStatuses, type ShownContractStatus } from './schema.ts'

/** The four steps of a dossier: Заявление → Оценка → План → Договор. */
export const pathSteps = ['application', 'assessment', 'plan', 'contract'] as const
export type PathStep = (typeof pathSteps)[number]

/** Seen but not finished stands apart from not begun, and what ran out apart from what is done. */
export type StepState = 'notBegun' | 'incomplete' | 'done' | 'over' | 'notNeeded'

/** The one named button of the dossier; texts under `people:action.*`. */
export const caseActions = [
  'takeApplication',
  'registerApplication',
  'completeDocuments',
  'admitApplication',
  'startAssessment',
  'continueAssessment',
  'approveAssessment',
  'makePlan',
  'continuePlan',
  'approvePlan',
  'prepareContract',
  'issueContract',
  'sendContractOut',
  'markContractSigned',
  'renewContract',
  'terminateContract',
  'recordDeath',
  'closeApplication',
] as const
export type CaseAction = (typeof caseActions)[number]

/** Newest record of each kind for one service of one person. */
export interface CaseFacts {
  application: { id: string; state: ShownApplicationState } | null
  assessment: { id: string; status: AssessmentStatus } | null
  /** `ended`: the next one is to follow it. */
  plan: { id: string; status: PlanStatus; ended: boolean } | null
  contract: { id: string; status: ShownContractStatus } | null
  deathDate: string | null
}

export interface CasePath {
  steps: { step: PathStep; state: StepState; id: string | null }[]
  /** null = nothing to do now: in force, waiting for a place, or over. */
  action: { code: CaseAction; id: string | null } | null
}

const beforeAdmission: readonly ShownApplicationState[] = ['draft', 'registered', 'incomplete']
const over: readonly ShownApplicationState[] = overStates
const waitsForSignature: readonly ShownContractStatus[] = ['draft', 'issued', 'outForSignature']

function stepStates(facts: CaseFacts): Record<PathStep, StepState> {
  const { application, assessment, plan, contract } = facts
  const contractDone =
    contract !== null && [...concludedStatuses, 'terminated'].includes(contract.status)
  const states: Record<PathStep, StepState> = {
    application: !application
      ? 'notBegun'
      : application.state === 'contractExpired'
        ? 'over'
        : beforeAdmission.includes(application.state)
          ? 'incomplete'
          : 'done',
    assessment: !assessment
      ? 'notBegun'
      : assessment.status === 'approved' || assessment.status === 'notCarriedOut'
        ? 'done'
        : 'incomplete',
    plan: !plan
      ? 'notBegun'
      : plan.status === 'approved' || plan.status === 'signed'
        ? plan.ended
          ? 'over'
          : 'done'
        : 'incomplete',
    contract: contractDone
      ? 'done'
      : contract?.status === 'expired'
        ? 'over'
        : contract && waitsForSignature.includes(contract.status)
          ? 'incomplete'
          : 'notBegun',
  }
  // After a refusal, a withdrawal or a death nothing more is begun; what was done stays done.
  if (facts.deathDate !== null || (application && over.includes(application.state)))
    for (const step of pathSteps)
      if (states[step] === 'notBegun' || states[step] === 'incomplete') states[step] = 'notNeeded'
  return states
}

function actionAfterDeath(facts: CaseFacts): CasePath['action'] {
  const { application, contract } = facts
  // One that was terminated for a later day is not terminated again.
  if (contract && contract.status !== 'ending' && concludedStatuses.includes(contract.status))
    return { code: 'terminateContract', id: contract.id }
  if (application?.state === 'contractExpired')
    return { code: 'closeApplication', id: application.id }
  if (application && !over.includes(application.state))
    return { code: 'recordDeath', id: application.id }
  return null
}

/** What was begun for the next contract is finished first; otherwise „Поднови“ says what must be new. */
function renewal({ assessment, plan, contract }: CaseFacts): CasePath['action'] {
  if (assessment?.status === 'draft' || assessment?.status === 'returned')
    return { code: 'continueAssessment', id: assessment.id }
  if (assessment?.status === 'finished') return { code: 'approveAssessment', id: assessment.id }
  if (plan?.status === 'draft') return { code: 'continuePlan', id: plan.id }
  if (plan?.status === 'ready') return { code: 'approvePlan', id: plan.id }
  return contract && { code: 'renewContract', id: contract.id }
}

function actionOf(facts: CaseFacts): CasePath['action'] {
  const { application, assessment, plan, contract } = facts
  if (facts.deathDate !== null) return actionAfterDeath(facts)
  if (contract?.status === 'draft') return { code: 'issueContract', id: contract.id }
  if (contract?.status === 'issued') return { code: 'sendContractOut', id: contract.id }
  if (contract?.status === 'outForSignature') return { code: 'markContractSigned', id: contract.id }
  if (contract && concludedStatuses.includes(contract.status)) return null
  if (!application) return { code: 'takeApplication', id: null }
  switch (application.state) {
    case 'draft':
      return { code: 'registerApplication', id: application.id }
    case 'registered':
      return { code: 'admitApplication', id: application.id }
    case 'incomplete':
      return { code: 'completeDocuments', id: application.id }
    case 'admitted':
    case 'forAssessment':
      return assessment?.status === 'draft' || assessment?.status === 'returned'
        ? { code: 'continueAssessment', id: assessment.id }
        : { code: 'startAssessment', id: application.id }
    case 'assessed':
      return assessment ? { code: 'approveAssessment', id: assessment.id } : null
    case 'approved':
      if (!plan || plan.status === 'superseded' || plan.ended)
        return { code: 'makePlan', id: assessment?.id ?? null }
      if (plan.status === 'draft') return { code: 'continuePlan', id: plan.id }
      if (plan.status === 'ready') return { code: 'approvePlan', id: plan.id }
      return { code: 'prepareContract', id: plan.id }
    case 'withContract':
      return null
    case 'contractExpired':
      return renewal(facts)
    case 'belowThreshold':
    case 'notAdmitted':
    case 'droppedOut':
      return { code: 'closeApplication', id: application.id }
    case 'closed':
      return { code: 'takeApplication', id: null }
    case 'reserve':
    case 'waiting':
      return null
  }
}

/** Where a case stands on its path and the one thing to do next. */
export function nextStepOf(facts: CaseFacts): CasePath {
  const states = stepStates(facts)
  const ids: Record<PathStep, string | null> = {
    application: facts.application?.id ?? null,
    assessment: facts.assessment?.id ?? null,
    plan: facts.plan?.id ?? null,
    contract: facts.contract?.id ?? null,
  }
  return {
    steps: pathSteps.map((step) => ({ step, state: states[step], id: ids[step] })),
    action: actionOf(facts),
  }
}

/** Whether the contract after this one may be prepared: it runs or ran out, and nothing follows it. */
export function renewable({ application, contract, deathDate }: CaseFacts, id: string): boolean {
  if (deathDate !== null || contract?.id !== id) return false
  return contract.status === 'expired'
    ? application?.state === 'contractExpired'
    : application?.state === 'withContract' && runningStatuses.includes(contract.status)
}
