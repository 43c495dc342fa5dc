import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Column, Placeholder, SQL, Table } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { connectionOf, type Db } from './connection.ts'

/**
 * A query that is built once a connection, with `sql.placeholder` for what changes from call to call.
 * Building the text takes the query builder many times what the database takes to answer by a key, so
 * everything that stands on the way of every action is asked like this. What is prepared holds inside
 * a transaction too: it is the same connection.
 */
export function kept<Q>(build: (db: Db) => Q): (db: Db) => Q {
  const known = new WeakMap<Db, Q>()
  return (db) => {
    const connection = connectionOf(db)
    const query = known.get(connection) ?? build(connection)
    known.set(connection, query)
    return query
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

/**
 * A placeholder for every column, named like it, for an insert that is built once; every one is then
 * given, defaults too. A column whose null the query builder would write as something else (a JSON
 * text, a yes or no) is refused: it maps null too when it comes by a placeholder.
 */
export function placeholders<T extends Table>(
  table: T,
): Record<keyof T['_']['columns'], Placeholder> {
  const entries = Object.entries<Column>(getTableColumns(table)).map(([name, column]) => {
    if (!column.notNull && column.mapToDriverValue(null) !== null)
      throw new Error(`${name} cannot be kept: its null would not stay null`)
    return [name, sql.placeholder(name)] as const
  })
  return Object.fromEntries(entries) as Record<keyof T['_']['columns'], Placeholder>
}
