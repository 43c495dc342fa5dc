import { and, asc, eq, isNotNull, lte, notInArray, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { overStates } from '#domain/applications/schema.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { attendanceEndOn, telkEndOn } from '#domain/people/telk.ts'
import { applications } from '#db/schema/applications.ts'
import {
  personAddresses,
  personPhones,
  persons,
  representatives,
  telkDecisions,
} from '#db/schema/people.ts'
import type { Db } from '../connection.ts'
import { caseOfRow } from './application-responsible.ts'
import { alive, person, type WaitingLine } from './today-line.ts'

/** A line that surely has its day. */
export type EndingLine = WaitingLine & { due: CivilDate }

/** Living people with an application that is not over: what ends for others is nobody's care. */
const inCare = and(
  alive,
  sql`exists (select 1 from ${applications} where ${applications.personId} = ${persons.id}
    and ${notInArray(applications.state, ['draft', ...overStates])})`,
)

const byDue = (a: EndingLine, b: EndingLine) =>
  a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1

/** Decisions of ТЕЛК/НЕЛК that count and whose term is over or ends until `until`; for life by law: none. */
export const telkEnding = (db: Db, today: CivilDate, until: CivilDate): EndingLine[] =>
  decisions(db, today, until, telkEndOn)

/** The same of the help by another person that a decision gives for a term of its own. */
export const attendanceEnding = (db: Db, today: CivilDate, until: CivilDate): EndingLine[] =>
  decisions(db, today, until, attendanceEndOn)

type Decision = typeof telkDecisions.$inferSelect

function decisions(
  db: Db,
  today: CivilDate,
  until: CivilDate,
  endOf: (
    decision: Decision,
    person: { birthDate: CivilDate; sex: 'male' | 'female' },
    on: CivilDate,
  ) => CivilDate | null,
): EndingLine[] {
  return db
    .select({
      ...person,
      ...caseOfRow,
      birthDate: persons.birthDate,
      sex: persons.sex,
      decision: telkDecisions,
    })
    .from(telkDecisions)
    .innerJoin(persons, eq(persons.id, telkDecisions.personId))
    .where(
      and(
        eq(telkDecisions.inForce, true),
        lte(telkDecisions.decidedOn, today),
        inCare,
        // A newer decision has taken its place.
        sql`not exists (select 1 from ${telkDecisions} newer where newer.person_id = ${telkDecisions.personId}
          and newer.in_force = 1 and newer.decided_on <= ${today}
          and (newer.decided_on > ${telkDecisions.decidedOn}
            or (newer.decided_on = ${telkDecisions.decidedOn} and newer.id > ${telkDecisions.id})))`,
      ),
    )
    .all()
    .flatMap(({ decision, birthDate, sex, ...line }) => {
      const due = endOf(decision, { birthDate, sex }, today)
      return due === null || due > until
        ? []
        : [{ ...line, id: decision.id, number: decision.number, due }]
    })
    .toSorted(byDue)
}

/** Identity cards whose last day is until `until`. */
export function idCardsEnding(db: Db, until: CivilDate): EndingLine[] {
  return dated(
    db
      .select({
        ...person,
        ...caseOfRow,
        id: persons.id,
        number: persons.idCardNumber,
        due: persons.idCardValidUntil,
      })
      .from(persons)
      .where(
        and(endsUntil(persons.idCardValidUntil, until), eq(persons.idCardNoExpiry, false), inCare),
      )
      .orderBy(asc(persons.idCardValidUntil), asc(persons.id))
      .all(),
  )
}

/** Authorities of representatives until `until`, where the person has no other of the kind that goes on. */
export function representativesEnding(db: Db, until: CivilDate): EndingLine[] {
  return dated(
    db
      .select({
        ...person,
        ...caseOfRow,
        id: representatives.id,
        number: representatives.documentNumber,
        due: representatives.validUntil,
      })
      .from(representatives)
      .innerJoin(persons, eq(persons.id, representatives.personId))
      .where(
        and(
          endsUntil(representatives.validUntil, until),
          inCare,
          sql`not exists (select 1 from ${representatives} later where later.person_id = ${representatives.personId}
            and later.kind = ${representatives.kind}
            and (later.valid_until is null or later.valid_until > ${representatives.validUntil}))`,
        ),
      )
      .orderBy(asc(representatives.validUntil), asc(representatives.id))
      .all(),
  )
}

const endsUntil = (column: SQLiteColumn, until: CivilDate): SQL | undefined =>
  and(isNotNull(column), lte(column, until))

const dated = (lines: readonly WaitingLine[]): EndingLine[] =>
  lines.flatMap((line) => (line.due === null ? [] : [{ ...line, due: line.due }]))

/** What stands beside a name when somebody is to be called: number, settlement, first telephone. */
export interface PersonCard {
  idNumber: string
  settlementKind: 'town' | 'village'
  settlement: string
  phone: string | null
}

export function peopleCards(db: Db, ids: readonly string[]): ReadonlyMap<string, PersonCard> {
  const rows = db
    .select({
      id: persons.id,
      idNumber: persons.idNumber,
      settlementKind: personAddresses.settlementKind,
      settlement: personAddresses.settlement,
      phone: sql<string | null>`(select number from ${personPhones}
        where ${personPhones.personId} = ${persons.id} order by ${personPhones.position} limit 1)`,
    })
    .from(persons)
    .innerJoin(
      personAddresses,
      and(eq(personAddresses.personId, persons.id), eq(personAddresses.kind, 'current')),
    )
    .where(sql`${persons.id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .all()
  return new Map(rows.map(({ id, ...card }) => [id, card]))
}
