import { inArray, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { isChosen, type Chosen } from '#db/listing.ts'
import { overStates } from '#domain/applications/schema.ts'
import { concludedStatuses } from '#domain/contracts/schema.ts'
import type { ListWindow } from '#domain/lists/shape.ts'
import type { Names } from '#domain/text/format-person.ts'
import { normaliseForSearch, searchWords } from '#domain/text/search.ts'
import { sortKey } from '#domain/text/sort-key.ts'
import type { TypedText } from './case-filter.ts'
import { shownAsOne } from './contract-days.ts'
import { matchText } from './people-index.ts'
import { lineColumns, lineJoin, shortestNumber } from './people-search.ts'
import type { PersonLine } from './people-search.ts'
import { persons } from '../schema/people.ts'

export interface PeopleFilter {
  /** Names, settlement or the beginning of a number, as in the search. */
  text?: TypedText
  settlement?: string
  /** Left out: both. */
  deceased?: boolean
  /** Only these people, or all but these. */
  chosen?: Chosen | undefined
  /** By where their case stands on a civil date. */
  group?: { name: PeopleGroup; today: string }
}

/** „Ползват услуга“: a signed contract that has not run out. „Кандидати“: an open application, no contract. */
export const peopleGroups = ['clients', 'applicants'] as const
export type PeopleGroup = (typeof peopleGroups)[number]

/** By a column of the list; `age` runs against the birth dates. */
export interface PeopleOrder {
  by: 'name' | 'age'
  descending?: boolean
}

// Fixed text: a column or a direction cannot be a parameter. The last key is one that its index holds.
const orders = {
  name: { up: [sql`p.sort_key`, sql`p.id`], down: [sql`p.sort_key desc`, sql`p.id desc`] },
  age: {
    up: [sql`p.birth_date desc`, sql`p.row_no desc`],
    down: [sql`p.birth_date`, sql`p.row_no`],
  },
} as const

function orderBy(order: readonly PeopleOrder[]): SQL {
  const keys = order.map(({ by, descending }) => orders[by][descending === true ? 'down' : 'up'])
  const last = keys.at(-1) ?? orders.name.up
  return sql.join([...keys.map(([key]) => key), last[1]], sql`, `)
}

/**
 * One window of the list: `offset` rows left out, at most `limit` given. The window is found over the
 * index alone; only its own rows are read.
 */
export function listPeople(
  db: Db,
  filter: PeopleFilter,
  order: readonly PeopleOrder[],
  window: ListWindow,
): PersonLine[] {
  const by = orderBy(order)
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

function where(filter: PeopleFilter, more: readonly SQL[] = []): SQL {
  const conditions: SQL[] = [...more]
  if (filter.text && filter.text.text.trim() !== '') conditions.push(textCondition(filter.text))
  if (filter.settlement !== undefined)
    conditions.push(sql`p.settlement_key = ${normaliseForSearch(filter.settlement)}`)
  if (filter.deceased !== undefined)
    conditions.push(filter.deceased ? sql`p.death_date is not null` : sql`p.death_date is null`)
  const chosen = isChosen(sql`p.id`, filter.chosen)
  if (chosen) conditions.push(chosen)
  if (filter.group !== undefined) conditions.push(groupCondition(filter.group))
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`
}

function groupCondition({ name, today }: { name: PeopleGroup; today: string }): SQL {
  if (name === 'clients')
    return sql`p.death_date is null and p.id in (select person_id from contracts
      where ${shownAsOne(concludedStatuses, today)})`
  return sql`p.death_date is null and p.id in (select person_id from applications
    where state not in ${[...overStates, 'withContract']})`
}

function textCondition({ text, byIdNumber }: TypedText): SQL {
  const digits = text.replace(/[\s.\-–]/g, '')
  if (/^\d+$/.test(digits) && digits.length >= shortestNumber) {
    const phones = sql`select person_id from person_phones
      where number >= ${digits} and number < ${`${digits}\uffff`}`
    const numbers = sql`select id from persons
      where id_number >= ${digits} and id_number < ${`${digits}\uffff`} union
      select person_id from person_former_ids
      where id_number >= ${digits} and id_number < ${`${digits}\uffff`} union `
    return sql`p.id in (${byIdNumber ? numbers : sql``}${phones})`
  }
  const words = searchWords(text)
  // Only signs were typed: nothing is named like that.
  if (words.length === 0) return sql`0`
  return sql`p.row_no in (select rowid from person_search where person_search match ${matchText(words)})`
}

/** Names of people by id; who is gone is not in the answer. */
export function namesOfPeople(db: Db, ids: readonly string[]): Map<string, Names> {
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
