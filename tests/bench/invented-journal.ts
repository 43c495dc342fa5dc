import { randomBytes } from 'node:crypto'
import { entryHash, payloadHash } from '#db/audit/chain.ts'
import { auditHead } from '#db/audit/append.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { auditEntries, auditPayloads } from '#db/schema/audit.ts'
import { auditActions } from '#domain/audit/actions.ts'
import { insertInto } from './invented-people.ts'

/** Of a hundred entries so many are looking, as in an office; the rest is of every kind there is. */
const looking = 60
const perTransaction = 20_000

/**
 * `count` more entries of the chain, evenly from `from` to `to` (milliseconds since 1970), as five
 * people would have written them. The rows are those that `appendAudit` writes, and the chain holds.
 */
export function insertInventedEntries(
  database: Database,
  count: number,
  { from, to }: { from: number; to: number },
): void {
  const { raw, orm } = database
  const addEntry = insertInto(raw, auditEntries, 'audit_entries')
  const addPayload = insertInto(raw, auditPayloads, 'audit_payloads')
  const before = auditHead(orm)
  const [first, head] = [(before?.seq ?? 0) + 1, before?.hash ?? '']
  let prevHash = head
  const actors = Array.from({ length: 5 }, newId)
  const people = Array.from({ length: 400 }, newId)
  for (let done = 0; done < count; done += perTransaction)
    database.transaction(() => {
      for (let n = done; n < Math.min(count, done + perTransaction); n += 1) {
        const at = new Date(from + Math.floor(((to - from) * n) / count)).toISOString()
        const salt = randomBytes(32)
        const payload = JSON.stringify({ data: { note: `Запис ${String(n)}` } })
        const personId = people[(n * 7) % people.length] ?? ''
        const entry = {
          seq: first + n,
          at,
          recordedAt: at,
          clockBack: false,
          actor: actors[n % actors.length] ?? null,
          action:
            n % 100 < looking ? 'dossier.opened' : (auditActions[n % auditActions.length] ?? ''),
          subjectKind: 'person',
          subjectId: personId,
          personId,
          payloadHash: payloadHash(salt, payload),
          prevHash,
        }
        prevHash = entryHash(entry)
        addEntry({ ...entry, hash: prevHash })
        addPayload({ seq: entry.seq, salt, payload })
      }
    })
}
