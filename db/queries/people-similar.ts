import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { likenessOf, likenessOrder } from '#domain/people/similar.ts'
import type { Comparable, Likeness } from '#domain/people/similar.ts'
import { namesToSearch } from '#domain/text/format-person.ts'
import { normaliseForSearch } from '#domain/text/search.ts'
import { keptApartFrom } from './people-apart.ts'
import { lineColumns, lineJoin, type PersonLine } from './people-search.ts'

export interface SimilarPerson extends PersonLine {
  likeness: Exclude<Likeness, 'different'>
}

// Above every letter of the search form.
const last = '\uffff'

/**
 * People who may be the one being typed: the same number first, then like names and birth dates, last
 * those with a valid ЕГН of their own. Left out is the person itself, and who was found to be another.
 */
export function similarPeople(
  db: Db,
  candidate: Comparable,
  exceptId: string | null = null,
  limit = 10,
): SimilarPerson[] {
  const found = new Map<string, PersonLine>()
  const take = (where: SQL, from: SQL = sql`persons p`) => {
    const rows = db.all<PersonLine>(
      sql`select ${lineColumns} from ${from} ${lineJoin} where ${where} limit 500`,
    )
    for (const row of rows) found.set(row.id, row)
    return rows
  }
  const { idKind, idNumber, birthDate, firstName, lastName } = candidate
  const former = new Set<string>()
  if (idNumber !== null && idNumber !== '') {
    take(sql`p.id_kind = ${idKind} and p.id_number = ${idNumber}`)
    const had = take(
      sql`f.id_kind = ${idKind} and f.id_number = ${idNumber}`,
      sql`person_former_ids f cross join persons p on p.id = f.person_id`,
    )
    for (const { id } of had) former.add(id)
  }
  if (birthDate !== null) take(sql`p.birth_date = ${birthDate}`)
  if (firstName !== '' && lastName !== '') {
    const prefix = `${normaliseForSearch(namesToSearch({ ...candidate, middleName: null }))} `
    take(sql`p.search_text >= ${prefix} and p.search_text < ${prefix + last}`)
  }
  const others = exceptId === null ? [] : keptApartFrom(db, exceptId)
  const leftOut = new Set([exceptId, ...others.map(({ id }) => id)])
  return [...found.values()]
    .filter((row) => !leftOut.has(row.id))
    .flatMap((row) => {
      const alike = likenessOf(candidate, row)
      const likeness = alike !== 'same' && former.has(row.id) ? 'former' : alike
      return likeness === 'different' ? [] : [{ ...row, likeness }]
    })
    .sort((a, b) => likenessOrder.indexOf(a.likeness) - likenessOrder.indexOf(b.likeness))
    .slice(0, limit)
}
