import type { CheckDepth, Finding, OfficeCheck } from '#domain/backup/office-check.ts'
import type { Db, Tx } from '../connection.ts'
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

/** After a restore nothing is known of what came back. */
export function forgetChecks(tx: Tx): void {
  tx.delete(officeChecks).run()
}
