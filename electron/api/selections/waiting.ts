import {
  candidatesToScore,
  cardsToApprove,
  interviewsMissed,
  interviewsOn,
} from '#db/queries/selections.ts'
import { waitingFor } from '../kernel/waiting.ts'

export const selectionsWaiting = waitingFor([
  {
    kind: 'interviewsToday',
    permission: 'selections.write',
    work: 'team',
    find: ({ db, today }) => interviewsOn(db, today),
  },
  {
    kind: 'candidatesToScore',
    permission: 'selections.write',
    work: 'team',
    find: ({ db }) => candidatesToScore(db),
  },
  {
    kind: 'interviewsMissed',
    permission: 'candidates.decide',
    work: 'team',
    find: ({ db }) => interviewsMissed(db),
  },
  {
    kind: 'selectionsToApprove',
    permission: 'selections.approve',
    work: 'team',
    by: 'selections.approve',
    find: ({ db, actor }) => cardsToApprove(db, actor.accountId),
  },
])
