import { candidatesExpiring } from './candidates/expiring.ts'
import { contractsExpiring } from './contracts/expiring.ts'
import { employmentsExpiring } from './employments/expiring.ts'
import { eventsExpiring } from './events/expiring.ts'
import type { Expiring } from './kernel/expiring.ts'
import { peopleExpiring } from './people/expiring.ts'
import { plansExpiring } from './plans/expiring.ts'

/** Everything that may end by a date; each concept says its own. */
export const expiring: readonly Expiring[] = [
  ...peopleExpiring,
  ...plansExpiring,
  ...contractsExpiring,
  ...employmentsExpiring,
  ...candidatesExpiring,
  ...eventsExpiring,
]
