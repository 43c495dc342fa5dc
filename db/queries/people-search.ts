import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import type { IdKind } from '#domain/people/schema.ts'
import { searchAlternatives, searchWords } from '#domain/text/search.ts'
import type { AlternativeReason } from '#domain/text/search.ts'
import { matchRows } from './people-index.ts'

/** One line of a list or a search result; the API masks the number. */
export interface PersonLine {
  id: string
  firstName: string
  middleName: string | null
  lastName: string | null
  idKind: IdKind
  idNumber: string
  birthDate: string
  sex: 'male' | 'female'
  deathDate: string | null
  settlementKind: 'town' | 'village'
  settlement: string
}

export const lineColumns = sql`
  p.id as id, p.first_name as firstName, p.middle_name as middleName, p.last_name as lastName,
  p.id_kind as idKind, p.id_number as idNumber, p.birth_date as birthDate, p.sex as sex,
  p.death_date as deathDate, a.settlement_kind as settlementKind, a.settlement as settlement`

// `cross join` keeps SQLite to the written order: it would rather walk every current address first
// (seconds at 100 000 people) than look up the few that were found.
export const lineJoin = sql`
  cross join person_addresses a on a.person_id = p.id and a.kind = 'current'`

type Found = PersonLine & { rowNo: number; sortKey: string }

export interface SearchResult {
  people: PersonLine[]
  /** Another reading of the query was used: „Показано за ‘иван’“. */
  shownFor: { text: string; reason: AlternativeReason } | null
}

/** Shortest row of digits that is searched in ЕГН, ЛНЧ and telephones. */
export const shortestNumber = 4

// Above every letter of the search form, so that [prefix, prefix + last) is the prefix range.
const last = '\uffff'

/**
 * Search as you type: parts of names in any order, settlement, ЕГН/ЛНЧ/telephone from four digits.
 * People whose surname begins with a typed word come first. Nothing found: the wrong keyboard layout
 * and spelling habits are tried.
 */
export function searchPeople(db: Db, query: string, limit = 20): SearchResult {
  const people = searchOnce(db, query, limit)
  if (people.length > 0) return { people, shownFor: null }
  for (const alternative of searchAlternatives(query)) {
    const found = searchOnce(db, alternative.text, limit)
    if (found.length > 0) return { people: found, shownFor: alternative }
  }
  return { people: [], shownFor: null }
}

function searchOnce(db: Db, query: string, limit: number): PersonLine[] {
  const joined = query.replace(/[\s()/.\-–]/g, '').replace(/^(?:\+|00)359/, '0')
  if (/^\+?\d+$/.test(joined))
    return joined.length < shortestNumber ? [] : byNumber(db, joined, limit)
  const words = searchWords(query)
  const digits = words.filter((w) => /^\d+$/.test(w) && w.length >= shortestNumber)
  const names = words.filter((w) => !digits.includes(w))
  if (names.join('').length < 2) return []
  return byWords(db, names, digits, limit)
}

function byNumber(db: Db, digits: string, limit: number): PersonLine[] {
  // A telephone is often told without its first zero.
  const phone = digits.startsWith('0') || digits.startsWith('+') ? digits : `0${digits}`
  const found = db.all<Found>(sql`
    with found(id) as (
      select id from (select id from persons
        where id_number >= ${digits} and id_number < ${digits + last} limit ${limit})
      union
      select person_id from (select person_id from person_former_ids
        where id_number >= ${digits} and id_number < ${digits + last} limit ${limit})
      union
      select person_id from (select person_id from person_phones
        where number >= ${phone} and number < ${phone + last} limit ${limit})
      union
      select person_id from (select person_id from person_phones
        where number >= ${digits} and number < ${digits + last} limit ${limit})
    )
    select ${lineColumns}, p.row_no as rowNo, p.sort_key as sortKey
    from found f cross join persons p on p.id = f.id ${lineJoin}
    order by +p.sort_key, p.id limit ${limit}`)
  return found.map(toLine)
}

function byWords(
  db: Db,
  words: readonly string[],
  digits: readonly string[],
  limit: number,
): PersonLine[] {
  const narrow = digits.map(
    (d) => sql` and (p.id_number >= ${d} and p.id_number < ${d + last} or exists (
      select 1 from person_former_ids fi where fi.person_id = p.id
        and fi.id_number >= ${d} and fi.id_number < ${d + last}) or exists (
      select 1 from person_phones ph where ph.person_id = p.id and ph.number like ${`%${d}%`}))`,
  )
  const bySurname = new Map<string, Found>()
  for (const word of words) {
    // search_text begins with the surname and its index holds every name: no row is read to refuse it.
    const others = words
      .filter((w) => w !== word)
      .map((w) => sql` and instr(' ' || p.search_text, ${` ${w}`}) > 0`)
    for (const row of db.all<Found>(sql`
      select ${lineColumns}, p.row_no as rowNo, p.sort_key as sortKey
      from persons p indexed by persons_search ${lineJoin}
      where p.search_text >= ${word} and p.search_text < ${word + last}
        ${joinSql(others)} ${joinSql(narrow)}
      order by p.search_text limit ${limit}`))
      bySurname.set(row.id, row)
  }
  const first = [...bySurname.values()].sort(byKey).slice(0, limit)
  if (first.length >= limit) return first.map(toLine)
  // With digits to narrow by, more candidates are needed than are shown.
  const rows = matchRows(db, words, digits.length > 0 ? 2000 : limit * 2)
  if (rows.length === 0) return first.map(toLine)
  const rest = db
    .all<Found>(
      sql`select ${lineColumns}, p.row_no as rowNo, p.sort_key as sortKey
          from persons p ${lineJoin}
          where p.row_no in (select value from json_each(${JSON.stringify(rows)})) ${joinSql(narrow)}`,
    )
    .filter((row) => !bySurname.has(row.id))
    .sort(byKey)
  return [...first, ...rest].slice(0, limit).map(toLine)
}

function joinSql(parts: SQL[]): SQL {
  return sql.join(parts, sql``)
}

function byKey(a: Found, b: Found): number {
  return a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id < b.id ? -1 : 1
}

function toLine({ rowNo: _row, sortKey: _key, ...line }: Found): PersonLine {
  return line
}
