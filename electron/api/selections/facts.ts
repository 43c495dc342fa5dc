import { ageOn } from '#domain/calendar/civil-date.ts'
import type { Methodology } from '#domain/methodologies/schema.ts'
import { countPoints } from '#domain/methodologies/score.ts'
import type { Person } from '#domain/people/schema.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { getCandidacy, type StoredCandidacy } from '#db/queries/candidates.ts'
import { getMethodology } from '#db/queries/methodologies.ts'
import { getPerson } from '#db/queries/people.ts'
import type { StoredCard } from '#db/queries/selections.ts'
import { existing } from '../kernel/faults.ts'
import { settingValue } from '../kernel/settings.ts'

/** What surrounds a card. */
interface CardCase {
  candidacy: StoredCandidacy
  person: Person
  /** Completed years on the day of the application: the same whenever the card is looked at. */
  age: number
}

/** Throws NOT_FOUND. */
export function cardCase(db: Db, candidacyId: string): CardCase {
  const candidacy = getCandidacy(db, candidacyId)
  const person = existing(getPerson(db, candidacy.personId))
  return { candidacy, person, age: ageOn(person.birthDate, candidacy.entryDate) }
}

export const minReasonLength = (db: Db, today: string): number =>
  settingValue(db, 'minReasonLength', today)

/** What „Завърши“ judges a card by. */
export function wholeCard(db: Db, card: StoredCard, today: string) {
  const { age } = cardCase(db, card.candidacyId)
  return {
    methodology: getMethodology(db, card.methodologyVersionId).data,
    answers: card.answers,
    age,
    minReasonLength: minReasonLength(db, today),
    interview: { on: card.interviewOn, came: card.interviewCame },
  }
}

/** The most that a candidate of this age can have. */
export function mostPoints(methodology: Methodology, age: number): number {
  const counted = countPoints(methodology, [], age)
  return counted.ok ? counted.count.maxTotal : 0
}

export const accountName = (db: Db, accountId: string | null): string | null =>
  accountId === null ? null : (findAccount(db, accountId)?.displayName ?? '')
