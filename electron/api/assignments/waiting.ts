import { addDays } from '#domain/calendar/civil-date.ts'
import { keysToReturn, leftWithoutHelp } from '#db/queries/assignments-list.ts'
import { soonDays, waitingFor } from '../kernel/waiting.ts'

export const assignmentsWaiting = waitingFor([
  {
    kind: 'leftWithoutAssistant',
    permission: 'assignments.write',
    work: 'team',
    find: ({ db, today }) => leftWithoutHelp(db, addDays(today, soonDays)),
  },
  {
    kind: 'homeKeysToReturn',
    permission: 'assignments.write',
    work: 'team',
    find: ({ db, today }) => keysToReturn(db, today),
  },
])
