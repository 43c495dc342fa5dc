import type { Tx } from '#db/connection.ts'
import { insertPerson } from '#db/queries/people.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { composeEgn } from '#domain/people/ids.ts'
import { personSchema } from '#domain/people/schema.ts'

const first = [
  'Иван',
  'Петър',
  'Георги',
  'Димитър',
  'Стоян',
  'Никола',
  'Васил',
  'Христо',
  'Тодор',
  'Ангел',
]
const firstFemale = [
  'Мария',
  'Елена',
  'Анна',
  'Стефка',
  'Радка',
  'Донка',
  'Цветана',
  'Йорданка',
  'Пенка',
  'Василка',
]
const roots = [
  'Иванов',
  'Петров',
  'Георгиев',
  'Димитров',
  'Стоянов',
  'Николов',
  'Василев',
  'Христов',
  'Тодоров',
  'Ангелов',
  'Илиев',
  'Колев',
  'Маринов',
  'Симеонов',
  'Кръстев',
  'Цветков',
  'Йорданов',
  'Пенчев',
  'Златев',
  'Рангелов',
]
const villages = Array.from({ length: 90 }, (_, i) => `Примерово ${String(i + 1)}`)

/** Deterministic invented people: every one another ЕГН, names of realistic variety. */
export function insertInventedPeople(
  tx: Tx,
  from: number,
  count: number,
  by: string,
  at: string,
): void {
  for (let n = from; n < from + count; n++) {
    const male = n % 2 === 0
    const birthDate = addDays('1930-01-01', Math.floor(n / 36) * 3 + (n % 3))
    // Nine serials of each sex a day, from the range kept for invented people.
    const serial = 926 + 2 * (Math.floor(n / 6) % 36) + (male ? 0 : 1)
    const pick = (list: readonly string[], step: number) =>
      list[Math.floor(n / step) % list.length] ?? ''
    const family = pick(roots, 7)
    insertPerson(
      tx,
      personSchema.parse({
        firstName: pick(male ? first : firstFemale, 3),
        middleName: `${pick(roots, 11)}${male ? '' : 'а'}`,
        lastName: `${family}${male ? '' : 'а'}`,
        idKind: 'egn',
        idNumber: composeEgn(birthDate, serial),
        birthDate,
        sex: male ? 'male' : 'female',
        currentAddress: {
          settlementKind: 'village',
          settlement: pick(villages, 5),
          street: 'Първа',
          streetNumber: String(n % 80),
        },
        phones: [{ number: `0888${String(100_000 + (n % 900_000))}` }],
      }),
      { at, by },
    )
  }
}
