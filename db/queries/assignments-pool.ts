import { and, asc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { candidacies, candidacyVillages } from '#db/schema/candidates.ts'
import { employments } from '#db/schema/employments.ts'
import { personAddresses, persons } from '#db/schema/people.ts'
import type { CandidateOffer } from '#domain/assignments/choice.ts'
import { agreedStatuses } from '#domain/employments/days.ts'

const among = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`

/** Contracts in these positions that are agreed and not over on the day, with whose they are. */
export function poolOn(db: Db, day: string, positionIds: readonly string[]) {
  return db
    .select({
      employment: employments,
      personId: persons.id,
      firstName: persons.firstName,
      middleName: persons.middleName,
      lastName: persons.lastName,
      sex: persons.sex,
      deathDate: persons.deathDate,
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
        inArray(employments.status, [...agreedStatuses]),
        or(isNull(employments.lastDay), gte(employments.lastDay, day)),
        sql`${employments.positionId} in ${among(positionIds)}`,
      ),
    )
    .orderBy(asc(persons.sortKey), asc(employments.id))
    .all()
}

export type PoolRow = ReturnType<typeof poolOn>[number]

/**
 * What these people offered when they applied, by contract: in the application of the contract, where
 * it names one, otherwise in the newest that still holds what was told. Two questions for the whole team.
 */
export function offersOf(
  db: Db,
  of: readonly { employmentId: string; personId: string; candidacyId: string | null }[],
): Map<string, CandidateOffer> {
  const rows = db
    .select({
      id: candidacies.id,
      personId: candidacies.personId,
      weekdays: candidacies.weekdays,
      dailyMinutes: candidacies.dailyMinutes,
      hasCar: candidacies.hasCar,
      climbsStairs: candidacies.climbsStairs,
      refusedActs: candidacies.refusedActs,
      namedPerson: candidacies.namedPerson,
      kinship: candidacies.kinship,
      trainings: candidacies.trainings,
    })
    .from(candidacies)
    .where(
      and(
        sql`${candidacies.personId} in ${among(of.map(({ personId }) => personId))}`,
        isNull(candidacies.papersGoneOn),
      ),
    )
    .orderBy(asc(candidacies.entryDate), asc(candidacies.id))
    .all()
  const villages = villagesOf(
    db,
    rows.map(({ id }) => id),
  )
  const told = rows.map(({ id, personId, trainings, ...offer }) => ({
    id,
    personId,
    offer: { ...offer, trainings: trainings.length, villages: villages.get(id) ?? [] },
  }))
  const byId = new Map(told.map((one) => [one.id, one.offer]))
  // Later ones stand in the place of earlier ones.
  const newest = new Map(told.map((one) => [one.personId, one.offer]))
  return new Map(
    of.flatMap(({ employmentId, personId, candidacyId }) => {
      const offer =
        (candidacyId === null ? undefined : byId.get(candidacyId)) ?? newest.get(personId)
      return offer ? [[employmentId, offer] as const] : []
    }),
  )
}

function villagesOf(db: Db, candidacyIds: readonly string[]): Map<string, string[]> {
  const rows = db
    .select({ id: candidacyVillages.candidacyId, village: candidacyVillages.village })
    .from(candidacyVillages)
    .where(sql`${candidacyVillages.candidacyId} in ${among(candidacyIds)}`)
    .orderBy(asc(candidacyVillages.position))
    .all()
  const found = new Map<string, string[]>()
  for (const { id, village } of rows) found.set(id, [...(found.get(id) ?? []), village])
  return found
}

/** Contracts by id, with whose they are, whatever became of them. */
export function helpersById(db: Db, ids: readonly string[]) {
  return db
    .select({
      employmentId: employments.id,
      personId: persons.id,
      firstName: persons.firstName,
      middleName: persons.middleName,
      lastName: persons.lastName,
      sex: persons.sex,
      positionId: employments.positionId,
      number: employments.number,
      startDate: employments.startDate,
      lastDay: employments.lastDay,
    })
    .from(employments)
    .innerJoin(persons, eq(persons.id, employments.personId))
    .where(sql`${employments.id} in ${among(ids)}`)
    .all()
}

/** People by id, for their names. */
export function helpedById(db: Db, ids: readonly string[]) {
  return db
    .select({
      id: persons.id,
      firstName: persons.firstName,
      middleName: persons.middleName,
      lastName: persons.lastName,
      sex: persons.sex,
      deathDate: persons.deathDate,
    })
    .from(persons)
    .where(sql`${persons.id} in ${among(ids)}`)
    .all()
}
