import { createHash, createHmac } from 'node:crypto'
import type { AuditEntryRow } from '../schema/audit.ts'

/** What the first entry follows. */
export const genesisHash = '0'.repeat(64)

/** Hash of an entry: over its own fields and the hash of the one before, as a JSON list. */
export function entryHash(entry: Omit<AuditEntryRow, 'hash'>): string {
  const fields = [
    'opora audit',
    1,
    entry.seq,
    entry.prevHash,
    entry.at,
    entry.recordedAt,
    entry.clockBack,
    entry.actor,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.personId,
    entry.payloadHash,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/** With the salt gone nobody can try out what a shredded payload may have said. */
export function payloadHash(salt: Buffer, payload: string): string {
  return createHmac('sha256', salt).update(payload).digest('hex')
}

export function checkpointSignature(
  key: Buffer,
  checkpoint: { seq: number; entryHash: string; at: string },
): string {
  const fields = ['opora audit checkpoint', 1, checkpoint.seq, checkpoint.entryHash, checkpoint.at]
  return createHmac('sha256', key).update(JSON.stringify(fields)).digest('hex')
}
