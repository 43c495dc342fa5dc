import { getTableColumns } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database, Raw } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { indexRow } from '#db/queries/people-index.ts'
import { newPersonRow, partRows } from '#db/queries/people.ts'
import { personAddresses, personPhones, persons } from '#db/schema/people.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { composeEgn } from '#domain/people/ids.ts'
import { personSchema, type PersonData } from '#domain/people/schema.ts'

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
const pick = (list: readonly string[], place: number) => list[place % list.length] ?? ''

/** What a form leaves as it stands is the same for all of them: checked once. */
const likeAll = personSchema.parse({
  firstName: 'Иван',
  lastName: 'Примеров',
  idKind: 'egn',
  idNumber: composeEgn('1930-01-01', 926),
  birthDate: '1930-01-01',
  sex: 'male',
  currentAddress: { settlementKind: 'village', settlement: 'Примерово', street: 'Първа' },
  phones: [{ number: '0888100000' }],
})

/** Invented person `n`, always the same: every one another ЕГН, names of realistic variety. */
function inventedPerson(n: number): PersonData {
  const male = n % 2 === 0
  const birthDate = addDays('1930-01-01', Math.floor(n / 36) * 3 + (n % 3))
  // Serials of the range kept for invented people, six of each sex a day.
  const serial = 926 + 2 * (Math.floor(n / 6) % 36) + (male ? 0 : 1)
  return {
    ...likeAll,
    firstName: pick(male ? first : firstFemale, Math.floor(n / 3)),
    middleName: `${pick(roots, Math.floor(n / 11))}${male ? '' : 'а'}`,
    lastName: `${pick(roots, Math.floor(n / 7))}${male ? '' : 'а'}`,
    idNumber: composeEgn(birthDate, serial),
    birthDate,
    sex: male ? 'male' : 'female',
    currentAddress: {
      ...likeAll.currentAddress,
      settlement: pick(villages, Math.floor(n / 5)),
      streetNumber: String(n % 80),
    },
    phones: [{ number: `0888${String(100_000 + (n % 900_000))}`, note: null }],
  }
}

/** An insert prepared once for all rows of a table, in the table's own terms. */
export function insertInto<T extends SQLiteTable>(raw: Raw, table: T, name: string) {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const places = columns.map(() => '?').join(', ')
  const statement = raw.prepare(`insert into ${name} (${names}) values (${places})`)
  return (row: T['$inferInsert']) => {
    const given = row as Record<string, unknown>
    const values = columns.map(([key, column]) => {
      const value = given[key]
      return value === undefined || value === null ? null : column.mapToDriverValue(value)
    })
    return statement.run(...values).lastInsertRowid
  }
}

/**
 * Invented people in one transaction: the rows are those that a save writes, only the statements are
 * prepared once.
 */
export function insertInventedPeople(
  database: Database,
  count: number,
  stamp: { at: string; by: string },
): void {
  const { raw } = database
  const addPerson = insertInto(raw, persons, 'persons')
  const addAddress = insertInto(raw, personAddresses, 'person_addresses')
  const addPhone = insertInto(raw, personPhones, 'person_phones')
  const addWords = raw.prepare('insert into person_search (rowid, names, place) values (?, ?, ?)')
  database.transaction(() => {
    for (let n = 0; n < count; n++) {
      const data = inventedPerson(n)
      const id = newId()
      const rowNo = addPerson(newPersonRow(id, data, stamp))
      const { addresses, phones } = partRows(id, data)
      addresses.forEach(addAddress)
      phones.forEach(addPhone)
      const { names, place } = indexRow({ ...data, settlement: data.currentAddress.settlement })
      addWords.run(rowNo, names, place)
    }
  })
}
