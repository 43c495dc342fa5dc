import { and, eq, lte, sql, type SQL } from 'drizzle-orm'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { telkInForceByPerson } from '#domain/people/telk.ts'
import { persons, telkDecisions } from '#db/schema/people.ts'
import type { Db } from '../connection.ts'
import { caseOfRow } from './application-responsible.ts'
import { person } from './today-line.ts'

type TelkRow = typeof telkDecisions.$inferSelect

/** Decisions that may count on this day: which of them does is for `telkInForceOn` to say. */
const inForceBy = (on: CivilDate) =>
  and(eq(telkDecisions.inForce, true), lte(telkDecisions.decidedOn, on))

/** The decision in force of each of these people who have one, by person. */
export function telkInForceOf(
  db: Db,
  ids: readonly string[],
  on: CivilDate,
): ReadonlyMap<string, TelkRow> {
  const of = sql`${telkDecisions.personId} in (select value from json_each(${JSON.stringify(ids)}))`
  const rows = db
    .select()
    .from(telkDecisions)
    .where(and(inForceBy(on), of))
    .all()
  return telkInForceByPerson(rows, on)
}

/** The same of everybody about whom `where` holds, with whose it is. */
export function telkInForceWhere(db: Db, on: CivilDate, where: SQL | undefined) {
  const rows = db
    .select({
      ...person,
      ...caseOfRow,
      id: telkDecisions.id,
      inForce: telkDecisions.inForce,
      decidedOn: telkDecisions.decidedOn,
      birthDate: persons.birthDate,
      sex: persons.sex,
      decision: telkDecisions,
    })
    .from(telkDecisions)
    .innerJoin(persons, eq(persons.id, telkDecisions.personId))
    .where(and(inForceBy(on), where))
    .all()
  return [...telkInForceByPerson(rows, on).values()]
}
