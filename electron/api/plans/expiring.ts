import { plansEnding, plansToReview } from '#db/queries/today.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'

export const plansExpiring: readonly Expiring[] = [
  expiringOf('planReview', plansToReview),
  expiringOf('plan', plansEnding),
]
