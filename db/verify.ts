import type { CheckDepth, Finding } from '#domain/backup/office-check.ts'
import type { AnchorCopy, AuditAnchor } from './audit/anchors.ts'
import { verifyAudit, type AuditBreak, type AuditReport } from './audit/verify.ts'
import type { Database, Raw } from './connection.ts'
import { DatabaseDamaged, typedDatabaseError } from './errors.ts'
import { newestFilesThere, verifyFiles, type FilesReport } from './files/verify.ts'
import { entriesAt } from './queries/audit-journal.ts'
import { registersWithHoles } from './queries/registry-numbers.ts'

export interface VerifyReport {
  ok: boolean
  /** Lines of `integrity_check`; empty when the structure is whole. */
  integrity: string[]
  /** Rows whose foreign key points at nothing: table and count. */
  foreignKeys: { table: string; rows: number }[]
  /** Null where the database is too damaged to read the chain. */
  audit: AuditReport | null
  files: FilesReport | null
  /** Numbers that were neither issued nor recorded as a gap. */
  registers: { register: string; year: number; missing: number }[]
  /** Slots by which the keyring differs from what the database knows. */
  keys: number
}

export type VerifyStep = 'integrity' | 'foreignKeys' | 'audit' | 'files' | 'registers'

/** Triggers without which the audit chain or a registry number could be changed unnoticed. */
const guards = [
  'audit_entries_no_update',
  'audit_entries_no_delete',
  'audit_payloads_no_update',
  'audit_checkpoints_no_update',
  'audit_checkpoints_no_delete',
  'registry_numbers_no_delete',
  'registry_numbers_keep',
  'registry_counters_grow',
]

/**
 * Checks everything that can be checked. Reads the whole database and store: for a worker. `quick`:
 * the structure without what indexes say of their rows, the end of the chain, and that the newest
 * files are there.
 */
export function verifyDatabase(
  database: Database,
  options: {
    filesFolder: string
    now: Date
    depth?: CheckDepth
    /** Asked for when the chain is looked at: reading them needs a database that can be read. */
    anchors?: () => readonly AuditAnchor[]
    /** How far the keyring beside the database is from it; left out where none lies beside it. */
    keys?: () => number
    onProgress?: (step: VerifyStep, done: number, total: number) => void
  },
): VerifyReport {
  const { raw, orm } = database
  const quick = options.depth === 'quick'
  const progress = options.onProgress ?? (() => undefined)
  progress('integrity', 0, 1)
  const integrity = checkIntegrity(database, quick ? 'quick_check' : 'integrity_check')
  progress('foreignKeys', 0, 1)
  const foreignKeys = readable(() => {
    if (quick) return []
    const rows = raw.pragma('foreign_key_check') as { table: string }[]
    const tables = [...new Set(rows.map((row) => row.table))]
    return tables.map((table) => ({
      table,
      rows: rows.filter((row) => row.table === table).length,
    }))
  })
  const audit = readable(() =>
    verifyAudit(orm, {
      anchors: options.anchors?.() ?? [],
      tail: quick,
      onProgress: (done, total) => {
        progress('audit', done, total)
      },
    }),
  )
  const files = readable(() =>
    quick
      ? newestFilesThere(orm, options.filesFolder)
      : verifyFiles(orm, options.filesFolder, {
          now: options.now,
          onProgress: (done, total) => {
            progress('files', done, total)
          },
        }),
  )
  progress('registers', 0, 1)
  const registers = readable(() => (quick ? [] : registersWithHoles(orm)))
  const keys = readable(options.keys ?? (() => 0)) ?? 0
  return {
    ok:
      keys === 0 &&
      integrity.length === 0 &&
      foreignKeys?.length === 0 &&
      audit?.ok === true &&
      files?.ok === true &&
      registers?.length === 0,
    integrity,
    foreignKeys: foreignKeys ?? [],
    audit,
    files,
    registers: registers ?? [],
    keys,
  }
}

/** What a report means for the office; empty where all is well. */
export function findingsOf({
  integrity,
  foreignKeys,
  audit,
  files,
  registers,
  keys,
}: VerifyReport): Finding[] {
  const all: Finding[] = [
    { kind: 'structure', count: integrity.length },
    { kind: 'links', count: foreignKeys.reduce((sum, { rows }) => sum + rows, 0) },
    { kind: 'journal', count: audit?.breaks.length ?? 0 },
    { kind: 'files', count: files?.damaged.length ?? 0 },
    { kind: 'numbers', count: registers.reduce((sum, { missing }) => sum + missing, 0) },
    { kind: 'keys', count: keys },
  ]
  return all.filter(({ count }) => count > 0)
}

/** Lines of the check of SQLite, and guards that are missing; empty when the structure is whole. */
export function checkIntegrity(
  { raw }: Database,
  check: 'integrity_check' | 'quick_check' = 'integrity_check',
): string[] {
  const lines = readable(() => raw.pragma(check) as Record<string, string>[])
  if (lines === null) return ['page does not authenticate']
  return [
    ...lines.flatMap((line) => Object.values(line)).filter((line) => line !== 'ok'),
    ...missingGuards(raw).map((name) => `no trigger ${name}`),
  ]
}

function missingGuards(raw: Raw): string[] {
  const names = raw
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger'")
    .all()
    .map((row) => row.name)
  return guards.filter((name) => !names.includes(name))
}

/** Where the chain breaks, with what can still be read of that entry. */
export interface ChainBreak {
  seq: number
  kind: AuditBreak
  /** When it happened; null where the entry itself is not there. */
  at: string | null
  /** Which copy says otherwise; null where no copy is asked. */
  copy: AnchorCopy | null
}

export interface ChainReport {
  ok: boolean
  entries: number
  shredded: number
  clockSetBack: number
  /** The last entry and when it was written. */
  head: { seq: number; recordedAt: string } | null
  breaks: ChainBreak[]
  anchors: AuditReport['anchors']
  /** Somebody took away what stops the entries from being changed. */
  guardsMissing: boolean
}

/** The audit chain alone, for the journal. Reads all of it: for a worker. */
export function verifyChain(
  { raw, orm }: Database,
  anchors: readonly AuditAnchor[],
  onProgress: (done: number, total: number) => void = () => undefined,
): ChainReport {
  const report = verifyAudit(orm, { anchors, onProgress })
  const guardsMissing = missingGuards(raw).some((name) => name.startsWith('audit_'))
  const found = new Map(
    entriesAt(orm, [...report.breaks.map(({ seq }) => seq), report.head?.seq ?? 0]).map((entry) => [
      entry.seq,
      entry,
    ]),
  )
  return {
    ok: report.ok && !guardsMissing,
    entries: report.entries,
    shredded: report.shredded,
    clockSetBack: report.clockSetBack,
    head: report.head && {
      seq: report.head.seq,
      recordedAt: found.get(report.head.seq)?.recordedAt ?? '',
    },
    breaks: report.breaks.map(({ seq, kind, copy }) => ({
      ...{ seq, kind },
      at: found.get(seq)?.at ?? null,
      copy: copy ?? null,
    })),
    anchors: report.anchors,
    guardsMissing,
  }
}

/** Null where a page cannot be read: the other checks still run. */
function readable<T>(check: () => T): T | null {
  try {
    return check()
  } catch (error) {
    if (typedDatabaseError(error) instanceof DatabaseDamaged) return null
    throw error
  }
}
