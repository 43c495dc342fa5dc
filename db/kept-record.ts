import { and, eq, getTableName, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import type { Db, Tx } from './connection.ts'
import { RowMissing, StaleVersion } from './errors.ts'

/** Who writes and when (UTC instant). */
export interface Stamp {
  at: string
  by: string
}

/** A table whose rows are saved over the version that was opened. */
type KeptTable = SQLiteTable & { id: SQLiteColumn; version: SQLiteColumn }

type OwnOfKeeping = 'id' | 'version' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'

/** What a save may change of a row: never its id, its version or who saved it. */
export type ChangesOf<T extends SQLiteTable> = Partial<Omit<T['$inferSelect'], OwnOfKeeping>>

/** What the table keeps of a save: who and when, when alone, or nothing. */
type StampOf<T> = T extends { updatedBy: SQLiteColumn }
  ? [stamp: Stamp]
  : T extends { updatedAt: SQLiteColumn }
    ? [stamp: Pick<Stamp, 'at'>]
    : []

/**
 * Saves changes over the version that was opened and gives the new one. `only` is what must hold of
 * the row besides. Throws StaleVersion, RowMissing, and what the changes violate.
 */
export function saveByVersion<T extends KeptTable>(table: T, only?: SQL) {
  return (
    tx: Tx,
    id: string,
    version: number,
    changes: ChangesOf<T>,
    ...stamp: StampOf<T>
  ): number => {
    const kept: SQLiteTable = table
    const next = version + 1
    const { changes: rows } = tx
      .update(kept)
      .set({ ...changes, version: next, ...stampColumns(table, stamp) })
      .where(opened(table, id, version, only))
      .run()
    if (rows !== 1) throw overtaken(tx, table, id)
    return next
  }
}

/** Removes the row in the version that was opened. Throws StaleVersion, RowMissing. */
export function removeByVersion(table: KeptTable, only?: SQL) {
  return (tx: Tx, id: string, version: number): void => {
    const kept: SQLiteTable = table
    const { changes: rows } = tx
      .delete(kept)
      .where(opened(table, id, version, only))
      .run()
    if (rows !== 1) throw overtaken(tx, table, id)
  }
}

/** What a new row is stamped with. */
export function madeBy(stamp: Stamp) {
  return { createdAt: stamp.at, updatedAt: stamp.at, updatedBy: stamp.by }
}

function opened(table: KeptTable, id: string, version: number, only: SQL | undefined) {
  return and(eq(table.id, id), eq(table.version, version), only)
}

function stampColumns(table: KeptTable, [stamp]: readonly Partial<Stamp>[]) {
  return {
    ...('updatedAt' in table ? { updatedAt: stamp?.at } : {}),
    ...('updatedBy' in table ? { updatedBy: stamp?.by } : {}),
  }
}

/** Why nothing was saved: the row is gone, or somebody else saved it first. */
function overtaken(db: Db, table: KeptTable, id: string): Error {
  const stored = db
    .select({ version: table.version })
    .from(table as SQLiteTable)
    .where(eq(table.id, id))
    .all()[0]
  const name = getTableName(table)
  return stored ? new StaleVersion(name, id, Number(stored.version)) : new RowMissing(name, id)
}

/**
 * A stored record as its form holds it: exactly the fields that the schema of the form names, in
 * nested records and rows of them too. Rows of other tables are given under the name of their field.
 */
export function inputOf<S extends z.ZodObject>(row: z.output<S>, schema: S): z.output<S> {
  return fieldsOf(row, schema) as z.output<S>
}

function fieldsOf(value: unknown, schema: unknown): unknown {
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault
  )
    return fieldsOf(value, schema.def.innerType)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((one) => fieldsOf(one, schema.def.element))
  if (schema instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    const record = value as Record<string, unknown>
    const shape: Record<string, unknown> = schema.shape
    return Object.fromEntries(
      Object.entries(shape).map(([name, field]) => [name, fieldsOf(record[name], field)]),
    )
  }
  return value
}
