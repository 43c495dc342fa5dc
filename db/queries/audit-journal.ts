import { setImmediate as breath } from 'node:timers/promises'
import { and, desc, gte, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../connection.ts'
import { auditEntries, auditPayloads } from '../schema/audit.ts'
import { asAuditRecord, type AuditRecord } from './audit.ts'

export interface JournalFilter {
  personId?: string
  /** Account id; null: nobody was logged in. */
  actor?: string | null
  actions?: readonly string[]
  /** UTC ISO instants of writing, `from` included, `to` not. */
  from?: string
  to?: string
  /** Only entries up to this one: what a reader has before them stays the same while others work. */
  upTo: number
}

export interface JournalWindow {
  /** Counted from the newest. */
  offset: number
  limit: number
}

interface Range {
  first: number
  last: number
}

/** The last entry of the chain; 0: none yet. */
export function lastSeq(db: Db): number {
  return db.get<{ seq: number | null }>(sql`select max(seq) as seq from ${auditEntries}`).seq ?? 0
}

/** When the entries at these places happened and were written; missing ones are left out. */
export function entriesAt(
  db: Db,
  seqs: readonly number[],
): { seq: number; at: string; recordedAt: string }[] {
  const { seq, at, recordedAt } = auditEntries
  return db
    .select({ seq, at, recordedAt })
    .from(auditEntries)
    .where(inArray(seq, [...seqs]))
    .all()
}

/** How many entries match. */
export function countJournal(db: Db, filter: JournalFilter): number {
  if (isWhole(filter)) return lengthOf(rangesOf(db, filter))
  return sumOf(blocksOf(db, filter))
}

/**
 * The same where others wait for the connection: the first count of a broad filter walks a large part
 * of an index, so between its pieces whoever wants to save goes first. The database must stay open.
 */
export async function countJournalInPieces(db: Db, filter: JournalFilter): Promise<number> {
  if (isWhole(filter)) return countJournal(db, filter)
  const work = counting(db, filter)
  for (;;) {
    const step = work.next()
    if (step.done) return sumOf(step.value)
    await breath()
  }
}

/** One window of the entries that match, newest first in the order of the chain. */
export function journalWindow(db: Db, filter: JournalFilter, window: JournalWindow): AuditRecord[] {
  return recordsOf(db, seqsOfWindow(db, filter, window))
}

/** Entries before `before` that match, newest first: for reading through all of them. */
export function journalBefore(
  db: Db,
  filter: JournalFilter,
  before: number,
  limit: number,
): AuditRecord[] {
  const upTo = Math.min(filter.upTo, before - 1)
  return recordsOf(db, seqsOfWindow(db, { ...filter, upTo }, { offset: 0, limit }))
}

/**
 * The place of an instant in the chain: the last entry that was written before it. With a clock that
 * was set back there may be others before; retention then only waits longer.
 */
export function lastSeqWrittenBefore(db: Db, instant: string): number {
  const [first] = rangesOf(db, { to: instant, upTo: lastSeq(db) })
  return first?.first === 1 ? first.last : 0
}

/** On how many days (UTC) of a stretch of time something was written, among the last entries. */
export function daysWritten(db: Db, { from, to }: { from: string; to: string }): number {
  const last = db
    .select({ recordedAt: auditEntries.recordedAt })
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(20_000)
    .as('last')
  const row = db
    .select({ days: sql<number>`count(distinct substr(${last.recordedAt}, 1, 10))` })
    .from(last)
    .where(and(gte(last.recordedAt, from), lt(last.recordedAt, to)))
    .get()
  return row?.days ?? 0
}

function seqsOfWindow(db: Db, filter: JournalFilter, window: JournalWindow): number[] {
  const { offset, limit } = window
  if (isWhole(filter)) return wholeWindow(rangesOf(db, filter), offset, limit)
  if (offset === 0) return merged(db, filter, 0, limit)
  // Whole blocks are passed over by their counts, so that the middle is as near as the beginning.
  let skip = offset
  for (const [block, n] of [...blocksOf(db, filter)].sort(([a], [b]) => b - a)) {
    if (skip < n) {
      const upTo = Math.min(filter.upTo, (block + 1) * blockSize - 1)
      return merged(db, { ...filter, upTo }, skip, limit)
    }
    skip -= n
  }
  return []
}

/** Every leaf gives its own entries in order from its index; the newest of all of them are taken. */
function merged(db: Db, filter: JournalFilter, offset: number, limit: number): number[] {
  const ranges = rangesOf(db, filter)
  const leaves = leavesOf(filter)
  if (ranges.length === 0 || leaves.length === 0) return []
  const parts = leaves.map(
    ({ index, where }) =>
      sql`select seq from (select seq from audit_entries indexed by ${sql.raw(index)}
        where ${where} and ${within(ranges)} order by seq desc limit ${limit + offset})`,
  )
  return db
    .all<{ seq: number }>(
      sql`${sql.join(parts, sql` union all `)} order by seq desc limit ${limit} offset ${offset}`,
    )
    .map(({ seq }) => seq)
}

/** How many entries of each stretch of `blockSize` match; block → count. */
type Blocks = ReadonlyMap<number, number>

const blockSize = 2_048
/** Blocks that are counted without a pause: some 16 000 entries, a few milliseconds. */
const blocksAtOnce = 8
/** What was counted of a filter. Entries are only ever added, so what was counted stays right. */
const counted = new WeakMap<Db, Map<string, { upTo: number; blocks: Blocks }>>()
const filtersKept = 30

const blocksOf = (db: Db, filter: JournalFilter): Blocks => {
  const work = counting(db, filter)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** Counts a filter, or goes on from what is known of it; stops for breath between the pieces. */
function* counting(db: Db, filter: JournalFilter): Generator<void, Blocks, void> {
  const { upTo, ...asked } = filter
  const key = JSON.stringify(asked)
  const known = counted.get(db) ?? new Map<string, { upTo: number; blocks: Blocks }>()
  counted.set(db, known)
  const before = known.get(key)
  if (before?.upTo === upTo) return before.blocks
  const goesOn = before !== undefined && before.upTo < upTo
  const from = goesOn ? Math.floor(before.upTo / blockSize) : 0
  const blocks = new Map(goesOn ? [...before.blocks].filter(([block]) => block < from) : [])
  const ranges = rangesOf(db, filter)
  const leaves = leavesOf(filter)
  const [first, last] = [ranges[0]?.first ?? 1, ranges.at(-1)?.last ?? 0]
  const end = leaves.length === 0 || ranges.length === 0 ? -1 : Math.floor(last / blockSize)
  let begin = Math.max(from, Math.floor(first / blockSize))
  for (; begin <= end; begin += blocksAtOnce) {
    const piece = { begin, end: Math.min(end, begin + blocksAtOnce - 1) }
    for (const [block, n] of countBlocks(db, leaves, ranges, piece)) blocks.set(block, n)
    if (piece.end < end) yield
  }
  if (known.size >= filtersKept) known.clear()
  if ((known.get(key)?.upTo ?? 0) < upTo) known.set(key, { upTo, blocks })
  return blocks
}

function countBlocks(
  db: Db,
  leaves: readonly Leaf[],
  ranges: readonly Range[],
  { begin, end }: { begin: number; end: number },
): (readonly [number, number])[] {
  const [first, last] = [ranges[0]?.first ?? 1, ranges.at(-1)?.last ?? 0]
  // Every block of every leaf is one stretch of its index: grouping would sort all of them first.
  const counts = leaves.map(
    ({ index, where }) =>
      sql`(select count(*) from audit_entries indexed by ${sql.raw(index)} where ${where}
        and seq between max(block * ${blockSize}, ${first})
        and min(block * ${blockSize} + ${blockSize - 1}, ${last}) ${alsoWithin(ranges)})`,
  )
  return db
    .all<{ block: number; n: number }>(
      sql`with recursive blocks(block) as
        (select ${begin} union all select block + 1 from blocks where block < ${end})
      select block, ${sql.join(counts, sql` + `)} as n from blocks`,
    )
    .map(({ block, n }) => [block, n] as const)
}

const sumOf = (blocks: Blocks) => [...blocks.values()].reduce((sum, n) => sum + n, 0)

/** Without another filter the place of an entry is a matter of counting: the chain has no holes. */
function wholeWindow(ranges: readonly Range[], offset: number, limit: number): number[] {
  let skip = offset
  const seqs: number[] = []
  for (const { first, last } of ranges.toReversed()) {
    const length = last - first + 1
    for (let seq = last - skip; seq >= first && seqs.length < limit; seq -= 1) seqs.push(seq)
    skip = Math.max(0, skip - length)
  }
  return seqs
}

interface Leaf {
  index: string
  where: SQL
}

/** What is searched by one index each. Named, so that no other plan can be taken. */
function leavesOf({ personId, actor, actions }: JournalFilter): Leaf[] {
  const by = actor === null ? sql`actor is null` : sql`actor = ${actor}`
  if (personId !== undefined) {
    const where = [
      sql`person_id = ${personId}`,
      ...(actor === undefined ? [] : [by]),
      ...(actions === undefined ? [] : [anyOf(actions)]),
    ]
    return [{ index: 'audit_entries_person', where: sql.join(where, sql` and `) }]
  }
  if (actions !== undefined)
    return actions.map((action) =>
      actor === undefined
        ? { index: 'audit_entries_action', where: sql`action = ${action}` }
        : { index: 'audit_entries_actor_action', where: sql`${by} and action = ${action}` },
    )
  return [{ index: 'audit_entries_actor', where: by }]
}

const isWhole = ({ personId, actor, actions }: JournalFilter) =>
  personId === undefined && actor === undefined && actions === undefined

function anyOf(actions: readonly string[]): SQL {
  if (actions.length === 0) return sql`0`
  return sql`action in (${sql.join(
    actions.map((action) => sql`${action}`),
    sql`, `,
  )})`
}

function within(ranges: readonly Range[]): SQL {
  const bounds = sql`seq between ${ranges[0]?.first ?? 1} and ${ranges.at(-1)?.last ?? 0}`
  return sql`${bounds} ${alsoWithin(ranges)}`
}

/** Between the outermost bounds, which the index has found, only these. */
function alsoWithin(ranges: readonly Range[]): SQL {
  if (ranges.length === 1) return sql``
  const each = ranges.map(({ first, last }) => sql`+seq between ${first} and ${last}`)
  return sql`and (${sql.join(each, sql` or `)})`
}

/**
 * The stretches of the chain that were written in a period. Between two set-backs of the clock the
 * instants of writing only rise, so each stretch is found by halving and no entry can hide behind
 * a wrong clock.
 */
function rangesOf(
  db: Db,
  { from, to, upTo }: Pick<JournalFilter, 'from' | 'to' | 'upTo'>,
): Range[] {
  if (upTo < 1) return []
  if (from === undefined && to === undefined) return [{ first: 1, last: upTo }]
  const setBack = db
    .all<{ seq: number }>(
      sql`select seq from audit_entries indexed by audit_entries_clock_back
        where clock_back = 1 and seq <= ${upTo} order by seq`,
    )
    .map(({ seq }) => seq)
  const begins = [1, ...setBack.filter((seq) => seq > 1)]
  return begins.flatMap((begin, index) => {
    const end = (begins[index + 1] ?? upTo + 1) - 1
    const first = from === undefined ? begin : firstWrittenFrom(db, from, begin, end)
    const last = to === undefined ? end : firstWrittenFrom(db, to, begin, end) - 1
    return first <= last ? [{ first, last }] : []
  })
}

/** The first entry of begin…end that was written at `instant` or later; end + 1 when there is none. */
function firstWrittenFrom(db: Db, instant: string, begin: number, end: number): number {
  let [low, high] = [begin, end + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = db.get<{ at: string } | undefined>(
      sql`select recorded_at as at from audit_entries where seq >= ${middle} order by seq limit 1`,
    )
    if (row && row.at < instant) low = middle + 1
    else high = middle
  }
  return low
}

const lengthOf = (ranges: readonly Range[]) =>
  ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)

function recordsOf(db: Db, seqs: readonly number[]): AuditRecord[] {
  if (seqs.length === 0) return []
  const rows = db
    .select({ entry: auditEntries, payload: auditPayloads.payload })
    .from(auditEntries)
    .leftJoin(auditPayloads, sql`${auditPayloads.seq} = ${auditEntries.seq}`)
    .where(inArray(auditEntries.seq, [...seqs]))
    .all()
  const bySeq = new Map(rows.map((row) => [row.entry.seq, asAuditRecord(row)]))
  return seqs.flatMap((seq) => bySeq.get(seq) ?? [])
}
