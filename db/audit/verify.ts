import { timingSafeEqual } from 'node:crypto'
import { asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Db } from '../connection.ts'
import {
  auditCheckpoints,
  auditEntries,
  auditKeys,
  auditPayloads,
  type AuditEntryRow,
} from '../schema/audit.ts'
import { auditHead } from './append.ts'
import { standingAnchors, type AnchorCopy, type AnchorCounts, type AuditAnchor } from './anchors.ts'
import { checkpointSignature, entryHash, genesisHash, payloadHash } from './chain.ts'

export type AuditBreak =
  /** An entry is missing before this one. */
  | 'gap'
  /** It does not follow the one before. */
  | 'link'
  /** Its own fields were changed. */
  | 'entry'
  /** Its payload was changed. */
  | 'payload'
  /** A signed checkpoint says something else, or its signature is wrong. */
  | 'checkpoint'
  /** An anchor from outside is missing or says something else: the tail was cut or rewritten. */
  | 'anchor'

export interface AuditReport {
  ok: boolean
  entries: number
  shredded: number
  /** Entries written after the clock had been set back. */
  clockSetBack: number
  head: { seq: number; hash: string } | null
  /** The first ones, in order; at most 20. `copy`: which one says otherwise, where that is known. */
  breaks: { seq: number; kind: AuditBreak; copy?: AnchorCopy }[]
  anchors: AnchorCounts
}

const pageSize = 2_000
const shownBreaks = 20

/**
 * Recomputes the whole chain; `tail`: only from the last signed checkpoint on. `anchors`: heads noted
 * outside (manifests of copies). Of those that know entries after the last one only the one that
 * knows the most is named. For a worker.
 */
export function verifyAudit(
  db: Db,
  options: {
    anchors?: readonly AuditAnchor[]
    tail?: boolean
    onProgress?: (done: number, total: number) => void
  } = {},
): AuditReport {
  const breaks: AuditReport['breaks'] = []
  const { standing, counts } = standingAnchors(db, options.anchors ?? [])
  const expected = outsideHashes(db, standing, breaks)
  let head: AuditReport['head'] = options.tail ? startOfTail(db, expected) : null
  const total =
    db
      .select({ n: sql<number>`count(*)` })
      .from(auditEntries)
      .where(gt(auditEntries.seq, head?.seq ?? 0))
      .get()?.n ?? 0
  let entries = 0
  let shredded = 0
  let clockSetBack = 0
  const next = () => readPage(db, head?.seq ?? 0)
  for (let page = next(); page.length > 0; page = next()) {
    for (const { entry, payload } of page) {
      const kind = checkEntry(entry, payload, head)
      if (kind) breaks.push({ seq: entry.seq, kind })
      for (const one of expected.get(entry.seq) ?? [])
        if (one.hash !== null && one.hash !== entry.hash) breaks.push(breakOf(entry.seq, one))
      expected.delete(entry.seq)
      entries += 1
      if (!payload) shredded += 1
      if (entry.clockBack) clockSetBack += 1
      head = { seq: entry.seq, hash: entry.hash }
    }
    options.onProgress?.(entries, total)
  }
  // What is left was said about entries that are not there any more.
  let furthest: (Outside & { seq: number }) | undefined
  for (const [seq, said] of expected) {
    // Whoever has the hash too knows more than who only remembers the number.
    const [first] = said.toSorted((a, b) => Number(a.hash === null) - Number(b.hash === null))
    if (!first) continue
    if (!first.anchor || seq < (head?.seq ?? 0)) breaks.push(breakOf(seq, first))
    else if (seq > (furthest?.seq ?? 0)) furthest = { ...first, seq }
  }
  if (furthest) breaks.push(breakOf(furthest.seq, furthest))
  breaks.sort((a, b) => a.seq - b.seq)
  return {
    ok: breaks.length === 0,
    entries,
    shredded,
    clockSetBack,
    head,
    breaks: breaks.slice(0, shownBreaks),
    anchors: counts,
  }
}

/** What something beside the entries says of one: a checkpoint, or an anchor from outside. */
interface Outside {
  hash: string | null
  anchor?: AuditAnchor
}
type Said = Map<number, Outside[]>

function breakOf(seq: number, { anchor }: Outside): AuditReport['breaks'][number] {
  const copy = anchor?.copy
  return { seq, kind: anchor ? 'anchor' : 'checkpoint', ...(copy ? { copy } : {}) }
}

function outsideHashes(
  db: Db,
  anchors: readonly AuditAnchor[],
  breaks: AuditReport['breaks'],
): Said {
  const said: Said = new Map()
  const add = (seq: number, one: Outside) => {
    said.set(seq, [...(said.get(seq) ?? []), one])
  }
  for (const anchor of anchors) add(anchor.seq, { hash: anchor.hash, anchor })
  const key = db.select().from(auditKeys).get()?.key
  for (const checkpoint of db.select().from(auditCheckpoints).all()) {
    const right = key && checkpointSignature(key, checkpoint)
    const same =
      right?.length === checkpoint.signature.length &&
      timingSafeEqual(Buffer.from(right), Buffer.from(checkpoint.signature))
    if (same) add(checkpoint.seq, { hash: checkpoint.entryHash })
    else breaks.push({ seq: checkpoint.seq, kind: 'checkpoint' })
  }
  return said
}

/** The last checkpoint before the end; what is said of entries up to it is not looked at. */
function startOfTail(db: Db, said: Said): AuditReport['head'] {
  const start = db
    .select()
    .from(auditCheckpoints)
    .where(lt(auditCheckpoints.seq, auditHead(db)?.seq ?? 0))
    .orderBy(desc(auditCheckpoints.seq))
    .limit(1)
    .get()
  if (!start) return null
  for (const seq of [...said.keys()]) if (seq <= start.seq) said.delete(seq)
  return { seq: start.seq, hash: start.entryHash }
}

type PageRow = {
  entry: AuditEntryRow
  payload: typeof auditPayloads.$inferSelect | null
}

function readPage(db: Db, after: number): PageRow[] {
  return db
    .select({ entry: auditEntries, payload: auditPayloads })
    .from(auditEntries)
    .leftJoin(auditPayloads, eq(auditPayloads.seq, auditEntries.seq))
    .where(gt(auditEntries.seq, after))
    .orderBy(asc(auditEntries.seq))
    .limit(pageSize)
    .all()
}

function checkEntry(
  entry: AuditEntryRow,
  payload: PageRow['payload'],
  before: { seq: number; hash: string } | null,
): AuditBreak | null {
  if (entry.seq !== (before?.seq ?? 0) + 1) return 'gap'
  if (entry.prevHash !== (before?.hash ?? genesisHash)) return 'link'
  if (entryHash(entry) !== entry.hash) return 'entry'
  if (payload && payloadHash(payload.salt, payload.payload) !== entry.payloadHash) return 'payload'
  return null
}
