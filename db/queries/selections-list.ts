import { eq } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { candidacies } from '#db/schema/candidates.ts'
import { persons } from '#db/schema/people.ts'
import { selectionCards } from '#db/schema/selections.ts'
import { casePerson, personOf } from './case-filter.ts'

/** Everybody in the pool with the points of an approved card; who has none was let in without one. */
export function poolRows(db: Db) {
  const [onPerson, [addresses, onAddress]] = personOf(candidacies.personId)
  return db
    .select({
      id: candidacies.id,
      personId: candidacies.personId,
      entryNumber: candidacies.entryNumber,
      campaign: candidacies.campaign,
      campaignKey: candidacies.campaignKey,
      position: candidacies.position,
      dailyMinutes: candidacies.dailyMinutes,
      points: selectionCards.points,
      commissionPoints: selectionCards.commissionPoints,
      cardState: selectionCards.state,
      firstName: casePerson.firstName,
      middleName: casePerson.middleName,
      lastName: casePerson.lastName,
      settlementKind: casePerson.settlementKind,
      settlement: casePerson.settlement,
    })
    .from(candidacies)
    .innerJoin(persons, onPerson[1])
    .innerJoin(addresses, onAddress)
    .leftJoin(selectionCards, eq(selectionCards.candidacyId, candidacies.id))
    .where(eq(candidacies.state, 'inPool'))
    .all()
}
