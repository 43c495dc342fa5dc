import { addDays } from '#domain/calendar/civil-date.ts'
import { approvedWithout, plansEnding, plansToApprove, plansToReview } from '#db/queries/today.ts'
import { withTerm } from '../applications/term.ts'
import { soonDays, waitingFor } from '../kernel/waiting.ts'
import { reviewAheadDays } from './list.ts'

export const plansWaiting = waitingFor([
  {
    kind: 'toPlan',
    permission: 'plans.write',
    work: 'support',
    find: ({ db }) => withTerm(db, approvedWithout(db, 'plan')),
  },
  {
    kind: 'plansToApprove',
    permission: 'plans.approve',
    work: 'support',
    by: 'plans.approve',
    find: ({ db, actor }) => plansToApprove(db, actor.accountId),
  },
  {
    kind: 'plansToReview',
    permission: 'plans.write',
    work: 'support',
    find: ({ db, today }) => plansToReview(db, today, addDays(today, reviewAheadDays)),
  },
  {
    kind: 'plansEnding',
    permission: 'plans.write',
    work: 'support',
    find: ({ db, today }) => plansEnding(db, today, addDays(today, soonDays)),
  },
])
