import type { InferRouterOutputs } from '@orpc/server'
import { accounts } from './accounts.ts'
import { drafts } from './drafts.ts'
import { health } from './health.ts'
import { office } from './office.ts'
import { people } from './people.ts'
import { recovery } from './recovery.ts'
import { session } from './session.ts'

/** The list of everything a page, a window or a command line may ask for. */
export const router = {
  accounts,
  drafts,
  health,
  office,
  people,
  recovery,
  session,
}

export type Router = typeof router
export type Outputs = InferRouterOutputs<Router>
