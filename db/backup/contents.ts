import { createHash } from 'node:crypto'
import type { CopyManifest, StoredFileList } from '#domain/backup/schema.ts'
import { auditHead } from '../audit/append.ts'
import type { Database, Raw } from '../connection.ts'
import { flushInPieces, readInPieces } from '../durable.ts'
import { sealedSize } from '../files/format.ts'
import { lastRestore } from '../queries/backup-restores.ts'

/** What the database of a copy says about itself. */
export interface CopyContents {
  schema: CopyManifest['schema']
  counts: CopyManifest['counts']
  auditHead: CopyManifest['auditHead']
  restoredAt: CopyManifest['restoredAt']
  /** Every stored file that it names, with its size in the store, sorted by hash. */
  files: StoredFileList
  /** Rows of every table, as one comparable text. */
  rows: string
}

/** Reads the contents; a database of an earlier release has fewer tables. */
export function contentsOf({ raw, orm }: Database): CopyContents {
  const tables = new Set(tableNames(raw))
  const count = (table: string) => (tables.has(table) ? countRows(raw, table) : 0)
  const files = tables.has('files') ? storedFiles(raw) : []
  return {
    schema: schemaOfDatabase(raw),
    counts: {
      people: count('persons'),
      applications: count('applications'),
      contracts: count('contracts'),
      papers: count('papers'),
      files: files.length,
    },
    auditHead: tables.has('audit_entries') ? auditHead(orm) : null,
    restoredAt: tables.has('restores') ? lastRestore(orm)?.restoredAt : undefined,
    files,
    rows: [...tables].map((table) => `${table}:${String(countRows(raw, table))}`).join(','),
  }
}

/** Size and SHA-256 of a file, read in pieces. */
export function hashFile(path: string): { size: number; sha256: string } {
  return hashPieces((take) => {
    readInPieces(path, 1024 * 1024, take)
  })
}

/** The same of a file that nobody has flushed yet; afterwards it lasts. */
export function flushAndHash(path: string): { size: number; sha256: string } {
  return hashPieces((take) => {
    flushInPieces(path, take)
  })
}

function hashPieces(giveAll: (take: (piece: Uint8Array) => void) => void) {
  const hash = createHash('sha256')
  let size = 0
  giveAll((piece) => {
    hash.update(piece)
    size += piece.length
  })
  return { size, sha256: hash.digest('hex') }
}

export function describeBytes(bytes: Uint8Array): { size: number; sha256: string } {
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function schemaOfDatabase(raw: Raw): CopyManifest['schema'] {
  const rows = raw
    .prepare<[], { name: string; chain: string }>(
      'select name, chain from migrations order by position',
    )
    .all()
  const last = rows.at(-1)
  if (!last) throw new Error('a database without migrations is not copied')
  return { count: rows.length, name: last.name, chain: last.chain }
}

/** Not by the query builder: the columns of an earlier release may differ. */
function storedFiles(raw: Raw): StoredFileList {
  return raw
    .prepare<[], { hash: string; size: number }>(
      'select distinct hash, size from files order by hash',
    )
    .all()
    .map(({ hash, size }) => ({ hash, size: sealedSize(size) }))
}

function tableNames(raw: Raw): string[] {
  return raw
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' order by name",
    )
    .all()
    .map(({ name }) => name)
}

function countRows(raw: Raw, table: string): number {
  return raw.prepare<[], { n: number }>(`select count(*) as n from "${table}"`).get()?.n ?? 0
}
