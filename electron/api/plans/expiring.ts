import { plansEnding, plansToReview } from '#db/queries/today.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'

export const plansExpiring: readonly Expiring[] = [
  expiringOf('planReview', 'plans.read', plansToReview, {
    kind: 'planReview',
    on: ({ planReviewDate }, { helped }) => (helped ? planReviewDate : null),
  }),
  expiringOf('plan', 'plans.read', plansEnding, {
    kind: 'planEnds',
    on: ({ planEnd }, { helped }) => (helped ? planEnd : null),
  }),
]
