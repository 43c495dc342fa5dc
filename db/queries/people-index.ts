import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { normaliseForSearch } from '#domain/text/search.ts'

export interface Indexed {
  lastName: string
  firstName: string
  middleName: string | null
  settlement: string
}

/** What persons.search_text holds: surname first, so that its index finds people by surname. */
export function searchTextOf(p: Indexed): string {
  return [p.lastName, p.firstName, p.middleName ?? '', p.settlement]
    .map(normaliseForSearch)
    .filter(Boolean)
    .join(' ')
}

/** Puts the stored search text of the person into the index; call after the row is written. */
export function indexPerson(tx: Tx, rowNo: number): void {
  tx.run(
    sql`insert into person_search(rowid, search_text)
        select row_no, search_text from persons where row_no = ${rowNo}`,
  )
}

/** Takes the stored search text out of the index; call BEFORE the row is changed or deleted. */
export function unindexPerson(tx: Tx, rowNo: number): void {
  tx.run(
    sql`insert into person_search(person_search, rowid, search_text)
        select 'delete', row_no, search_text from persons where row_no = ${rowNo}`,
  )
}

/** Writes search text and index of everybody anew (after the search form has changed). */
export function rebuildPeopleIndex(tx: Tx): void {
  const rows = tx.all<Indexed & { rowNo: number }>(sql`
    select p.row_no as rowNo, p.last_name as lastName, p.first_name as firstName,
           p.middle_name as middleName, coalesce(a.settlement, '') as settlement
    from persons p
    left join person_addresses a on a.person_id = p.id and a.kind = 'current'`)
  for (const row of rows)
    tx.run(sql`update persons set search_text = ${searchTextOf(row)} where row_no = ${row.rowNo}`)
  tx.run(sql`insert into person_search(person_search) values ('rebuild')`)
}

/** Throws (SQLITE_CORRUPT_VTAB) when the index does not say what the records say. */
export function checkPeopleIndex(tx: Tx): void {
  tx.run(sql`insert into person_search(person_search, rank) values ('integrity-check', 1)`)
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
