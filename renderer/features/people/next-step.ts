import type { CaseAction, PathStep } from '#domain/contracts/path.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { isBuilt } from '#renderer/shell/register.ts'

/** Route of each action; `person` where the page is given the person, `record` where the record. */
const leads: Record<CaseAction, { route: string; by: 'person' | 'record' }> = {
  takeApplication: { route: routes.newApplicationOf, by: 'person' },
  registerApplication: { route: routes.application, by: 'record' },
  completeDocuments: { route: routes.application, by: 'record' },
  admitApplication: { route: routes.application, by: 'record' },
  startAssessment: { route: routes.assessmentOf, by: 'record' },
  continueAssessment: { route: routes.assessment, by: 'record' },
  approveAssessment: { route: routes.assessment, by: 'record' },
  makePlan: { route: routes.newPlanOf, by: 'person' },
  continuePlan: { route: routes.plan, by: 'record' },
  approvePlan: { route: routes.plan, by: 'record' },
  prepareContract: { route: routes.newContractOf, by: 'person' },
  issueContract: { route: routes.contract, by: 'record' },
  sendContractOut: { route: routes.contract, by: 'record' },
  markContractSigned: { route: routes.contract, by: 'record' },
  renewContract: { route: routes.newContractOf, by: 'person' },
  terminateContract: { route: routes.contract, by: 'record' },
  recordDeath: { route: routes.application, by: 'record' },
  closeApplication: { route: routes.application, by: 'record' },
}

const stepRoutes: Record<PathStep, string> = {
  application: routes.application,
  assessment: routes.assessment,
  plan: routes.plan,
  contract: routes.contract,
}

/** The page of a step's record, once it is built. */
export function addressOfStep(step: PathStep, id: string | null): string | undefined {
  return id !== null && isBuilt(stepRoutes[step]) ? addressOf(stepRoutes[step], id) : undefined
}

/** The main button of a dossier: the next thing to do, named; undefined when there is none. */
export function useNextStep(
  personId: string,
  action: { code: CaseAction; id: string | null } | null,
): { label: string; run: () => void } | undefined {
  const { t } = useTranslation()
  const goTo = useGoTo()
  if (!action) return undefined
  const { route, by } = leads[action.code]
  const id = by === 'person' ? personId : action.id
  if (id === null || !isBuilt(route)) return undefined
  return {
    label: t(`people:action.${action.code}`),
    run: () => {
      goTo(addressOf(route, id))
    },
  }
}
