import type { InferRouterOutputs } from '@orpc/server'
import { accounts } from './accounts.ts'
import { applications } from './applications.ts'
import { assessments } from './assessments.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { cases } from './cases.ts'
import { contracts } from './contracts.ts'
import { drafts } from './drafts.ts'
import { health } from './health.ts'
import { keyring } from './keyring.ts'
import { methodologies } from './methodologies.ts'
import { office } from './office.ts'
import { papers } from './papers.ts'
import { people } from './people.ts'
import { plans } from './plans.ts'
import { projects } from './projects.ts'
import { recovery } from './recovery.ts'
import { rescue } from './backup-rescue.ts'
import { restore } from './backup-restore.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { today } from './today.ts'

/** The list of everything a page, a window or a command line may ask for. */
export const router = {
  accounts,
  applications,
  assessments,
  audit,
  backup,
  cases,
  contracts,
  drafts,
  health,
  keyring,
  methodologies,
  office,
  papers,
  people,
  plans,
  projects,
  recovery,
  rescue,
  restore,
  session,
  settings,
  today,
}

export type Router = typeof router
export type Outputs = InferRouterOutputs<Router>
