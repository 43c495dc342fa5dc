import { and, eq, max, sql } from 'drizzle-orm'
import {
  knownFindings,
  type CheckDepth,
  type Finding,
  type OfficeCheck,
} from '#domain/backup/office-check.ts'
import type { Db, Tx } from '../connection.ts'
import { auditEntries, auditPayloads } from '../schema/audit.ts'
import { officeChecks } from '../schema/backup.ts'

/** The last check of each depth. */
export function listChecks(db: Db): OfficeCheck[] {
  return db
    .select({
      depth: officeChecks.depth,
      checkedAt: officeChecks.checkedAt,
      findings: officeChecks.findings,
    })
    .from(officeChecks)
    .all()
}

export function putCheck(
  tx: Tx,
  check: { depth: CheckDepth; checkedAt: string; checkedBy: string | null; findings: Finding[] },
): void {
  const { checkedAt, checkedBy, findings } = check
  tx.insert(officeChecks)
    .values(check)
    .onConflictDoUpdate({ target: officeChecks.depth, set: { checkedAt, checkedBy, findings } })
    .run()
}

/**
 * While damage is known: number of the journal's entry that says that a full check found nothing.
 * What was copied before it was whole. Null: no damage is known, or no check was ever clean.
 */
export function lastGoodSeq(db: Db): number | null {
  if (knownFindings(listChecks(db)).length === 0) return null
  const row = db
    .select({ seq: max(auditEntries.seq) })
    .from(auditEntries)
    .innerJoin(auditPayloads, eq(auditPayloads.seq, auditEntries.seq))
    .where(
      and(
        eq(auditEntries.action, 'office.verified'),
        sql`json_extract(${auditPayloads.payload}, '$.ok') = 1`,
      ),
    )
    .get()
  return row?.seq ?? null
}

/** After a restore nothing is known of what came back. */
export function forgetChecks(tx: Tx): void {
  tx.delete(officeChecks).run()
}
