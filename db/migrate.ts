import { createHash } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { openDatabase, type Database, type Raw } from './connection.ts'
import { makeFolderDurably, syncFile, syncFolder } from './durable.ts'
import { DatabaseDamaged, DatabaseForked, DatabaseNewer, typedDatabaseError } from './errors.ts'

export interface Migration {
  name: string
  sql: string
  /** SHA-256 of the text with LF line ends, hex. */
  hash: string
}

export interface MigrationResult {
  applied: string[]
  /** Path of the copy made before an existing database was changed. */
  snapshot: string | null
}

export interface MigrateOptions {
  key: Buffer
  now: Date
  /** Default: `snapshots` beside the database. */
  snapshotFolder?: string
  migrations?: Migration[]
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

/**
 * Brings the database to the schema of this program, one transaction a file. An existing database
 * is first copied (`VACUUM INTO`, same key) and the copy opened and checked.
 * Throws DatabaseNewer, DatabaseForked, DatabaseDamaged, DiskFull; what was applied stays applied.
 */
export function migrate(database: Database, options: MigrateOptions): MigrationResult {
  const { raw } = database
  const migrations = options.migrations ?? bundledMigrations
  const done = appliedCount(raw, migrations)
  const pending = migrations.slice(done)
  if (pending.length === 0) return { applied: [], snapshot: null }

  const snapshot = done === 0 ? null : takeSnapshot(database, options)
  createOwnTable(raw)
  // Inside a transaction this pragma is ignored, and a table rebuild would then delete child rows.
  setForeignKeys(raw, false)
  try {
    pending.forEach((migration, index) => {
      applyOne(raw, migration, done + index, options.now)
    })
    expectIntegrity(raw)
  } catch (error) {
    throw typedDatabaseError(error)
  } finally {
    setForeignKeys(raw, true)
  }
  return { applied: pending.map((migration) => migration.name), snapshot }
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

function applyOne(raw: Raw, migration: Migration, position: number, now: Date): void {
  const previous = raw
    .prepare<[number], { chain: string }>('select chain from migrations where position = ?')
    .get(position - 1)
  raw.exec('begin immediate')
  try {
    raw.exec(migration.sql)
    const broken = raw.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new DatabaseDamaged(`foreign keys after ${migration.name}`)
    raw
      .prepare(
        'insert into migrations (position, name, hash, chain, applied_at) values (?, ?, ?, ?, ?)',
      )
      .run(
        position,
        migration.name,
        migration.hash,
        nextChain(previous?.chain ?? '', migration),
        now.toISOString(),
      )
    raw.exec('commit')
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback')
    throw error
  }
}

function takeSnapshot(database: Database, options: MigrateOptions): string {
  const folder = options.snapshotFolder ?? join(dirname(database.file), 'snapshots')
  makeFolderDurably(folder)
  const stamp = options.now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  let target = join(folder, `before-migration-${stamp}.db`)
  for (let n = 2; existsSync(target); n++)
    target = join(folder, `before-migration-${stamp}-${String(n)}.db`)
  copyDatabase(database, options.key, target)
  return target
}

/**
 * A consistent copy under the same key: written as `.part`, opened, checked, flushed, renamed.
 * Throws DiskFull or DatabaseDamaged and leaves nothing behind.
 */
export function copyDatabase(database: Database, key: Buffer, target: string): void {
  const part = `${target}.part`
  removeDatabaseFiles(part)
  try {
    database.raw.prepare('vacuum into ?').run(part)
    const copy = openDatabase(part, key)
    try {
      expectIntegrity(copy.raw)
      if (countRows(copy.raw) !== countRows(database.raw)) throw new DatabaseDamaged('copy')
    } finally {
      copy.close()
    }
    syncFile(part)
    renameSync(part, target)
    syncFolder(dirname(target))
  } catch (error) {
    removeDatabaseFiles(part)
    throw typedDatabaseError(error)
  }
}

/** Names and row counts of all tables, as one comparable text. */
function countRows(raw: Raw): string {
  const names = raw
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' order by name",
    )
    .all()
  return names
    .map(({ name }) => {
      const row = raw.prepare<[], { n: number }>(`select count(*) as n from "${name}"`).get()
      return `${name}:${String(row?.n)}`
    })
    .join(',')
}

function expectIntegrity(raw: Raw): void {
  if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok')
    throw new DatabaseDamaged('integrity')
}

function createOwnTable(raw: Raw): void {
  raw.exec(`create table if not exists migrations (
    position integer primary key not null,
    name text not null,
    hash text not null,
    chain text not null,
    applied_at text not null
  )`)
}

function setForeignKeys(raw: Raw, on: boolean): void {
  raw.pragma(`foreign_keys = ${on ? 'on' : 'off'}`)
  if (raw.pragma('foreign_keys', { simple: true }) !== (on ? 1 : 0))
    throw new Error('pragma foreign_keys did not hold')
}

function nextChain(chain: string, migration: Migration): string {
  return sha256(`${chain}\n${migration.name}\n${migration.hash}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function removeDatabaseFiles(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
}
