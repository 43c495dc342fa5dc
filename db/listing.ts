import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { GetColumnData, SQL, SQLWrapper } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ListOrder, ListQuestion, ListWindow } from '#domain/lists/shape.ts'
import type { Db } from './connection.ts'

/** Only these rows, or all but these. */
export type Chosen = NonNullable<ListQuestion['chosen']>
export type ListRows<Columns extends Record<string, SQLiteColumn>> = {
  [Name in keyof Columns]: GetColumnData<Columns[Name]>
}

/** A list over one table: what stands in a row, by what it is sorted, what narrows it. */
export interface ListTable<Columns extends Record<string, SQLiteColumn>, Filter> {
  table: SQLiteTable & { id: SQLiteColumn }
  /** Each gives one row to a row of the table: a join changes no count. */
  joins: readonly (readonly [SQLiteTable, SQL | undefined])[]
  columns: Columns
  /** By id of the list's column. */
  orders: Readonly<Record<string, SQLWrapper>>
  where: (filter: Filter) => SQL | undefined
}

export interface Listing<Row, Filter> {
  rows(
    db: Db,
    filter: Filter & { chosen?: Chosen | undefined },
    order: readonly Partial<ListOrder>[],
    window?: ListWindow,
  ): Row[]
  count(db: Db, filter: Filter & { chosen?: Chosen | undefined }): number
}

/** Window and count of a list; of rows that are alike the id decides, so that windows join. */
export function listingOf<Columns extends Record<string, SQLiteColumn>, Filter extends object>(
  list: ListTable<Columns, Filter>,
): Listing<ListRows<Columns>, Filter> {
  const condition = (filter: Filter & { chosen?: Chosen | undefined }) =>
    and(list.where(filter), isChosen(list.table.id, filter.chosen))
  const from = (db: Db, fields: Record<string, SQLiteColumn | SQL.Aliased>) => {
    const query = db.select(fields).from(list.table).$dynamic()
    for (const [table, on] of list.joins) void query.innerJoin(table, on)
    return query
  }
  return {
    rows(db, filter, order, window) {
      const query = from(db, list.columns)
        .where(condition(filter))
        .orderBy(...orderBy(list.orders, list.table.id, order))
      if (window) void query.limit(window.limit).offset(window.offset)
      return query.all() as ListRows<Columns>[]
    },
    count(db, filter) {
      const n = sql<number>`${count()}`.as('n')
      const [found] = from(db, { n }).where(condition(filter)).all() as { n: number }[]
      return found?.n ?? 0
    },
  }
}

function orderBy(
  orders: Readonly<Record<string, SQLWrapper>>,
  id: SQLiteColumn,
  order: readonly Partial<ListOrder>[],
): SQL[] {
  const ways = order.map(({ by = '', descending }) => {
    const column = Object.hasOwn(orders, by) ? orders[by] : undefined
    if (!column) throw new Error(`the list is not sorted by ${by}`)
    return { column, way: descending === true ? desc : asc }
  })
  return [...ways.map(({ column, way }) => way(column)), (ways[0]?.way ?? asc)(id)]
}

export function isChosen(id: SQLWrapper, chosen: Chosen | undefined): SQL | undefined {
  if (chosen === undefined) return undefined
  const among = sql`(select value from json_each(${JSON.stringify(chosen.ids)}))`
  return chosen.mode === 'some' ? sql`${id} in ${among}` : sql`${id} not in ${among}`
}

/** A row of another table, by its key. */
export const joined = (table: SQLiteTable, column: SQLiteColumn, key: SQLiteColumn) =>
  [table, eq(column, key)] as const
