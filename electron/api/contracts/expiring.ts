import { contractsEnding, contractsExpired } from '#db/queries/today.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'

export const contractsExpiring: readonly Expiring[] = [
  expiringOf('contract', (db, today, until) => [
    ...contractsExpired(db, today),
    ...contractsEnding(db, today, until),
  ]),
]
