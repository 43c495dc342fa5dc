import { waitingApplications, openAfterDeath } from '#db/queries/today.ts'
import { waitingFor } from '../kernel/waiting.ts'
import { withDueDay, withTerm } from './term.ts'

export const applicationsWaiting = waitingFor([
  {
    kind: 'documentsMissing',
    permission: 'applications.write',
    work: 'intake',
    find: ({ db }) => withDueDay(db, waitingApplications(db, ['incomplete'])),
  },
  {
    kind: 'toAdmit',
    permission: 'applications.write',
    work: 'intake',
    by: 'applications.decide',
    find: ({ db }) => withTerm(db, waitingApplications(db, ['registered'])),
  },
  {
    kind: 'applicationsAfterDeath',
    permission: 'applications.write',
    work: 'intake',
    find: ({ db }) => openAfterDeath(db),
  },
])
