import { z } from 'zod'
import { listChecks } from '#db/queries/office-checks.ts'
import type { Db } from '#db/connection.ts'
import { knownFindings, type Finding } from '#domain/backup/office-check.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { mediaIn } from '../audit/anchors.ts'
import { job } from '../kernel/long-work.ts'
import { read } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'
import { noteCheck } from './note.ts'

/** Heads of the chain that are noted outside: each must be there, also after an older copy came back. */
const anchorsSchema = z
  .array(z.object({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }))
  .max(1000)
  .default([])

/** The health of the database: is it whole, is the audit chain unbroken, is every file there. */
export default {
  /** What is known to be wrong, for everybody: who goes on working makes it worse. */
  condition: read(
    { permission: 'office.read', audit: 'none', input: z.object({}) },
    ({ office, db, today }) => {
      const last = listChecks(db).find(({ depth }) => depth === 'full')
      return {
        findings: findingsNow(office, db),
        lastFull: last ? { at: last.checkedAt, clean: last.findings.length === 0 } : null,
        everyDays: settingValue(db, 'fullCheckDays', today),
      }
    },
  ),

  verify: job(
    {
      permission: 'backup.make',
      audit: 'office.verified',
      input: z.object({ anchors: anchorsSchema }),
    },
    async function* ({ input, office, actor, database }) {
      const media = await mediaIn(office, database.orm)
      const order = { anchors: input.anchors, media, depth: 'full' } as const
      for await (const message of office.verify(order)) {
        if (message.kind === 'done')
          noteCheck(office, message.report, { depth: 'full', actor: actor.accountId })
        yield message
      }
    },
  ),
}

/** What is known to be wrong now, also where it could not be written down. */
export function findingsNow({ unwrittenCheck }: OfficeDoor, db: Db): Finding[] {
  const checks = listChecks(db)
  if (!unwrittenCheck) return knownFindings(checks)
  return knownFindings([...checks.filter(({ depth }) => depth === 'full'), unwrittenCheck])
}
