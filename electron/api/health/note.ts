import { appendAudit } from '#db/audit/append.ts'
import { getOffice } from '#db/queries/office.ts'
import { putCheck } from '#db/queries/office-checks.ts'
import { findingsOf, type VerifyReport } from '#db/verify.ts'
import type { CheckDepth } from '#domain/backup/office-check.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'

/** Writes down what a check found. A quick one that found nothing stands in no journal. */
export function noteCheck(
  office: OfficeDoor,
  report: VerifyReport,
  { depth, actor }: { depth: CheckDepth; actor: string | null },
): void {
  const findings = findingsOf(report)
  const at = office.now()
  office.vault.database().transaction((tx) => {
    putCheck(tx, { depth, checkedAt: at, checkedBy: actor, findings })
    if (depth === 'quick' && findings.length === 0) return
    appendAudit(tx, {
      ...{ at, actor, action: 'office.verified' },
      ...{ subjectKind: 'office', subjectId: getOffice(tx).id },
      payload: { ok: findings.length === 0 },
    })
  })
}
