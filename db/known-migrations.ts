import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Raw } from './connection.ts'
import { DatabaseForked, DatabaseNewer } from './errors.ts'

export interface Migration {
  name: string
  sql: string
  /** SHA-256 of the text with LF line ends, hex. */
  hash: string
}

/** The migrations that are part of this program, in order. */
export const bundledMigrations: Migration[] = prepareMigrations(
  import.meta.glob<string>('./migrations/*.sql', { query: '?raw', eager: true, import: 'default' }),
)

export function prepareMigrations(files: Record<string, string>): Migration[] {
  return Object.entries(files)
    .map(([path, text]) => {
      // A checkout with CRLF line ends is the same migration.
      const sql = text.replaceAll('\r\n', '\n')
      return { name: basename(path, '.sql'), sql, hash: sha256(sql) }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** How many of `migrations` the database has. Throws DatabaseNewer or DatabaseForked. */
export function appliedCount(raw: Raw, migrations: Migration[] = bundledMigrations): number {
  const tables = raw.prepare<[], { name: string }>(
    "select name from sqlite_master where type = 'table'",
  )
  const names = tables.all().map((row) => row.name)
  if (!names.includes('migrations')) {
    const foreign = names.find((name) => !name.startsWith('sqlite_'))
    if (foreign !== undefined) throw new DatabaseForked('none')
    return 0
  }
  const rows = raw
    .prepare<[], { name: string; chain: string }>(
      'select name, chain from migrations order by position',
    )
    .all()
  let chain = ''
  rows.forEach((row, position) => {
    const known = migrations[position]
    if (!known) throw new DatabaseNewer(row.name)
    chain = nextChain(chain, known)
    if (chain !== row.chain || row.name !== known.name) throw new DatabaseForked(row.name)
  })
  return rows.length
}

/** The hash chain after one more migration: what tells two histories of a schema apart. */
export function nextChain(chain: string, migration: Migration): string {
  return sha256(`${chain}\n${migration.name}\n${migration.hash}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
