import { papersOut } from '#db/queries/today-people.ts'
import { waitingFor } from '../kernel/waiting.ts'

export const papersWaiting = waitingFor([
  {
    kind: 'papersOut',
    permission: 'papers.read',
    work: null,
    find: ({ db }) => papersOut(db),
  },
])
