import { eq, inArray, sql } from 'drizzle-orm'
import type { CopyManifest } from '#domain/backup/schema.ts'
import { appendAudit, shredPayloads } from '../audit/append.ts'
import { openDatabase, type Database, type Tx } from '../connection.ts'
import { DatabaseDamaged, typedDatabaseError } from '../errors.ts'
import { accounts } from '../schema/accounts.ts'
import { forgetChecks } from '../queries/office-checks.ts'
import { auditEntries } from '../schema/audit.ts'
import {
  backupCopies,
  backupMedia,
  erasures,
  restores,
  type BackupCopyRow,
  type BackupMediumRow,
} from '../schema/backup.ts'

/** What a restore says about itself in the database that it brings back. */
export interface RestoreMark {
  restoreId: string
  safetyCopy: string | null
  undoUntil: string | null
}

/** The row by which numbers are asked for, and the line of the chain. */
export function markRestored(
  staged: Database,
  mark: RestoreMark & {
    manifest: CopyManifest
    opener: { accountId: string } | null
    now: string
    missingFiles: number
  },
): void {
  const { manifest, opener, now, missingFiles } = mark
  const restoredBy = opener?.accountId ?? null
  staged.transaction((tx) => {
    forgetChecks(tx)
    tx.insert(restores)
      .values({
        id: mark.restoreId,
        restoredAt: now,
        restoredBy,
        copyId: manifest.copyId,
        copyCreatedAt: manifest.createdAt,
        safetyCopy: mark.safetyCopy,
        undoUntil: mark.undoUntil,
      })
      .run()
    appendAudit(tx, {
      at: now,
      actor: restoredBy,
      action: 'office.restored',
      subjectKind: 'office',
      subjectId: manifest.officeId,
      payload: { copyId: manifest.copyId, copyCreatedAt: manifest.createdAt, missingFiles },
    })
  })
}

/**
 * What of the office as it stands must not come back or be forgotten with an older copy: what was
 * erased is erased again, and the media that are known stay known. Does nothing where the live
 * database does not open.
 */
export function carryOver(
  staged: Database,
  { liveDatabase, liveKey }: { liveDatabase: string | null; liveKey: Uint8Array | null },
): void {
  if (liveDatabase === null || liveKey === null) return
  const key = Buffer.from(liveKey)
  let live: Database | undefined
  try {
    const open = openDatabase(liveDatabase, key, { readonly: true })
    live = open
    const ledger = readable(() => open.orm.select().from(erasures).all())
    const media = readable(() => open.orm.select().from(backupMedia).all())
    const copies = readable(() => open.orm.select().from(backupCopies).all())
    staged.transaction((tx) => {
      replayErasures(tx, ledger)
      keepMedia(tx, media, copies)
    })
  } catch (error) {
    if (!(typedDatabaseError(error) instanceof DatabaseDamaged)) throw error
  } finally {
    live?.close()
    key.fill(0)
  }
}

/** What still can be read of a database that is damaged: that may be why it is restored. */
function readable<T>(read: () => T[]): T[] {
  try {
    return read()
  } catch (error) {
    if (typedDatabaseError(error) instanceof DatabaseDamaged) return []
    throw error
  }
}

/** An older copy goes on with the same numbers for other entries: only the same entry is erased. */
function replayErasures(tx: Tx, ledger: readonly (typeof erasures.$inferSelect)[]): void {
  for (const row of ledger) {
    const same = tx
      .select({ hash: auditEntries.hash })
      .from(auditEntries)
      .where(eq(auditEntries.seq, row.auditSeq))
      .get()
    if (same?.hash === row.entryHash) shredPayloads(tx, [row.auditSeq])
    tx.insert(erasures).values(row).onConflictDoNothing().run()
  }
}

function keepMedia(
  tx: Tx,
  media: readonly BackupMediumRow[],
  copies: readonly BackupCopyRow[],
): void {
  for (const medium of media)
    tx.insert(backupMedia)
      .values(medium)
      .onConflictDoUpdate({
        target: backupMedia.id,
        set: { name: medium.name, place: medium.place, lastSeenAt: medium.lastSeenAt },
      })
      .run()
  const makers = copies.map(({ madeBy }) => madeBy).filter((id) => id !== null)
  const known = new Set(
    tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(inArray(accounts.id, makers))
      .all()
      .map(({ id }) => id),
  )
  for (const copy of copies) {
    const madeBy = copy.madeBy !== null && known.has(copy.madeBy) ? copy.madeBy : null
    tx.insert(backupCopies)
      .values({ ...copy, madeBy })
      .onConflictDoUpdate({
        target: backupCopies.id,
        set: {
          state: sql`excluded.state`,
          verifiedAt: sql`excluded.verified_at`,
          triedAt: sql`excluded.tried_at`,
          prunedAt: sql`excluded.pruned_at`,
        },
      })
      .run()
  }
}
