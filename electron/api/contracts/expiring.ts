import { contractsEnding, contractsExpired } from '#db/queries/today.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'

export const contractsExpiring: readonly Expiring[] = [
  expiringOf(
    'contract',
    'contracts.read',
    (db, today, until) => [...contractsExpired(db, today), ...contractsEnding(db, today, until)],
    {
      kind: 'contractEnds',
      on: ({ contractEnded, contractEnd }, { agreed }) =>
        agreed ? (contractEnded ?? contractEnd) : null,
    },
  ),
]
