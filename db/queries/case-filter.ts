import { eq, and, sql } from 'drizzle-orm'
import type { AnyColumn, SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { joined } from '#db/listing.ts'
import { personAddresses, persons } from '#db/schema/people.ts'
import { normaliseForSearch, searchWords } from '#domain/text/search.ts'
import { matchText } from './people-index.ts'
import { shortestNumber } from './people-search.ts'

/**
 * What was typed into a list. Whoever may see no ЕГН or ЛНЧ finds nobody by one: neither by a part,
 * which would tell the rest digit by digit, nor whole.
 */
export interface TypedText {
  readonly text: string
  readonly byIdNumber: boolean
}

// Above every letter: [prefix, prefix + last) is the prefix range of an index.
const last = '\uffff'

/** The person beside a case in a list. */
export const casePerson = {
  personId: persons.id,
  firstName: persons.firstName,
  middleName: persons.middleName,
  lastName: persons.lastName,
  idKind: persons.idKind,
  idNumber: persons.idNumber,
  birthDate: persons.birthDate,
  sex: persons.sex,
  deathDate: persons.deathDate,
  settlementKind: personAddresses.settlementKind,
  settlement: personAddresses.settlement,
}

/** The person of a case with the current address, for names and the settlement column. */
export const personOf = (personId: SQLiteColumn) =>
  [
    joined(persons, persons.id, personId),
    [
      personAddresses,
      and(eq(personAddresses.personId, persons.id), eq(personAddresses.kind, 'current')),
    ],
  ] as const

/**
 * The typed text of a case list: beginning of the registry number, beginning of an ЕГН or ЛНЧ, or
 * words of the name and settlement, in any order.
 */
export function caseText(searched: TypedText | undefined, number: AnyColumn): SQL | undefined {
  const typed = searched?.text.trim() ?? ''
  if (typed === '') return undefined
  const parts = [sql`(${number} >= ${typed} and ${number} < ${typed + last})`]
  const digits = typed.replace(/[\s.\-–]/g, '')
  if (searched?.byIdNumber && /^\d+$/.test(digits) && digits.length >= shortestNumber)
    parts.push(
      sql`(${persons.idNumber} >= ${digits} and ${persons.idNumber} < ${digits + last})`,
      sql`${persons.id} in (select person_id from person_former_ids
        where id_number >= ${digits} and id_number < ${digits + last})`,
    )
  const words = searchWords(typed)
  if (words.length > 0)
    parts.push(
      sql`${persons.rowNo} in (select rowid from person_search where person_search match ${matchText(words)})`,
    )
  return sql`(${sql.join(parts, sql` or `)})`
}

export function inSettlement(settlement: string | undefined): SQL | undefined {
  return settlement === undefined
    ? undefined
    : eq(persons.settlementKey, normaliseForSearch(settlement))
}
