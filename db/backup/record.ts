import { appendAudit } from '../audit/append.ts'
import type { Tx } from '../connection.ts'
import { insertCopy, sawMedium, setCopyPruned, setCopyState } from '../queries/backup.ts'
import type { WrittenCopy } from './copy.ts'
import type { MediumFound } from './medium.ts'

/** Who did it and when; `actor` null: the program by itself. */
export interface Doer {
  actor: string | null
  now: string
}

/** The copy has its name on the medium: „Записан“. */
export function recordWritten(tx: Tx, medium: MediumFound, copy: WrittenCopy, doer: Doer): void {
  sawMedium(tx, medium, doer.now)
  insertCopy(tx, {
    id: copy.id,
    mediumId: medium.id,
    name: copy.name,
    state: 'written',
    createdAt: copy.createdAt,
    madeBy: doer.actor,
    auditSeq: copy.auditSeq,
    people: copy.people,
    bytes: copy.bytes,
    verifiedAt: null,
    triedAt: null,
    prunedAt: null,
  })
  note(tx, doer, 'backup.made', copy.id, { medium: medium.name, auditSeq: copy.auditSeq })
}

export function recordVerified(tx: Tx, copyId: string, doer: Doer): void {
  setCopyState(tx, copyId, 'verified', doer.now)
  note(tx, doer, 'backup.verified', copyId, {})
}

/** What was written reads differently. */
export function recordFailed(tx: Tx, copyId: string, doer: Doer): void {
  setCopyState(tx, copyId, 'failed', doer.now)
  note(tx, doer, 'backup.failed', copyId, {})
}

/** Stored files that were missing or damaged on the computer and came back from the medium. */
export function recordHealed(tx: Tx, copyId: string, hashes: readonly string[], doer: Doer): void {
  if (hashes.length > 0) note(tx, doer, 'files.healed', copyId, { hashes: hashes.slice(0, 100) })
}

export function recordPruned(tx: Tx, copyIds: readonly string[], doer: Doer): void {
  for (const id of copyIds) {
    setCopyPruned(tx, id, doer.now)
    note(tx, doer, 'backup.pruned', id, {})
  }
}

function note(
  tx: Tx,
  { actor, now }: Doer,
  action: string,
  copyId: string,
  payload: Record<string, unknown>,
): void {
  appendAudit(tx, { at: now, actor, action, subjectKind: 'copy', subjectId: copyId, payload })
}
