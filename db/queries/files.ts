import { desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../connection.ts'
import { RowMissing } from '../errors.ts'
import { fileKeys, files, type FileRow } from '../schema/files.ts'

export function findFile(db: Db, id: string): FileRow | undefined {
  return db.select().from(files).where(eq(files.id, id)).get()
}

/** Throws RowMissing. */
export function getFile(db: Db, id: string): FileRow {
  const row = findFile(db, id)
  if (!row) throw new RowMissing('files', id)
  return row
}

export function insertFile(tx: Tx, row: FileRow): void {
  tx.insert(files).values(row).run()
}

/** Every hash that the database names, in the order of the store's folders. */
export function listFileHashes(db: Db): string[] {
  return db
    .select({ hash: files.hash })
    .from(files)
    .orderBy(files.hash)
    .all()
    .map((row) => row.hash)
}

export function listFiles(db: Db): FileRow[] {
  return db.select().from(files).orderBy(files.hash).all()
}

/** Ids grow with time. */
export function newestFiles(db: Db, most: number): FileRow[] {
  return db.select().from(files).orderBy(desc(files.id)).limit(most).all()
}

/** Newest data key of the store, or undefined before set-up. */
export function currentFileKey(db: Db): typeof fileKeys.$inferSelect | undefined {
  return db.select().from(fileKeys).orderBy(desc(fileKeys.id)).limit(1).get()
}

export function findFileKey(db: Db, id: string): typeof fileKeys.$inferSelect | undefined {
  return db.select().from(fileKeys).where(eq(fileKeys.id, id)).get()
}

export function insertFileKey(tx: Tx, row: typeof fileKeys.$inferInsert): void {
  tx.insert(fileKeys).values(row).run()
}
