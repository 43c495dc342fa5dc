import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Db } from '#db/connection.ts'
import { listEvents } from '#db/queries/events.ts'
import { eventsOn, participantsOf } from '#db/queries/events-parts.ts'
import { noCaseLine, type WaitingLine } from '#db/queries/today-line.ts'
import type { EventRow } from '#db/schema/events.ts'
import { waitingFor } from '../kernel/waiting.ts'
import { whoLacks } from './due-lines.ts'

/** An event among what waits stands under its topic; whose dossier it opens is the first who comes. */
const lineOf = (db: Db, { id, topic }: EventRow, due: CivilDate): WaitingLine => ({
  ...noCaseLine,
  id,
  personId: participantsOf(db, id)[0]?.personId ?? '',
  firstName: topic,
  middleName: null,
  lastName: null,
  due,
})

export const eventsWaiting = waitingFor([
  {
    kind: 'eventsToday',
    permission: 'events.read',
    work: 'team',
    find: ({ db, today }) => {
      const ofToday = new Set(eventsOn(db, today))
      return listEvents(db)
        .filter(({ id, state }) => ofToday.has(id) && state === 'planned')
        .map((row) => lineOf(db, row, today))
    },
  },
  {
    kind: 'eventsToMark',
    permission: 'events.write',
    work: 'team',
    find: ({ db, today }) =>
      listEvents(db)
        .filter(({ state, lastDay }) => state === 'planned' && lastDay < today)
        .map((row) => lineOf(db, row, row.lastDay)),
  },
  {
    // Looked after: one event takes a whole group off it, so it is no row for each of them.
    kind: 'trainingLacking',
    permission: 'events.write',
    work: null,
    find: ({ db, today }) => whoLacks(db, today, { periodic: false }),
  },
])
