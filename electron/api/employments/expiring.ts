import { employmentsEnding, employmentsToEnd } from '#db/queries/employments-list.ts'
import type { Expiring } from '../kernel/expiring.ts'

export const employmentsExpiring: readonly Expiring[] = [
  {
    kind: 'employment',
    permission: 'employments.read',
    find: (db, today, until) => [
      ...employmentsToEnd(db, today),
      ...employmentsEnding(db, today, until),
    ],
  },
]
