import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Column, SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { connectionOf, type Db, type Tx } from './connection.ts'

/**
 * What is made once a connection and goes with it: a query with `sql.placeholder` for what changes
 * from call to call. Building the text takes the query builder many times what the database takes to
 * answer by a key, so everything that stands on the way of every action is asked like this. It holds
 * inside a transaction too, which is the same connection. A vault that closes and opens again has
 * another connection: nothing made for the old one is asked of it.
 */
export function kept<Q extends object>(make: (db: Db) => Q): (db: Db) => Q {
  const known = new WeakMap<Db, Q>()
  return (db) => {
    const connection = connectionOf(db)
    let one = known.get(connection)
    if (!one) known.set(connection, (one = make(connection)))
    return one
  }
}

/** Rows of a table by one column of text, in a lasting order where one is given. */
export function keptRows<T extends SQLiteTable>(table: T, by: SQLiteColumn, ...order: SQL[]) {
  const query = kept((db) =>
    db
      .select()
      .from(table as SQLiteTable)
      .where(eq(by, sql.placeholder('value')))
      .orderBy(...order)
      .prepare(),
  )
  return (db: Db, value: string) => query(db).all({ value }) as T['$inferSelect'][]
}

/** The row with an id, or undefined. */
export function keptRow<T extends SQLiteTable & { id: SQLiteColumn }>(table: T) {
  const rows = keptRows(table, table.id)
  return (db: Db, id: string): T['$inferSelect'] | undefined => rows(db, id)[0]
}

/** Writes a whole row, defaults too: the database fills in nothing. */
export function keptInsert<T extends SQLiteTable>(table: T) {
  const query = kept((db) =>
    db
      .insert(table as SQLiteTable)
      .values(placeholders(table))
      .prepare(),
  )
  return (tx: Tx, row: T['$inferSelect']): void => {
    query(tx).run(row)
  }
}

/**
 * A placeholder for every column, named like it. A column whose null the query builder would write
 * as something else (a JSON text, a yes or no) is refused: it maps null too when it comes by a
 * placeholder.
 */
function placeholders(table: SQLiteTable) {
  const entries = Object.entries<Column>(getTableColumns(table)).map(([name, column]) => {
    if (!column.notNull && column.mapToDriverValue(null) !== null)
      throw new Error(`${name} cannot be kept: its null would not stay null`)
    return [name, sql.placeholder(name)] as const
  })
  return Object.fromEntries(entries)
}
