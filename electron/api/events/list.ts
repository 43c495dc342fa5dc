import { eventStateOn } from '#domain/events/rules.ts'
import type { EventListRow } from '#domain/events/list.ts'
import { listEvents } from '#db/queries/events.ts'
import { eventsOn, participantCounts } from '#db/queries/events-parts.ts'
import { shortList } from '../kernel/short-list.ts'

export const eventsSource = shortList<EventListRow & { isToday: boolean }>({
  all: ({ db, today }) => {
    const people = participantCounts(db)
    const ofToday = new Set(eventsOn(db, today))
    return listEvents(db).map((row) => ({
      id: row.id,
      kind: row.kind,
      topic: row.topic,
      leader: row.leader,
      place: row.place,
      groupName: row.groupName,
      firstDay: row.firstDay,
      lastDay: row.lastDay,
      minutes: row.minutes,
      participants: people.get(row.id) ?? 0,
      state: eventStateOn(row, today),
      isToday: ofToday.has(row.id),
    }))
  },
  id: (row) => row.id,
  inView: ({ state, isToday }, view) =>
    view === 'all' || view === state || (view === 'today' && isToday),
  passes: ({ kind }, filters) => filters['kind'] === undefined || filters['kind'] === kind,
  words: ({ topic, leader, place, groupName }) => [topic, leader, place, groupName],
  orders: {
    topic: ({ topic }) => [topic],
    firstDay: ({ firstDay, topic }) => [firstDay, topic],
    leader: ({ leader }) => [leader],
  },
})
