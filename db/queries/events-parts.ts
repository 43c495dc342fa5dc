import { and, asc, count, eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import {
  madeBy,
  removeByVersion,
  saveByVersion,
  type ChangesOf,
  type Stamp,
} from '#db/kept-record.ts'
import {
  eventParticipants,
  eventPresence,
  events,
  eventSessions,
  type ParticipantRow,
  type SessionRow,
} from '#db/schema/events.ts'
import { persons } from '#db/schema/people.ts'
import type { Mark, SessionInput } from '#domain/events/schema.ts'

/** Meetings of an event, in their order. */
export function sessionsOf(db: Db, eventId: string): SessionRow[] {
  return db
    .select()
    .from(eventSessions)
    .where(eq(eventSessions.eventId, eventId))
    .orderBy(asc(eventSessions.position))
    .all()
}

/**
 * The meetings as the form has them now. One that stands at the same place, or on the same day and
 * hours, is the same one and keeps its presence; with a meeting that is gone its presence goes too.
 */
export function setSessions(tx: Tx, eventId: string, sessions: readonly SessionInput[]): void {
  const left = sessionsOf(tx, eventId)
  const taken = (fits: (old: SessionRow) => boolean) => {
    const at = left.findIndex(fits)
    return at === -1 ? undefined : left.splice(at, 1)[0]?.id
  }
  const same = sessions.map(({ onDate, time }) =>
    taken(
      (old) => old.onDate === onDate && old.fromMinute === time.from && old.toMinute === time.to,
    ),
  )
  const ids = same.map((id, position) => id ?? taken((old) => old.position === position))
  const gone = left.map(({ id }) => id)
  if (gone.length > 0) {
    tx.delete(eventPresence).where(inArray(eventPresence.sessionId, gone)).run()
    tx.delete(eventSessions).where(inArray(eventSessions.id, gone)).run()
  }
  for (const [position, { onDate, time }] of sessions.entries()) {
    const values = { position, onDate, fromMinute: time.from, toMinute: time.to }
    const id = ids[position]
    if (id === undefined)
      tx.insert(eventSessions)
        .values({ ...values, id: newId(), eventId })
        .run()
    else tx.update(eventSessions).set(values).where(eq(eventSessions.id, id)).run()
  }
}

/** Who is to come, by name. */
export function participantsOf(db: Db, eventId: string) {
  return db
    .select({
      id: eventParticipants.id,
      version: eventParticipants.version,
      personId: eventParticipants.personId,
      employmentId: eventParticipants.employmentId,
      certificateNumber: eventParticipants.certificateNumber,
      certificateDate: eventParticipants.certificateDate,
      firstName: persons.firstName,
      middleName: persons.middleName,
      lastName: persons.lastName,
    })
    .from(eventParticipants)
    .innerJoin(persons, eq(persons.id, eventParticipants.personId))
    .where(eq(eventParticipants.eventId, eventId))
    .orderBy(asc(persons.sortKey), asc(eventParticipants.id))
    .all()
}
export type Participant = ReturnType<typeof participantsOf>[number]

/** How many are to come to each event. */
export function participantCounts(db: Db): Map<string, number> {
  const rows = db
    .select({ eventId: eventParticipants.eventId, n: count() })
    .from(eventParticipants)
    .groupBy(eventParticipants.eventId)
    .all()
  return new Map(rows.map(({ eventId, n }) => [eventId, n]))
}

export function findParticipant(db: Db, id: string): ParticipantRow | undefined {
  return db.select().from(eventParticipants).where(eq(eventParticipants.id, id)).get()
}

export type ParticipantChanges = ChangesOf<typeof eventParticipants>
export const setParticipant = saveByVersion(eventParticipants)

/** Throws UniqueViolation(event_participants, [event_id, person_id]). */
export function insertParticipant(
  tx: Tx,
  one: Pick<ParticipantRow, 'eventId' | 'personId' | 'employmentId'>,
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(eventParticipants)
    .values({ ...one, id, addedBy: stamp.by, ...madeBy(stamp) })
    .run()
  return id
}

const removeParticipant = removeByVersion(eventParticipants)

/** With the presence that was marked. Throws StaleVersion, RowMissing. */
export function deleteParticipant(tx: Tx, id: string, version: number): void {
  tx.delete(eventPresence).where(eq(eventPresence.participantId, id)).run()
  removeParticipant(tx, id, version)
}

/** Every marked cell of an event. */
export function marksOf(db: Db, eventId: string): Mark[] {
  return db
    .select({
      participantId: eventPresence.participantId,
      sessionId: eventPresence.sessionId,
      presence: eventPresence.presence,
    })
    .from(eventPresence)
    .innerJoin(eventSessions, eq(eventSessions.id, eventPresence.sessionId))
    .where(eq(eventSessions.eventId, eventId))
    .all()
}

/** The grid as it is now: what is not among the marks is not marked. */
export function setMarks(tx: Tx, eventId: string, marks: readonly Mark[]): void {
  const ids = sessionsOf(tx, eventId).map(({ id }) => id)
  if (ids.length > 0) tx.delete(eventPresence).where(inArray(eventPresence.sessionId, ids)).run()
  for (const mark of marks) tx.insert(eventPresence).values(mark).run()
}

/** Events with a session on a day, which were not cancelled. */
export function eventsOn(db: Db, day: string): string[] {
  return db
    .selectDistinct({ id: eventSessions.eventId })
    .from(eventSessions)
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(and(eq(eventSessions.onDate, day), inArray(events.state, ['planned', 'held'])))
    .all()
    .map(({ id }) => id)
}
