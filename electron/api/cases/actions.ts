import { z } from 'zod'
import { can, type Permission } from '#domain/accounts/permissions.ts'
import { nextStepOf, type CaseAction, type PathStep } from '#domain/contracts/path.ts'
import { lastDayOf } from '#domain/contracts/days.ts'
import { caseOfPerson } from '#db/queries/cases.ts'
import { getPerson } from '#db/queries/people.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { read } from '../kernel/procedures.ts'
import { standings } from './standing.ts'

/** What one must be allowed to read to be told where a step stands. */
const stepRight: Record<PathStep, Permission> = {
  application: 'applications.read',
  // That an assessment is done is no score: who takes applications answers the telephone about it.
  assessment: 'applications.read',
  plan: 'plans.read',
  contract: 'contracts.read',
}

/** What one must be allowed to open the record of a step. */
const recordRight: Record<PathStep, Permission> = { ...stepRight, assessment: 'assessments.read' }

/** Who may press the button of the dossier. */
const actionRight: Record<CaseAction, Permission> = {
  takeApplication: 'applications.write',
  registerApplication: 'applications.write',
  completeDocuments: 'applications.write',
  admitApplication: 'applications.decide',
  startAssessment: 'assessments.write',
  continueAssessment: 'assessments.write',
  approveAssessment: 'assessments.approve',
  makePlan: 'plans.write',
  continuePlan: 'plans.write',
  approvePlan: 'plans.approve',
  prepareContract: 'contracts.write',
  issueContract: 'contracts.issue',
  sendContractOut: 'contracts.read',
  markContractSigned: 'papers.markSigned',
  renewContract: 'contracts.write',
  terminateContract: 'contracts.terminate',
  recordDeath: 'applications.write',
  closeApplication: 'applications.write',
}

const stepOfAction: Record<CaseAction, PathStep> = {
  takeApplication: 'application',
  registerApplication: 'application',
  completeDocuments: 'application',
  admitApplication: 'application',
  startAssessment: 'assessment',
  continueAssessment: 'assessment',
  approveAssessment: 'assessment',
  makePlan: 'plan',
  continuePlan: 'plan',
  approvePlan: 'plan',
  prepareContract: 'contract',
  issueContract: 'contract',
  sendContractOut: 'contract',
  markContractSigned: 'contract',
  renewContract: 'contract',
  terminateContract: 'contract',
  recordDeath: 'application',
  closeApplication: 'application',
}

/** Where a person's case stands: for „Пътят“ of the dossier and what a search has found. */
export default {
  /** Steps with their state, the one next action, what runs and what falls due. */
  path: read(
    { permission: 'people.read', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, actor, today, noteReading }) => {
      existing(getPerson(db, input.personId))
      noteReading(input.personId)
      const { facts, running } = caseOfPerson(db, input.personId, today)
      const { steps, action } = nextStepOf(facts)
      return {
        steps: steps
          .filter(({ step }) => can(actor.roles, stepRight[step]))
          .map((step) => ({
            ...step,
            id: can(actor.roles, recordRight[step.step]) ? step.id : null,
            status: facts[step.step] ? statusOf(facts, step.step) : null,
          })),
        /** Left out for who may not do it; `waitsFor` then says whose turn it is. */
        action: action && can(actor.roles, actionRight[action.code]) ? action : null,
        waitsFor:
          action && !can(actor.roles, actionRight[action.code]) ? waitedFor(actor, action) : null,
        running:
          running && can(actor.roles, 'contracts.read')
            ? {
                contractId: running.id,
                service: running.service,
                minutesPerMonth: running.minutesPerMonth,
                endDate: lastDayOf(running),
              }
            : null,
        deadlines:
          standings(db, [input.personId], actor.roles, today).get(input.personId)?.deadlines ?? [],
      }
    },
  ),

  /** Status and next deadline of the people that a search has found. */
  statuses: read(
    {
      permission: 'people.read',
      audit: 'list.opened',
      input: z.object({ ids: z.array(id).max(500) }),
    },
    ({ input, db, actor, today, noteList }) => {
      noteList('people')
      const known = standings(db, input.ids, actor.roles, today)
      return [...known].map(([personId, { deadlines, ...standing }]) => ({
        personId,
        ...standing,
        deadline: deadlines[0] ?? null,
      }))
    },
  ),
}

/** Of a step that this role is not told of, what is to be done in it is not told either. */
function waitedFor({ roles }: Session, { code }: { code: CaseAction }): CaseAction | null {
  return can(roles, stepRight[stepOfAction[code]]) ? code : null
}

function statusOf(facts: ReturnType<typeof caseOfPerson>['facts'], step: PathStep): string | null {
  if (step === 'application') return facts.application?.state ?? null
  return facts[step]?.status ?? null
}
