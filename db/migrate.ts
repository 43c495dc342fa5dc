import type { Database, Raw } from './connection.ts'
import { DatabaseDamaged, typedDatabaseError } from './errors.ts'
import { appliedCount, bundledMigrations, nextChain, type Migration } from './known-migrations.ts'

export interface MigrationResult {
  applied: string[]
  /** Name of the snapshot that was made before an existing database was changed. */
  snapshot: string | null
}

export interface MigrateOptions {
  now: Date
  /**
   * Makes the snapshot without which an existing database is not changed, and returns its name.
   * Null: the file is a copy itself, and what it was copied from stays.
   */
  snapshot: (() => string) | null
  migrations?: Migration[]
}

/**
 * Brings the database to the schema of this program, one transaction a file; an existing database
 * is copied first. Throws DatabaseNewer, DatabaseForked, DatabaseDamaged, DiskFull; what was
 * applied stays applied.
 */
export function migrate(database: Database, options: MigrateOptions): MigrationResult {
  const { raw } = database
  const migrations = options.migrations ?? bundledMigrations
  const done = appliedCount(raw, migrations)
  const pending = migrations.slice(done)
  if (pending.length === 0) return { applied: [], snapshot: null }

  const snapshot = done === 0 ? null : (options.snapshot?.() ?? null)
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

export function expectIntegrity(raw: Raw): void {
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
