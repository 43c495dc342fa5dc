import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { CopyState } from '#domain/backup/schema.ts'
import type { Db, Tx } from '../connection.ts'
import { RowMissing } from '../errors.ts'
import { accounts } from '../schema/accounts.ts'
import { auditEntries } from '../schema/audit.ts'
import {
  backupCopies,
  backupMedia,
  restores,
  type BackupCopyRow,
  type BackupMediumRow,
} from '../schema/backup.ts'

/** Every medium that was ever copied to, the last seen first. */
export function listMedia(db: Db): BackupMediumRow[] {
  return db.select().from(backupMedia).orderBy(desc(backupMedia.lastSeenAt)).all()
}

/** Throws RowMissing. */
export function getMedium(db: Db, id: string): BackupMediumRow {
  const row = db.select().from(backupMedia).where(eq(backupMedia.id, id)).get()
  if (!row) throw new RowMissing('backup_media', id)
  return row
}

/** A medium was seen at a place; its name is the one the office gave it last. */
export function sawMedium(
  tx: Tx,
  medium: { id: string; name: string; place: string },
  now: string,
): void {
  tx.insert(backupMedia)
    .values({ ...medium, addedAt: now, lastSeenAt: now })
    .onConflictDoUpdate({
      target: backupMedia.id,
      set: { place: medium.place, lastSeenAt: now },
    })
    .run()
}

export function renameMedium(tx: Tx, id: string, name: string): void {
  const { changes } = tx.update(backupMedia).set({ name }).where(eq(backupMedia.id, id)).run()
  if (changes !== 1) throw new RowMissing('backup_media', id)
}

export function insertCopy(tx: Tx, row: typeof backupCopies.$inferInsert): void {
  tx.insert(backupCopies).values(row).run()
}

/** Throws RowMissing. */
export function getCopy(db: Db, id: string): BackupCopyRow {
  const row = db.select().from(backupCopies).where(eq(backupCopies.id, id)).get()
  if (!row) throw new RowMissing('backup_copies', id)
  return row
}

export function setCopyState(tx: Tx, id: string, state: CopyState, now: string): void {
  tx.update(backupCopies)
    .set(state === 'verified' ? { state, verifiedAt: now } : { state })
    .where(eq(backupCopies.id, id))
    .run()
}

export function setCopyPruned(tx: Tx, id: string, now: string): void {
  tx.update(backupCopies).set({ prunedAt: now }).where(eq(backupCopies.id, id)).run()
}

/** The copies that should lie on a medium, in no order. */
export function copiesOn(db: Db, mediumId: string): BackupCopyRow[] {
  return db
    .select()
    .from(backupCopies)
    .where(and(eq(backupCopies.mediumId, mediumId), isNull(backupCopies.prunedAt)))
    .all()
}

export interface ListedCopy extends BackupCopyRow {
  /** Name on the screen of who made it; null: nobody known here. */
  madeByName: string | null
  /** When the last audit entry in it was written; null where this database does not have it. */
  lastEntryAt: string | null
}

/**
 * After a restore the state that was replaced has the higher numbers: what was copied since comes
 * first. Otherwise a copy is newer by what is in it, not by a clock.
 */
const newestFirst = [
  desc(
    sql`${backupCopies.createdAt} >= coalesce((select max(${restores.restoredAt}) from ${restores}), '')`,
  ),
  desc(backupCopies.auditSeq),
  desc(backupCopies.createdAt),
]

/** All copies on media, newest first. */
export function listMediumCopies(db: Db): ListedCopy[] {
  return db
    .select({ copy: backupCopies, name: accounts.displayName, at: auditEntries.recordedAt })
    .from(backupCopies)
    .leftJoin(accounts, eq(accounts.id, backupCopies.madeBy))
    .leftJoin(auditEntries, eq(auditEntries.seq, backupCopies.auditSeq))
    .where(isNull(backupCopies.prunedAt))
    .orderBy(...newestFirst)
    .all()
    .map(({ copy, name, at }) => ({ ...copy, madeByName: name, lastEntryAt: at }))
}

/** The newest copy that was ever read back whole, with the name of its medium. */
export function lastVerifiedCopy(
  db: Db,
): { id: string; verifiedAt: string; createdAt: string; mediumName: string } | null {
  const row = db
    .select({ copy: backupCopies, mediumName: backupMedia.name })
    .from(backupCopies)
    .innerJoin(backupMedia, eq(backupMedia.id, backupCopies.mediumId))
    .where(and(eq(backupCopies.state, 'verified'), isNull(backupCopies.prunedAt)))
    .orderBy(...newestFirst)
    .limit(1)
    .get()
  if (!row) return null
  const { id, createdAt, verifiedAt } = row.copy
  return { id, createdAt, verifiedAt: verifiedAt ?? createdAt, mediumName: row.mediumName }
}
