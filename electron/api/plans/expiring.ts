import { plansEnding, plansToReview } from '#db/queries/today.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'

export const plansExpiring: readonly Expiring[] = [
  expiringOf('planReview', 'plans.read', plansToReview),
  expiringOf('plan', 'plans.read', plansEnding),
]
