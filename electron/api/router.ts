import { lazy, unlazyRouter, type InferRouterOutputs } from '@orpc/server'
import session from './session/actions.ts'

/**
 * Everything a page, a window or a command line may ask for, one line a part. The log-in is there at
 * once, since the program starts before a person; the rest is loaded when it is first asked for.
 */
export const router = {
  accounts: lazy(() => import('./accounts/actions.ts')),
  applications: lazy(() => import('./applications/actions.ts')),
  assessments: lazy(() => import('./assessments/actions.ts')),
  assignments: lazy(() => import('./assignments/actions.ts')),
  audit: lazy(() => import('./audit/actions.ts')),
  backup: lazy(() => import('./backup/actions.ts')),
  calendar: lazy(() => import('./calendar/actions.ts')),
  candidates: lazy(() => import('./candidates/actions.ts')),
  cases: lazy(() => import('./cases/actions.ts')),
  catalogue: lazy(() => import('./employments/catalogue.ts')),
  contracts: lazy(() => import('./contracts/actions.ts')),
  drafts: lazy(() => import('./drafts/actions.ts')),
  employees: lazy(() => import('./employees/actions.ts')),
  employments: lazy(() => import('./employments/actions.ts')),
  events: lazy(() => import('./events/actions.ts')),
  expiring: lazy(() => import('./expiring/actions.ts')),
  health: lazy(() => import('./health/actions.ts')),
  keyring: lazy(() => import('./keyring/actions.ts')),
  letters: lazy(() => import('./letters/actions.ts')),
  methodologies: lazy(() => import('./methodologies/actions.ts')),
  office: lazy(() => import('./office/actions.ts')),
  papers: lazy(() => import('./papers/actions.ts')),
  people: lazy(() => import('./people/actions.ts')),
  plans: lazy(() => import('./plans/actions.ts')),
  projects: lazy(() => import('./projects/actions.ts')),
  recovery: lazy(() => import('./keyring/recovery.ts')),
  rescue: lazy(() => import('./backup/rescue.ts')),
  restore: lazy(() => import('./backup/restore.ts')),
  selections: lazy(() => import('./selections/actions.ts')),
  session,
  settings: lazy(() => import('./settings/actions.ts')),
  today: lazy(() => import('./today/actions.ts')),
  trainingDue: lazy(() => import('./events/due.ts')),
}

export type Router = typeof router
export type Outputs = InferRouterOutputs<Router>

/** The router with every part in it: loads what was not asked for yet. */
export function wholeRouter() {
  return unlazyRouter(router)
}
