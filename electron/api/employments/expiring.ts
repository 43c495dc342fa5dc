import { employmentsEnding, employmentsToEnd } from '#db/queries/employments-list.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'

export const employmentsExpiring: readonly Expiring[] = [
  expiringOf('employment', 'employments.read', (db, today, until) => [
    ...employmentsToEnd(db, today),
    ...employmentsEnding(db, today, until),
  ]),
]
