import { and, asc, eq, isNotNull, lte, notInArray, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { overStates } from '#domain/applications/schema.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { attendanceEndOn, telkEndOn } from '#domain/people/telk.ts'
import { applications } from '#db/schema/applications.ts'
import { personAddresses, personPhones, persons, representatives } from '#db/schema/people.ts'
import type { Db } from '../connection.ts'
import { caseOfRow } from './application-responsible.ts'
import { telkInForceWhere } from './people-telk.ts'
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

/** What a decision of ТЕЛК/НЕЛК gives for a term. */
interface TelkEndingLine extends EndingLine {
  kind: 'telk' | 'attendance'
}

/**
 * Decisions of ТЕЛК/НЕЛК that count and whose term, or that of the help by another person which they
 * give, is over or ends until `until`; for life by law: none.
 */
export function telkEndings(db: Db, today: CivilDate, until: CivilDate): TelkEndingLine[] {
  return telkInForceWhere(db, today, inCare)
    .flatMap(({ decision, birthDate, sex, decidedOn: _decidedOn, inForce: _inForce, ...line }) => {
      const own = { ...line, number: decision.number }
      const ends = [
        { kind: 'telk' as const, due: telkEndOn(decision, { birthDate, sex }, today) },
        { kind: 'attendance' as const, due: attendanceEndOn(decision) },
      ]
      return ends.flatMap(({ kind, due }) =>
        due === null || due > until ? [] : [{ ...own, kind, due }],
      )
    })
    .toSorted(byDue)
}

/** Of them the decisions alone. */
export const telkEnding = (db: Db, today: CivilDate, until: CivilDate): TelkEndingLine[] =>
  telkEndings(db, today, until).filter(({ kind }) => kind === 'telk')

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
