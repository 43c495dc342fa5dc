import { addDays } from '#domain/calendar/civil-date.ts'
import { telkEnding } from '#db/queries/today-people.ts'
import { waitingFor } from '../kernel/waiting.ts'

/** Days ahead in which the end of a decision is worth knowing. */
const telkDays = 60

export const peopleWaiting = waitingFor([
  {
    kind: 'telkEnding',
    permission: 'people.readHealth',
    work: null,
    find: ({ db, today }) => telkEnding(db, today, addDays(today, telkDays)),
  },
])
