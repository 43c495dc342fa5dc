import { inArray, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { normaliseForSearch, searchWords } from '#domain/text/search.ts'
import { sortKey } from '#domain/text/sort-key.ts'
import { matchText } from './people-index.ts'
import { lineColumns, lineJoin, shortestNumber } from './people-search.ts'
import type { PersonLine } from './people-search.ts'
import { persons } from '../schema/people.ts'

export interface PeopleFilter {
  /** Names, settlement or the beginning of a number, as in the search. */
  text?: string
  settlement?: string
  /** Left out: both. */
  deceased?: boolean
  /** Only people that another room names (a status, a programme): their ids. */
  ids?: readonly string[]
  /** By where their case stands on a civil date. */
  group?: { name: PeopleGroup; today: string }
}

/** „Ползват услуга“: a signed contract that has not run out. „Кандидати“: an open application, no contract. */
export const peopleGroups = ['clients', 'applicants'] as const
export type PeopleGroup = (typeof peopleGroups)[number]

export interface PeopleOrder {
  by: 'name' | 'birthDate' | 'updated'
  descending?: boolean
}

// Fixed text: a column or a direction cannot be a parameter.
const orders = {
  name: { up: sql`p.sort_key, p.id`, down: sql`p.sort_key desc, p.id desc` },
  birthDate: {
    up: sql`p.birth_date, p.row_no`,
    down: sql`p.birth_date desc, p.row_no desc`,
  },
  updated: {
    up: sql`p.updated_at, p.row_no`,
    down: sql`p.updated_at desc, p.row_no desc`,
  },
}

/**
 * One window of the list: `offset` rows left out, at most `limit` given. The window is found over the
 * index alone; only its own rows are read.
 */
export function listPeople(
  db: Db,
  filter: PeopleFilter,
  order: PeopleOrder,
  window: { offset: number; limit: number },
): PersonLine[] {
  const by = orders[order.by][order.descending === true ? 'down' : 'up']
  return db.all<PersonLine>(sql`
    select ${lineColumns}
    from (select p.row_no from persons p ${where(filter)}
          order by ${by} limit ${window.limit} offset ${window.offset}) w
    cross join persons p on p.row_no = w.row_no ${lineJoin}
    order by ${by}`)
}

export function countPeople(db: Db, filter: PeopleFilter): number {
  return db.all<{ n: number }>(sql`select count(*) as n from persons p ${where(filter)}`)[0]?.n ?? 0
}

interface Counted {
  /** What has been written through this connection and by others when the counts were made. */
  changes: string
  byFilter: Map<string, number>
}
const counted = new WeakMap<Db, Counted>()

/**
 * The same number, counted once as long as nothing is written: a list asks for it with every window.
 * A transaction is a Db of its own and so never leaves its numbers to those outside.
 */
export function countPeopleOnce(db: Db, filter: PeopleFilter): number {
  const changes =
    db.all<{ changes: string }>(
      sql`select total_changes() || ' ' || data_version as changes from pragma_data_version`,
    )[0]?.changes ?? ''
  let known = counted.get(db)
  if (known?.changes !== changes) counted.set(db, (known = { changes, byFilter: new Map() }))
  const key = JSON.stringify(filter)
  const count = known.byFilter.get(key) ?? countPeople(db, filter)
  known.byFilter.set(key, count)
  return count
}

/** How many of the filtered list stand before the surname, in the list's own order by name. */
export function placeInList(
  db: Db,
  filter: PeopleFilter,
  surname: string,
  descending: boolean,
): number {
  const key = sortKey(surname)
  // In the reversed list those that begin with it stand after all greater ones.
  const before = descending ? sql`p.sort_key >= ${`${key}\uffff`}` : sql`p.sort_key < ${key}`
  return (
    db.all<{ n: number }>(sql`select count(*) as n from persons p ${where(filter, [before])}`)[0]
      ?.n ?? 0
  )
}

/** Ids of the whole filtered list in its order: select all, export, previous and next dossier. */
export function listPeopleIds(db: Db, filter: PeopleFilter, order: PeopleOrder): string[] {
  const by = orders[order.by][order.descending === true ? 'down' : 'up']
  return db
    .all<{ id: string }>(sql`select p.id as id from persons p ${where(filter)} order by ${by}`)
    .map((row) => row.id)
}

function where(filter: PeopleFilter, more: readonly SQL[] = []): SQL {
  const conditions: SQL[] = [...more]
  const text = filter.text?.trim() ?? ''
  if (text !== '') conditions.push(textCondition(text))
  if (filter.settlement !== undefined)
    conditions.push(sql`p.settlement_key = ${normaliseForSearch(filter.settlement)}`)
  if (filter.deceased !== undefined)
    conditions.push(filter.deceased ? sql`p.death_date is not null` : sql`p.death_date is null`)
  if (filter.ids !== undefined)
    conditions.push(sql`p.id in (select value from json_each(${JSON.stringify(filter.ids)}))`)
  if (filter.group !== undefined) conditions.push(groupCondition(filter.group))
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`
}

function groupCondition({ name, today }: { name: PeopleGroup; today: string }): SQL {
  if (name === 'clients')
    return sql`p.death_date is null and p.id in (select person_id from contracts
      where status in ('signed', 'suspended') and end_date >= ${today})`
  return sql`p.death_date is null and p.id in (select person_id from applications
    where state not in ('notAdmitted', 'droppedOut', 'closed', 'belowThreshold', 'withContract'))`
}

function textCondition(text: string): SQL {
  const digits = text.replace(/[\s.\-–]/g, '')
  if (/^\d+$/.test(digits) && digits.length >= shortestNumber)
    return sql`p.id in (
      select id from persons where id_number >= ${digits} and id_number < ${`${digits}\uffff`}
      union select person_id from person_phones
        where number >= ${digits} and number < ${`${digits}\uffff`})`
  const words = searchWords(text)
  // Only signs were typed: nothing is named like that.
  if (words.length === 0) return sql`0`
  return sql`p.row_no in (select rowid from person_search where person_search match ${matchText(words)})`
}

/** Names of people by id; who is gone is not in the answer. */
export function namesOfPeople(
  db: Db,
  ids: readonly string[],
): Map<string, { firstName: string; middleName: string | null; lastName: string }> {
  if (ids.length === 0) return new Map()
  const rows = db
    .select({
      id: persons.id,
      firstName: persons.firstName,
      middleName: persons.middleName,
      lastName: persons.lastName,
    })
    .from(persons)
    .where(inArray(persons.id, [...ids]))
    .all()
  return new Map(rows.map((row) => [row.id, row]))
}
