import { attendedMinutes } from '#domain/events/rules.ts'
import type { CertificateFacts, PresenceFacts } from '#domain/events/facts.ts'
import type { Mark, Presence } from '#domain/events/schema.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { catalogueEntry } from '#db/queries/employment-catalogue.ts'
import { findEmployment } from '#db/queries/employments.ts'
import { marksOf, participantsOf, sessionsOf, type Participant } from '#db/queries/events-parts.ts'
import { getPerson } from '#db/queries/people.ts'
import type { EventRow, SessionRow } from '#db/schema/events.ts'
import { buildCertificate } from '#papers/events/certificate.ts'
import { existing } from '../kernel/faults.ts'
import type { PaperToFreeze } from '../kernel/freezing.ts'
import { factsOf, placeOf, providerFacts } from '../kernel/parties.ts'

/** An event with everything that hangs on it. */
export interface WholeEvent {
  row: EventRow
  sessions: SessionRow[]
  people: Participant[]
  marks: Mark[]
}

export const wholeEvent = (db: Db, row: EventRow): WholeEvent => ({
  row,
  sessions: sessionsOf(db, row.id),
  people: participantsOf(db, row.id),
  marks: marksOf(db, row.id),
})

/** The grid by its cells. */
export function gridOf(
  marks: readonly Mark[],
): (participantId: string, sessionId: string) => Presence | undefined {
  const cells = new Map(
    marks.map(({ participantId, sessionId, presence }) => [
      `${participantId} ${sessionId}`,
      presence,
    ]),
  )
  return (participantId, sessionId) => cells.get(`${participantId} ${sessionId}`)
}

/** Participants with the minutes in which they were there, by these marks. */
export function attendance({ sessions, people }: WholeEvent, marks: readonly Mark[]) {
  const at = gridOf(marks)
  return people.map((one) => ({
    ...one,
    name: formatFullName(one),
    attended: attendedMinutes(sessions, (sessionId) => at(one.id, sessionId)),
  }))
}

/** Position under which somebody came. */
export function positionOf(db: Db, employmentId: string | null): string {
  const employment = employmentId === null ? undefined : findEmployment(db, employmentId)
  return employment ? (catalogueEntry(db, employment.positionId)?.name ?? '') : ''
}

/** The certificate of one participant, ready for the compiler. */
export function certificatePaper(
  db: Db,
  row: EventRow,
  one: Pick<Participant, 'personId'> & { attended: number },
  date: string,
  number: string,
): PaperToFreeze {
  const facts: CertificateFacts = {
    draft: false,
    number,
    date,
    place: placeOf(db, date),
    provider: providerFacts(db, { chiefAccountant: false }),
    participant: factsOf(db, existing(getPerson(db, one.personId))),
    topic: row.topic,
    programme: row.programme,
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    minutes: row.minutes,
    attendedMinutes: one.attended,
    leader: row.leader,
  }
  const { data, documentDate, textVersion, dataHash } = buildCertificate(facts)
  return { request: { layout: 'statement', data, documentDate }, textVersion, dataHash }
}

/** The presence list: of a planned event to be signed, of a held one as it was marked. */
export function presenceFacts(db: Db, whole: WholeEvent, date: string): PresenceFacts {
  const { row, sessions, people, marks } = whole
  const at = gridOf(marks)
  return {
    provider: providerFacts(db, { chiefAccountant: false }),
    kind: row.kind,
    topic: row.topic,
    leader: row.leader,
    place: row.place,
    groupName: row.groupName,
    minutes: row.minutes,
    sessions,
    people: people.map((one) => ({
      name: formatFullName(one),
      position: positionOf(db, one.employmentId),
      marks: sessions.map(({ id }) => (row.state === 'held' ? (at(one.id, id) ?? null) : null)),
    })),
    date,
  }
}
