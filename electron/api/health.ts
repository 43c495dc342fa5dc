import { z } from 'zod'
import { appendAudit } from '#db/audit/append.ts'
import { getOffice } from '#db/queries/office.ts'
import { job } from './kernel/procedures.ts'

/** The health of the database: is it whole, is the audit chain unbroken, is every file there. */
export const health = {
  verify: job(
    { permission: 'backup.make', audit: 'office.verified', input: z.object({}) },
    async function* ({ office, actor, database }) {
      for await (const message of office.verify()) {
        if (message.kind === 'done')
          database.transaction((tx) => {
            appendAudit(tx, {
              at: office.now(),
              actor: actor.accountId,
              action: 'office.verified',
              subjectKind: 'office',
              subjectId: getOffice(tx).id,
              payload: { ok: message.report.ok },
            })
          })
        yield message
      }
    },
  ),
}
