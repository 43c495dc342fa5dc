import { plansEnding, plansToReview } from '#db/queries/today.ts'
import type { Expiring } from '../kernel/expiring.ts'

export const plansExpiring: readonly Expiring[] = [
  { kind: 'planReview', permission: 'plans.read', find: plansToReview },
  { kind: 'plan', permission: 'plans.read', find: plansEnding },
]
