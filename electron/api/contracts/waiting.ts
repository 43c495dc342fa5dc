import { addDays } from '#domain/calendar/civil-date.ts'
import {
  approvedWithout,
  contractsAfterDeath,
  contractsEnding,
  contractsExpired,
  contractsWithOtherHours,
  waitingContracts,
} from '#db/queries/today.ts'
import { soonDays, waitingFor } from '../kernel/waiting.ts'

export const contractsWaiting = waitingFor([
  {
    kind: 'contractsAfterDeath',
    permission: 'contracts.terminate',
    work: 'support',
    by: 'contracts.terminate',
    find: ({ db }) => contractsAfterDeath(db),
  },
  {
    kind: 'toContract',
    permission: 'contracts.write',
    work: 'support',
    find: ({ db }) => approvedWithout(db, 'contract'),
  },
  {
    kind: 'contractsExpired',
    permission: 'contracts.write',
    work: 'support',
    find: ({ db, today }) => contractsExpired(db, today),
  },
  {
    // Hours given anew reach the paper by an annex, or by its end.
    kind: 'contractsOtherHours',
    permission: 'contracts.write',
    work: 'support',
    find: ({ db, today }) => contractsWithOtherHours(db, today),
  },
  {
    kind: 'contractsToIssue',
    permission: 'contracts.issue',
    work: 'support',
    by: 'contracts.issue',
    find: ({ db }) => waitingContracts(db, ['draft']),
  },
  {
    kind: 'contractsToSign',
    permission: 'papers.markSigned',
    work: 'paper',
    find: ({ db }) => waitingContracts(db, ['issued', 'outForSignature']),
  },
  {
    kind: 'contractsEnding',
    permission: 'contracts.read',
    work: null,
    find: ({ db, today }) => contractsEnding(db, today, addDays(today, soonDays)),
  },
])
