import { composeEgn } from '#domain/people/ids.ts'
import type { Case } from './case.ts'
import type { Desk } from './desk.ts'

/** Two sisters born on one day, each with an ЕГН: the office found out that they are not one person. */
export interface LookAlikes {
  one: Case
  other: Case
}

/** Makes two of the invented people look alike; undefined in an office of few people. */
export function inventLookAlikes(cases: readonly Case[]): LookAlikes | undefined {
  const fitting = cases
    .filter(
      ({ wish, person }) =>
        wish.ageGroup === 'elder' &&
        wish.telk === 'none' &&
        wish.representative === null &&
        !wish.oneName &&
        person.person.sex === 'female',
    )
    .sort((a, b) => (a.person.person.birthDate < b.person.person.birthDate ? -1 : 1))
  const [one, other] = fitting
  if (!one || !other) return undefined
  const { birthDate, middleName, lastName } = one.person.person
  Object.assign(one.person.person, { firstName: 'Ани' })
  // Of the two the one who was older stays as old: what is asked of age holds for both.
  Object.assign(other.person.person, { birthDate, middleName, lastName, firstName: 'Яна' })
  other.person.person.idNumber = freeEgn(cases, other)
  return { one, other }
}

export async function tellApart(desk: Desk, { one, other }: LookAlikes): Promise<void> {
  if (one.personId === '' || other.personId === '') return
  const pair = { personId: one.personId, otherId: other.personId }
  await one.worker.client.people.keepApart(desk.click(pair))
}

/** Somebody whose ЕГН the register of the population corrected after their contract was signed. */
export async function correctNumber(desk: Desk, cases: readonly Case[]): Promise<void> {
  const one = cases.find(
    ({ contract, deathDate, person }) =>
      contract.id !== '' && deathDate === null && person.person.idKind === 'egn',
  )
  if (!one) return
  const { client } = one.worker
  const { version, createdAt: _at, ...data } = await client.people.edit({ id: one.personId })
  const corrected = { ...data, idNumber: freeEgn(cases, one) }
  const asked = { id: one.personId, version, data: corrected, idChangeGround: 'registry' as const }
  await client.people.update(desk.click(asked))
}

/** Of the invented serials 926–999 one that nobody has on this day; even for men. */
function freeEgn(cases: readonly Case[], { person: { person } }: Case): string {
  const taken = new Set(
    cases.flatMap((one) => [one.person.person.idNumber, one.person.representative?.idNumber]),
  )
  for (let serial = person.sex === 'male' ? 998 : 999; serial >= 926; serial -= 2) {
    const egn = composeEgn(person.birthDate, serial)
    if (!taken.has(egn)) return egn
  }
  throw new Error('every number of this day is taken')
}
