import { contractsEnding, contractsExpired } from '#db/queries/today.ts'
import type { Expiring } from '../kernel/expiring.ts'

export const contractsExpiring: readonly Expiring[] = [
  {
    kind: 'contract',
    permission: 'contracts.read',
    find: (db, today, until) => [
      ...contractsExpired(db, today),
      ...contractsEnding(db, today, until),
    ],
  },
]
