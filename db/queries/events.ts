import { and, asc, between, desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { keptRow } from '#db/kept.ts'
import { inputOf, madeBy, saveByVersion, type ChangesOf, type Stamp } from '#db/kept-record.ts'
import {
  eventParticipants,
  eventPresence,
  events,
  eventSessions,
  trainingExemptions,
  type EventRow,
  type ExemptionRow,
  type SessionRow,
} from '#db/schema/events.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { daysOf, minutesOf } from '#domain/events/rules.ts'
import { eventInputSchema, type EventInput, type EventKind } from '#domain/events/schema.ts'

export type EventChanges = ChangesOf<typeof events>

export const findEvent: (db: Db, id: string) => EventRow | undefined = keptRow(events)

export const listEvents = (db: Db): EventRow[] => db.select().from(events).all()

export const setEvent = saveByVersion(events)

/** What the form of an event changes of its row; its sessions stand apart. */
export function columnsOf({ sessions, ...own }: EventInput) {
  return { ...own, minutes: minutesOf(sessions), ...daysOf(sessions) }
}

/** A planned event without its sessions and people. */
export function insertEvent(tx: Tx, input: EventInput, stamp: Stamp, id = newId()): string {
  tx.insert(events)
    .values({ ...columnsOf(input), id, state: 'planned', ...madeBy(stamp) })
    .run()
  return id
}

/** The stored event as its form holds it. */
export function eventInputOf(row: EventRow, sessions: readonly SessionRow[]): EventInput {
  const meetings = sessions.map(({ onDate, fromMinute: from, toMinute: to }) => ({
    onDate,
    time: { from, to },
  }))
  return inputOf({ ...row, sessions: meetings }, eventInputSchema)
}

/** What somebody took part in, or is to: newest first. */
interface EventOfPerson {
  id: string
  participantId: string
  kind: EventKind
  topic: string
  firstDay: CivilDate
  lastDay: CivilDate
  state: EventRow['state']
  minutes: number
  attendedMinutes: number
  certificateNumber: string | null
  certificateDate: CivilDate | null
}

/** Minutes of the sessions at which a participant was there. */
const attended = sql<number>`coalesce((select sum(s.to_minute - s.from_minute)
  from event_presence x join event_sessions s on s.id = x.session_id
  where x.participant_id = ${eventParticipants.id} and x.presence = 'present'), 0)`

/** Events of a person, the cancelled ones too. */
export function eventsOfPerson(db: Db, personId: string): EventOfPerson[] {
  return db
    .select({
      id: events.id,
      participantId: eventParticipants.id,
      kind: events.kind,
      topic: events.topic,
      firstDay: events.firstDay,
      lastDay: events.lastDay,
      state: events.state,
      minutes: events.minutes,
      attendedMinutes: attended,
      certificateNumber: eventParticipants.certificateNumber,
      certificateDate: eventParticipants.certificateDate,
    })
    .from(eventParticipants)
    .innerJoin(events, eq(events.id, eventParticipants.eventId))
    .where(eq(eventParticipants.personId, personId))
    .orderBy(desc(events.firstDay), desc(events.id))
    .all()
}

/** Narrows to these people; all where none are named. */
const among = (personIds: readonly string[] | undefined) =>
  personIds &&
  sql`${eventParticipants.personId} in (select value from json_each(${JSON.stringify(personIds)}))`

/** By person the latest session that was attended, of held events of a kind, from a day to a day. */
export function lastHeld(
  db: Db,
  kind: EventKind,
  from: CivilDate,
  to: CivilDate,
  personIds?: readonly string[],
): Map<string, CivilDate> {
  const rows = db
    .select({
      personId: eventParticipants.personId,
      on: sql<string>`max(${eventSessions.onDate})`,
    })
    .from(eventPresence)
    .innerJoin(eventSessions, eq(eventSessions.id, eventPresence.sessionId))
    .innerJoin(eventParticipants, eq(eventParticipants.id, eventPresence.participantId))
    .innerJoin(events, eq(events.id, eventParticipants.eventId))
    .where(
      and(
        eq(events.kind, kind),
        eq(events.state, 'held'),
        eq(eventPresence.presence, 'present'),
        between(eventSessions.onDate, from, to),
        among(personIds),
      ),
    )
    .groupBy(eventParticipants.personId)
    .all()
  return new Map(rows.map(({ personId, on }) => [personId, on]))
}

/** By person the last day of a training in which they were there for their share of its hours. */
export function lastTrained(
  db: Db,
  percent: number,
  from: CivilDate,
  to: CivilDate,
  personIds?: readonly string[],
): Map<string, CivilDate> {
  const rows = db
    .select({ personId: eventParticipants.personId, on: sql<string>`max(${events.lastDay})` })
    .from(eventParticipants)
    .innerJoin(events, eq(events.id, eventParticipants.eventId))
    .where(
      and(
        eq(events.kind, 'training'),
        eq(events.state, 'held'),
        between(events.lastDay, from, to),
        sql`${attended} * 100 >= ${events.minutes} * ${percent}`,
        among(personIds),
      ),
    )
    .groupBy(eventParticipants.personId)
    .all()
  return new Map(rows.map(({ personId, on }) => [personId, on]))
}

/** From what somebody is exempt. */
export function exemptionsOf(db: Db, personId: string): ExemptionRow[] {
  return db
    .select()
    .from(trainingExemptions)
    .where(eq(trainingExemptions.personId, personId))
    .orderBy(asc(trainingExemptions.kind), asc(trainingExemptions.id))
    .all()
}
