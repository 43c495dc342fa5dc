import { randomBytes } from 'node:crypto'
import { and, between, desc, eq, inArray, notInArray } from 'drizzle-orm'
import type { Db, Tx } from '../connection.ts'
import { kept, keptInsert } from '../kept.ts'
import {
  auditCheckpoints,
  auditEntries,
  auditKeys,
  auditPayloads,
  type AuditEntryRow,
} from '../schema/audit.ts'
import { checkpointSignature, entryHash, genesisHash, payloadHash } from './chain.ts'

export interface AuditLine {
  /** When it happened, UTC ISO instant. */
  at: string
  /** Account id; null when nobody is logged in. */
  actor: string | null
  action: string
  subjectKind: string
  subjectId: string
  /** Whose dossier it belongs to. */
  personId?: string | null
  /** What may be shredded later: everything that names or describes somebody stands here. */
  payload: Record<string, unknown>
}

export interface AuditHead {
  seq: number
  hash: string
  recordedAt: string
}

const checkpointEvery = 100

/** Once, at set-up. */
export function createAuditKey(tx: Tx, now: string): void {
  tx.insert(auditKeys)
    .values({ id: 1, key: randomBytes(32), createdAt: now })
    .run()
}

/**
 * Adds a line to the chain in the caller's transaction: with the action or not at all. `now` is
 * when it is written; to be given where `at` was taken some time before, or a line written in
 * between would make it look as if the clock had been set back.
 */
export function appendAudit(tx: Tx, line: AuditLine, now: string = line.at): AuditHead {
  return append(tx, line, now)
}

/**
 * Adds lines that were held back (reading). `now` is when they are written; each keeps the instant
 * when it happened.
 */
export function appendAuditLater(tx: Tx, lines: readonly AuditLine[], now: string): void {
  for (const line of lines) append(tx, line, now)
}

const lastEntry = kept((db) =>
  db.select().from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1).prepare(),
)
const insertEntry = keptInsert(auditEntries)
const insertPayload = keptInsert(auditPayloads)

/** The last entry: what is anchored outside (stick manifest, month-end print). Null: none yet. */
export function auditHead(db: Db): AuditHead | null {
  const row = lastEntry(db).get()
  return row ? { seq: row.seq, hash: row.hash, recordedAt: row.recordedAt } : null
}

/** Signs the chain as it stands. Also done by itself every hundred entries. */
export function appendCheckpoint(tx: Tx, now: string): void {
  const head = auditHead(tx)
  const key = tx.select().from(auditKeys).where(eq(auditKeys.id, 1)).get()
  if (!head || !key) return
  const checkpoint = { seq: head.seq, entryHash: head.hash, at: now }
  tx.insert(auditCheckpoints)
    .values({ ...checkpoint, signature: checkpointSignature(key.key, checkpoint) })
    .onConflictDoNothing()
    .run()
}

/** Erasure and retention: the words go, the chain holds. Returns how many had not gone before. */
export function shredPayloads(tx: Tx, seqs: readonly number[]): number {
  if (seqs.length === 0) return 0
  return tx
    .delete(auditPayloads)
    .where(inArray(auditPayloads.seq, [...seqs]))
    .run().changes
}

/**
 * The same for a stretch of the chain, both ends included: only what these actions wrote, or (`not`)
 * only what others did.
 */
export function shredStretch(
  tx: Tx,
  stretch: { first: number; last: number },
  actions: { only: readonly string[] } | { not: readonly string[] },
): number {
  const { seq, action } = auditEntries
  const inside = between(seq, stretch.first, stretch.last)
  const chosen =
    'only' in actions ? inArray(action, [...actions.only]) : notInArray(action, [...actions.not])
  const entries = tx.select({ seq }).from(auditEntries).where(and(inside, chosen))
  return tx
    .delete(auditPayloads)
    .where(
      and(
        between(auditPayloads.seq, stretch.first, stretch.last),
        inArray(auditPayloads.seq, entries),
      ),
    )
    .run().changes
}

/**
 * What is hashed must be what is stored. Half of a surrogate pair is hashed as it is and stored as the
 * sign for „unreadable“: such a line would never verify again, and with it all that follow.
 */
function expectStorable(line: AuditLine): void {
  for (const text of [line.actor, line.action, line.subjectKind, line.subjectId, line.personId])
    if (text?.isWellFormed() === false) throw new Error('a text of the line is not well-formed')
}

function append(tx: Tx, line: AuditLine, recordedAt: string): AuditHead {
  expectStorable(line)
  const head = auditHead(tx)
  const salt = randomBytes(32)
  const payload = JSON.stringify(line.payload)
  const entry: Omit<AuditEntryRow, 'hash'> = {
    seq: (head?.seq ?? 0) + 1,
    at: line.at,
    recordedAt,
    clockBack: head !== null && recordedAt < head.recordedAt,
    actor: line.actor,
    action: line.action,
    subjectKind: line.subjectKind,
    subjectId: line.subjectId,
    personId: line.personId ?? null,
    payloadHash: payloadHash(salt, payload),
    prevHash: head?.hash ?? genesisHash,
  }
  const hash = entryHash(entry)
  insertEntry(tx, { ...entry, hash })
  insertPayload(tx, { seq: entry.seq, salt, payload })
  if (entry.seq % checkpointEvery === 0) appendCheckpoint(tx, recordedAt)
  return { seq: entry.seq, hash, recordedAt }
}
