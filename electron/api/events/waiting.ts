import { lacking, periodOf } from '#domain/events/due.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Db } from '#db/connection.ts'
import { listEvents } from '#db/queries/events.ts'
import { eventsOn, participantsOf } from '#db/queries/events-parts.ts'
import { namesOfPeople } from '#db/queries/people-list.ts'
import type { WaitingLine } from '#db/queries/today-line.ts'
import type { EventRow } from '#db/schema/events.ts'
import { waitingFor } from '../kernel/waiting.ts'
import { dueMonths, dueRows } from './due-source.ts'

/** An event among what waits stands under its topic; whose dossier it opens is the first who comes. */
const lineOf = (db: Db, { id, topic }: EventRow, due: CivilDate): WaitingLine => ({
  id,
  personId: participantsOf(db, id)[0]?.personId ?? '',
  firstName: topic,
  middleName: null,
  lastName: null,
  number: null,
  due,
  caseId: null,
  responsibleId: null,
})

/** Who lacks something: a first training since the first day of work, the rest by the end of the period. */
function whoLacks(db: Db, today: CivilDate): WaitingLine[] {
  const months = dueMonths(db, today)
  const rows = dueRows(db, today).flatMap(({ personId, through, since }) => {
    const days = lacking(through).map((kind) =>
      months[kind] === 0 ? since : periodOf(today, months[kind]).to,
    )
    const [first] = days.toSorted()
    return first === undefined ? [] : [{ personId, due: first }]
  })
  const names = namesOfPeople(
    db,
    rows.map(({ personId }) => personId),
  )
  return rows.flatMap(({ personId, due }) => {
    const known = names.get(personId)
    return known === undefined
      ? []
      : [
          {
            id: personId,
            personId,
            firstName: known.firstName,
            middleName: known.middleName ?? null,
            lastName: known.lastName,
            number: null,
            due,
            caseId: null,
            responsibleId: null,
          },
        ]
  })
}

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
    find: ({ db, today }) => whoLacks(db, today),
  },
])
