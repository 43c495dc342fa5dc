import { and, asc, eq, ne, notInArray, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { assignments } from '#db/schema/assignments.ts'
import { candidacies, candidacyVillages, type CandidacyRow } from '#db/schema/candidates.ts'
import { employments } from '#db/schema/employments.ts'
import { personAddresses, persons } from '#db/schema/people.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { notChosenStates } from '#domain/candidates/schema.ts'
import { helpsOn } from './assignments.ts'

/** Contracts of everybody who works for the office, did or will; of one person where one is named. */
export function contractsOfTeam(db: Db, personId?: string) {
  return db
    .select({
      employment: employments,
      firstName: persons.firstName,
      middleName: persons.middleName,
      lastName: persons.lastName,
      deathDate: persons.deathDate,
      idCardValidUntil: persons.idCardValidUntil,
      idCardNoExpiry: persons.idCardNoExpiry,
      settlementKind: personAddresses.settlementKind,
      settlement: personAddresses.settlement,
    })
    .from(employments)
    .innerJoin(persons, eq(persons.id, employments.personId))
    .innerJoin(
      personAddresses,
      and(eq(personAddresses.personId, persons.id), eq(personAddresses.kind, 'current')),
    )
    .where(
      and(
        ne(employments.status, 'annulled'),
        personId === undefined ? undefined : eq(employments.personId, personId),
      ),
    )
    .orderBy(asc(employments.startDate), asc(employments.id))
    .all()
}
export type TeamContract = ReturnType<typeof contractsOfTeam>[number]

/** An application to become an assistant, with the places that were named in it. */
export type TeamApplication = CandidacyRow & { villages: string[] }

/** What these people told of the work they take, by the latest application that was not turned down. */
export function applicationsOfTeam(
  db: Db,
  personIds: readonly string[],
): ReadonlyMap<string, TeamApplication> {
  const rows = db
    .select()
    .from(candidacies)
    .where(
      and(
        sql`${candidacies.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
        notInArray(candidacies.state, [...notChosenStates]),
      ),
    )
    .orderBy(asc(candidacies.entryDate), asc(candidacies.id))
    .all()
  const latest = new Map(rows.map((row) => [row.personId, row]))
  const villages = db
    .select({ id: candidacyVillages.candidacyId, village: candidacyVillages.village })
    .from(candidacyVillages)
    .where(
      sql`${candidacyVillages.candidacyId} in
        (select value from json_each(${JSON.stringify([...latest.values()].map(({ id }) => id))}))`,
    )
    .orderBy(asc(candidacyVillages.position))
    .all()
  const named = Map.groupBy(villages, ({ id }) => id)
  return new Map(
    [...latest].map(([personId, row]) => [
      personId,
      { ...row, villages: named.get(row.id)?.map(({ village }) => village) ?? [] },
    ]),
  )
}

/** How many people each contract helps on a day; who stands in for another helps nobody until then. */
export function helpedOn(db: Db, day: CivilDate): ReadonlyMap<string, number> {
  const rows = db
    .select({
      employmentId: assignments.employmentId,
      people: sql<number>`count(distinct ${assignments.personId})`,
    })
    .from(assignments)
    .innerJoin(employments, eq(employments.id, assignments.employmentId))
    .innerJoin(persons, eq(persons.id, assignments.personId))
    .where(and(eq(assignments.role, 'titular'), helpsOn(day)))
    .groupBy(assignments.employmentId)
    .all()
  return new Map(rows.map(({ employmentId, people }) => [employmentId, people]))
}
