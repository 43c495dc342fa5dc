import { asc, eq } from 'drizzle-orm'
import type { Db } from '../connection.ts'
import { entryHashAt } from '../queries/backup-restores.ts'
import { auditEntries } from '../schema/audit.ts'
import { restores } from '../schema/backup.ts'

/** A head of the chain that was noted outside it. */
export interface AuditAnchor {
  seq: number
  /** Null: only the number is known, so it says no more than that the entry was there. */
  hash: string | null
  /** Which copy noted it; not there where only the head was handed over. */
  copy?: AnchorCopy
}

export interface AnchorCopy {
  createdAt: string
  /** Name of the medium; null: beside the database. */
  medium: string | null
}

export interface AnchorCounts {
  /** Heads that were compared by their hash, and of them on media. */
  compared: number
  onMedia: number
  /** Heads of a state that a restore has replaced: with them nothing is compared. */
  replaced: number
}

/** From a copy to the restore that brought it back: what was written then went with the state before. */
interface Replaced {
  from: string
  to: string
}

/** Restores that stand both in their table and in the chain: a row alone excuses nothing. */
function replacedStretches(db: Db): Replaced[] {
  const inChain = new Set(
    db
      .select({ at: auditEntries.at })
      .from(auditEntries)
      .where(eq(auditEntries.action, 'office.restored'))
      .all()
      .map(({ at }) => at),
  )
  return db
    .select({ from: restores.copyCreatedAt, to: restores.restoredAt })
    .from(restores)
    .orderBy(asc(restores.restoredAt))
    .all()
    .filter(({ to }) => inChain.has(to))
}

/** Of the anchors those that speak of the chain of today, and how many say what. */
export function standingAnchors(
  db: Db,
  anchors: readonly AuditAnchor[],
): { standing: AuditAnchor[]; counts: AnchorCounts } {
  const stretches = replacedStretches(db)
  // A copy of a state that a restore has replaced may agree all the same: from before it was forked.
  const standing = anchors.filter(
    (one) => !isReplaced(one, stretches) || one.hash === entryHashAt(db, one.seq),
  )
  const whole = (some: readonly AuditAnchor[]) => some.filter(({ hash }) => hash !== null)
  const compared = whole(standing)
  return {
    standing,
    counts: {
      compared: compared.length,
      onMedia: compared.filter(({ copy }) => typeof copy?.medium === 'string').length,
      replaced: whole(anchors).length - compared.length,
    },
  }
}

function isReplaced({ copy }: AuditAnchor, stretches: readonly Replaced[]): boolean {
  if (!copy) return false
  return stretches.some(({ from, to }) => from <= copy.createdAt && copy.createdAt <= to)
}
