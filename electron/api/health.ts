import { z } from 'zod'
import { appendAudit } from '#db/audit/append.ts'
import { getOffice } from '#db/queries/office.ts'
import { mediaIn } from './audit-anchors.ts'
import { job } from './kernel/procedures.ts'

/** Heads of the chain that are noted outside: each must be there, also after an older copy came back. */
const anchorsSchema = z
  .array(z.object({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }))
  .max(1000)
  .default([])

/** The health of the database: is it whole, is the audit chain unbroken, is every file there. */
export const health = {
  verify: job(
    {
      permission: 'backup.make',
      audit: 'office.verified',
      input: z.object({ anchors: anchorsSchema }),
    },
    async function* ({ input, office, actor, database }) {
      const media = await mediaIn(office, database.orm)
      for await (const message of office.verify({ anchors: input.anchors, media })) {
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
