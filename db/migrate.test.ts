import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DatabaseDamaged, DatabaseForked, DatabaseNewer, DiskFull } from './errors.ts'
import { listSnapshots, makeSnapshot, openCopy } from './backup/snapshot.ts'
import { appliedCount, bundledMigrations, prepareMigrations } from './known-migrations.ts'
import { migrate } from './migrate.ts'
import shipped from './migrations/shipped.json' with { type: 'json' }
import { openTestOffice, type TestOffice } from './testing/database.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => {
  office.dispose()
})

const now = new Date('2026-03-03T09:00:00Z')
function withExtra(...sql: string[]) {
  const extra = prepareMigrations(
    Object.fromEntries(sql.map((text, i) => [`./migrations/09${String(i)}0_extra.sql`, text])),
  )
  return [...bundledMigrations, ...extra]
}

describe('the runner', () => {
  test('an existing database is copied under the same key before it is changed', () => {
    const migrations = withExtra('create table later (id text primary key not null)')
    const snapshot = () =>
      makeSnapshot({
        dataDir: office.folder,
        database: office.db,
        key: office.key,
        now,
        occasion: 'migration',
        madeBy: null,
        programVersion: '1.0.0',
      }).name
    const result = migrate(office.db, { now, snapshot, migrations })
    expect(result.applied).toEqual(['0900_extra'])
    const folder = join(office.folder, 'snapshots', result.snapshot ?? '')
    expect(readFileSync(join(folder, 'office.opora')).includes('SQLite format')).toBe(false)
    const copy = openCopy(folder, office.key)
    expect(copy.raw.prepare('select count(*) as n from accounts').get()).toEqual({ n: 1 })
    expect(() => copy.raw.prepare('select * from later').all()).toThrow(/no such table/)
    copy.close()
    expect(listSnapshots(office.folder)).toHaveLength(1)
    expect(migrate(office.db, { now, snapshot, migrations })).toEqual({
      applied: [],
      snapshot: null,
    })
    expect(listSnapshots(office.folder)).toHaveLength(1)
  })

  test('no copy, no change: a database whose copy cannot be made stays as it is', () => {
    const migrations = withExtra('create table later (id text primary key not null)')
    const snapshot = () => {
      throw new DiskFull('full')
    }
    expect(() => migrate(office.db, { now, snapshot, migrations })).toThrow(DiskFull)
    expect(() => office.db.raw.prepare('select * from later').all()).toThrow(/no such table/)
  })

  test('a table rebuild does not wipe the rows that point at it', () => {
    office.db.raw.exec("insert into drafts values ((select id from accounts), 'f', '{}', 'x')")
    const rebuild = `create table accounts_new as select * from accounts;
      drop table accounts; alter table accounts_new rename to accounts;
      create unique index accounts_id on accounts (id);`
    migrate(office.db, { now, snapshot: null, migrations: withExtra(rebuild) })
    expect(office.db.raw.prepare('select count(*) as n from drafts').get()).toEqual({ n: 1 })
    expect(office.db.raw.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('a file that fails in the middle leaves nothing of itself, the ones before it stay', () => {
    const run = () =>
      migrate(office.db, {
        now,
        snapshot: null,
        migrations: withExtra(
          'create table good (id text)',
          'create table half (id text); bad sql',
        ),
      })
    expect(run).toThrow()
    expect(() => office.db.raw.prepare('select * from half').all()).toThrow(/no such table/)
    expect(office.db.raw.prepare('select * from good').all()).toEqual([])
    expect(office.db.raw.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('a migration that breaks a foreign key is rolled back', () => {
    office.db.raw.exec("insert into drafts values ((select id from accounts), 'f', '{}', 'x')")
    const run = () =>
      migrate(office.db, { now, snapshot: null, migrations: withExtra('delete from accounts') })
    expect(run).toThrow(DatabaseDamaged)
    expect(office.db.raw.prepare('select count(*) as n from accounts').get()).toEqual({ n: 1 })
  })

  test('a database of a later version, or of other files, is refused untouched', () => {
    const extra = withExtra('create table later (id text)')
    migrate(office.db, { now, snapshot: null, migrations: extra })
    expect(() => migrate(office.db, { now, snapshot: null })).toThrow(DatabaseNewer)
    const other = withExtra('create table otherwise (id text)', 'create table more (id text)')
    expect(() => migrate(office.db, { now, snapshot: null, migrations: other })).toThrow(
      DatabaseForked,
    )
    const changed = extra.map((one, i) => (i === 0 ? { ...one, hash: 'f'.repeat(64) } : one))
    expect(() => appliedCount(office.db.raw, changed)).toThrow(DatabaseForked)
  })

  test('line ends of the checkout do not make another migration', () => {
    const [a] = prepareMigrations({ './m/0000_a.sql': 'select 1;\nselect 2;\n' })
    const [b] = prepareMigrations({ './m/0000_a.sql': 'select 1;\r\nselect 2;\r\n' })
    expect(a?.hash).toBe(b?.hash)
  })
})

describe('the shipped schema', () => {
  test('no file that was ever shipped has been changed or taken away', () => {
    for (const [name, hash] of Object.entries(shipped)) {
      const found = bundledMigrations.find((one) => one.name === name)
      expect(found && createHash('sha256').update(found.sql).digest('hex'), name).toBe(hash)
    }
  })

  test('every foreign key has an index of its own, or deleting a parent reads whole tables', () => {
    const { raw } = office.db
    const tables = raw
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
      .all()
    const missing: string[] = []
    for (const { name } of tables) {
      const keys = raw.pragma(`foreign_key_list("${name}")`) as { from: string; seq: number }[]
      const firstColumns = (raw.pragma(`index_list("${name}")`) as { name: string }[]).map(
        (index) => (raw.pragma(`index_info("${index.name}")`) as { name: string }[])[0]?.name,
      )
      const columns = raw.pragma(`table_info("${name}")`) as {
        name: string
        pk: number
        type: string
      }[]
      const rowid = columns.filter((c) => c.pk === 1 && c.type.toLowerCase() === 'integer')
      for (const key of keys.filter((one) => one.seq === 0))
        if (![...firstColumns, ...rowid.map((c) => c.name)].includes(key.from))
          missing.push(`${name}.${key.from}`)
    }
    expect(missing).toEqual([])
  })

  test('a word deleted from the search of people is gone from the pages', () => {
    const { raw } = office.db
    const add = raw.prepare('insert into person_search(rowid, names, place) values (?, ?, ?)')
    for (let i = 1; i <= 100; i++) add.run(i, `друг човек${String(i)}`, 'варна')
    add.run(500, 'пеоев вълкадин', 'търговище')
    expect(raw.serialize().includes('ълкадин')).toBe(true)
    raw.exec('delete from person_search where rowid = 500')
    raw.pragma('wal_checkpoint(truncate)')
    const pages = raw.serialize()
    expect(['ълкадин', 'пеоев', 'ърговище'].filter((word) => pages.includes(word))).toEqual([])
  })

  test('audit entries and registry numbers cannot be changed by any statement', () => {
    const { raw } = office.db
    raw.exec(`insert into audit_entries values (1, 'x', 'x', 0, null, 'a', 'k', 'i', null, 'p', 'q', 'h');
      insert into registry_counters values ('in', 2026, 'drawn', 5);
      insert into registry_numbers (id, register, year, number, label, subject_kind, subject_id, issued_on, issued_at)
      values ('n', 'in', 2026, 5, '5', 'k', 'i', 'x', 'x')`)
    for (const sql of [
      "update audit_entries set action = 'b'",
      'delete from audit_entries',
      'delete from registry_numbers',
      "update registry_numbers set label = '6'",
      'update registry_counters set last_number = 4',
    ])
      expect(() => raw.exec(sql), sql).toThrow(/never/)
  })
})
