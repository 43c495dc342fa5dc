import { and, asc, countDistinct, desc, eq, gt, inArray, isNull, max } from 'drizzle-orm'
import type { Db, Tx } from '../connection.ts'
import { auditEntries } from '../schema/audit.ts'
import { backupCopies, restores, type RestoreRow } from '../schema/backup.ts'
import { registryCounters } from '../schema/registry-numbers.ts'

/** After a restore no number is drawn until somebody typed what stands on paper. */
export class NumbersUnconfirmed extends Error {
  constructor() {
    super('the numbers on paper are not confirmed after a restore')
  }
}

/** Throws NumbersUnconfirmed. */
export function expectNumbersConfirmed(db: Db): void {
  if (unconfirmedRestore(db)) throw new NumbersUnconfirmed()
}

/** The restore after which the numbers on paper were not typed yet. */
export function unconfirmedRestore(db: Db): RestoreRow | undefined {
  return db.select().from(restores).where(isNull(restores.numbersConfirmedAt)).limit(1).get()
}

export function lastRestore(db: Db): RestoreRow | undefined {
  return db.select().from(restores).orderBy(desc(restores.restoredAt)).limit(1).get()
}

/** Every restore that still waits is answered by one look at the paper registers. */
export function confirmNumbers(tx: Tx, by: { now: string; accountId: string }): void {
  tx.update(restores)
    .set({ numbersConfirmedAt: by.now, numbersConfirmedBy: by.accountId })
    .where(isNull(restores.numbersConfirmedAt))
    .run()
}

export interface RegisterCounter {
  register: string
  /** 0: goes on over the years. */
  year: number
  mode: 'drawn' | 'typed'
  lastNumber: number
}

export function listCounters(db: Db): RegisterCounter[] {
  return db
    .select()
    .from(registryCounters)
    .orderBy(asc(registryCounters.register), asc(registryCounters.year))
    .all()
}

/** Hash of one entry of the chain: whether a copy is an earlier state of this very database. */
export function entryHashAt(db: Db, seq: number): string | undefined {
  return db
    .select({ hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.seq, seq))
    .get()?.hash
}

/** A trial restore of this copy went through. Unknown copies (of a snapshot) are passed over. */
export function noteTried(tx: Tx, copyId: string, now: string): void {
  tx.update(backupCopies).set({ triedAt: now }).where(eq(backupCopies.id, copyId)).run()
}

/**
 * How many copies on media were made and verified after the last restore of this database, and did not
 * turn out bad since. Told by the chain: a clock says nothing here, and a copy of before may be carried
 * over with a higher number.
 */
export function verifiedSinceRestore(db: Db): number {
  const last = db
    .select({ seq: max(auditEntries.seq) })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'office.restored'))
    .get()
  const since = gt(auditEntries.seq, last?.seq ?? 0)
  const made = db
    .select({ id: auditEntries.subjectId })
    .from(auditEntries)
    .where(and(eq(auditEntries.action, 'backup.made'), since))
  const good = db
    .select({ id: backupCopies.id })
    .from(backupCopies)
    .where(eq(backupCopies.state, 'verified'))
  const found = db
    .select({ copies: countDistinct(auditEntries.subjectId) })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.action, 'backup.verified'),
        since,
        inArray(auditEntries.subjectId, made),
        inArray(auditEntries.subjectId, good),
      ),
    )
    .get()
  return found?.copies ?? 0
}
