import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { namesToSearch, type Names } from '#domain/text/format-person.ts'
import { normaliseForSearch } from '#domain/text/search.ts'

export interface Indexed extends Names {
  settlement: string
}

function namesOf(p: Indexed): string {
  return normaliseForSearch(namesToSearch(p))
}

/** What persons.search_text holds. */
export function searchTextOf(p: Indexed): string {
  return `${namesOf(p)} ${normaliseForSearch(p.settlement)}`.trim()
}

/** Puts the person into the search index, in the place of what was there. */
export function indexPerson(tx: Tx, rowNo: number, p: Indexed): void {
  unindexPerson(tx, rowNo)
  insertRow(tx, rowNo, p)
}

function insertRow(tx: Tx, rowNo: number, p: Indexed): void {
  const { names, place } = indexRow(p)
  tx.run(sql`insert into person_search(rowid, names, place) values (${rowNo}, ${names}, ${place})`)
}

/** What the search index holds of a person. */
export function indexRow(p: Indexed): { names: string; place: string } {
  return { names: namesOf(p), place: normaliseForSearch(p.settlement) }
}

/** Takes the person's words out of the index and, by its secure-delete, out of the file. */
export function unindexPerson(tx: Tx, rowNo: number): void {
  tx.run(sql`delete from person_search where rowid = ${rowNo}`)
}

/** Builds the whole index anew from the records (after the search form has changed). */
export function rebuildPeopleIndex(tx: Tx): void {
  tx.run(sql`delete from person_search`)
  const rows = tx.all<Indexed & { rowNo: number }>(sql`
    select p.row_no as rowNo, p.last_name as lastName, p.first_name as firstName,
           p.middle_name as middleName, coalesce(a.settlement, '') as settlement
    from persons p
    left join person_addresses a on a.person_id = p.id and a.kind = 'current'`)
  for (const row of rows) {
    tx.run(sql`update persons set search_text = ${searchTextOf(row)},
      settlement_key = ${normaliseForSearch(row.settlement)} where row_no = ${row.rowNo}`)
    insertRow(tx, row.rowNo, row)
  }
}

/** Row numbers of the people whose names or place hold every word as a prefix, in no promised order. */
export function matchRows(db: Db, words: readonly string[], limit: number): number[] {
  if (words.length === 0) return []
  const rows = db.all<{ rowNo: number }>(
    sql`select rowid as rowNo from person_search where person_search match ${matchText(words)}
        limit ${limit}`,
  )
  return rows.map((r) => r.rowNo)
}

/** FTS5 query: every word as a prefix. Words hold letters and digits only, so quoting is enough. */
export function matchText(words: readonly string[]): string {
  return words.map((w) => `"${w.replaceAll('"', '')}"*`).join(' ')
}
