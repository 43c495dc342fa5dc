import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from './connection.ts'
import {
  DatabaseDamaged,
  DatabaseMissing,
  DiskFull,
  NotADatabase,
  typedDatabaseError,
  UniqueViolation,
  WrongKey,
} from './errors.ts'

let dir = ''
let file = ''
const key = randomBytes(32)
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'opora-db-'))
  file = join(dir, 'office.db')
})
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
})

function createWithPeople() {
  const db = openDatabase(file, key, { create: true })
  db.raw.exec(
    'create table people (id text primary key, egn text not null unique, name text not null)',
  )
  return db
}

describe('opening', () => {
  test('a wrong key opens nothing, says nothing and leaves no handle or file behind', () => {
    createWithPeople().close()
    const before = readFileSync(file)
    expect(() => openDatabase(file, randomBytes(32))).toThrow(WrongKey)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(dir)).toEqual(['office.db'])
    if (process.platform === 'linux') {
      const open = readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return execFileSync('readlink', [`/proc/self/fd/${fd}`]).includes(dir)
        } catch {
          return false
        }
      })
      expect(open).toEqual([])
    }
  })

  test('a missing file is not silently created, an empty or plain one not taken for ours', () => {
    expect(() => openDatabase(file, key)).toThrow(DatabaseMissing)
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, '')
    expect(() => openDatabase(file, key)).toThrow(NotADatabase)
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]))
    expect(() => openDatabase(file, key, { create: true })).toThrow(NotADatabase)
  })

  test('a flipped bit in a page is found when the page is read, not returned as data', () => {
    const db = createWithPeople()
    for (let i = 0; i < 500; i++)
      db.raw.prepare('insert into people values (?, ?, ?)').run(`p${i}`, `${i}`, 'x'.repeat(100))
    db.close()
    const bytes = readFileSync(file)
    const page = 4096 * 6 + 1000
    bytes[page] = (bytes[page] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const again = openDatabase(file, key)
    let error: unknown
    try {
      again.raw.pragma('integrity_check')
      again.raw.prepare('select sum(length(name)), sum(length(egn)) from people').get()
    } catch (caught) {
      error = typedDatabaseError(caught)
    }
    again.close()
    expect(error).toBeInstanceOf(DatabaseDamaged)
  })

  test('every connection has the pragmas, also one that only reads', () => {
    createWithPeople().close()
    for (const readonly of [false, true]) {
      const db = openDatabase(file, key, { readonly })
      const read = (name: string) => db.raw.pragma(name, { simple: true })
      expect({
        cipher: read('cipher'),
        algorithm: read('algorithm'),
        foreignKeys: read('foreign_keys'),
        journal: read('journal_mode'),
        synchronous: read('synchronous'),
        tempStore: read('temp_store'),
        secureDelete: read('secure_delete'),
        trustedSchema: read('trusted_schema'),
        busy: read('busy_timeout'),
      }).toEqual({
        cipher: 'aegis',
        algorithm: 'aegis-256',
        foreignKeys: 1,
        journal: 'wal',
        synchronous: 2,
        tempStore: 2,
        secureDelete: 1,
        trustedSchema: 0,
        busy: 5000,
      })
      if (readonly) expect(() => db.raw.exec('delete from people')).toThrow(/readonly/)
      db.close()
    }
  })

  test('closing truncates the journal: one file is the whole database', () => {
    const db = createWithPeople()
    db.raw.prepare('insert into people values (?, ?, ?)').run('p', '1', 'n')
    db.close()
    db.close()
    expect(readdirSync(dir)).toEqual(['office.db'])
  })
})

describe('what stands on the disk', () => {
  const name = 'Вълкадин Пеоев'
  const files = () => readdirSync(dir).map((entry) => readFileSync(join(dir, entry)))
  const onDisk = (text: string) =>
    files().some((bytes) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))

  test('no name in the file, the journal or the shared memory while open, none after', () => {
    const db = createWithPeople()
    db.raw.prepare('insert into people values (?, ?, ?)').run('p', '5501019260', name)
    expect(readdirSync(dir).sort()).toEqual(['office.db', 'office.db-shm', 'office.db-wal'])
    expect(onDisk(name) || onDisk('5501019260')).toBe(false)
    db.close()
    expect(onDisk(name) || onDisk('5501019260')).toBe(false)
  })

  test('a deleted name is gone from the pages themselves, also from the search index', () => {
    const db = createWithPeople()
    // Not contentless_delete: it only marks the row dead and ignores secure-delete.
    db.raw.exec('create table words (id integer primary key, words text)')
    db.raw.exec(
      "create virtual table search using fts5(words, content='words', content_rowid='id')",
    )
    db.raw.exec("insert into search(search, rank) values ('secure-delete', 1)")
    for (let i = 0; i < 50; i++) {
      db.raw.prepare('insert into people values (?, ?, ?)').run(`p${i}`, `${i}`, `Друг Човек ${i}`)
      db.raw.prepare('insert into search(rowid, words) values (?, ?)').run(i + 1, `друг човек ${i}`)
    }
    db.raw.prepare('insert into people values (?, ?, ?)').run('gone', 'x', name)
    db.raw.prepare('insert into search(rowid, words) values (?, ?)').run(99, 'вълкадин')
    // The pages as the cipher sees them: what a copy of the opened database would carry on.
    const has = (text: string) => db.raw.serialize().includes(text)
    expect(has('Вълкадин')).toBe(true)
    expect(has('вълкадин') || has('ълкадин')).toBe(true)
    db.raw.prepare('delete from people where id = ?').run('gone')
    db.raw.exec("insert into search(search, rowid, words) values ('delete', 99, 'вълкадин')")
    db.raw.pragma('wal_checkpoint(truncate)')
    expect(has('ълкадин')).toBe(false)
    db.close()
  })
})

describe('transactions', () => {
  test('all or nothing, and a unique violation names table and column, never the value', () => {
    const db = createWithPeople()
    let error: unknown
    try {
      db.transaction((tx) => {
        tx.run("insert into people values ('a', '5501019260', 'Име')")
        tx.run("insert into people values ('b', '5501019260', 'Име')")
      })
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(UniqueViolation)
    expect(error).toMatchObject({ table: 'people', columns: ['egn'] })
    expect(String(error)).not.toContain('5501019260')
    expect(db.raw.prepare('select count(*) as n from people').get()).toEqual({ n: 0 })
    db.close()
  })

  test('a Promise does not compile, and if forced through it writes nothing', () => {
    const db = createWithPeople()
    const work = () => {
      // @ts-expect-error an async callback would commit only the part before its first await
      db.transaction(async (tx) => {
        tx.run("insert into people values ('a', '1', 'n')")
        await Promise.resolve()
      })
    }
    expect(work).toThrow(/promise/)
    // @ts-expect-error a query that was built but not run is a Promise too
    const lazy = () => db.transaction((tx) => tx.select({ n: 1 as never }).from('people' as never))
    expect(lazy).toThrow()
    // @ts-expect-error the unguarded transaction of the query builder is not reachable
    expect(typeof db.orm.transaction).toBe('function')
    expect(db.raw.prepare('select count(*) as n from people').get()).toEqual({ n: 0 })
    db.close()
  })

  test('they do not nest: an inner one would commit apart from the outer', () => {
    const db = createWithPeople()
    expect(() =>
      db.transaction(() => {
        db.transaction(() => 1)
      }),
    ).toThrow(/already running/)
    db.close()
  })

  test('a full disk is DiskFull and the database goes on', () => {
    const db = createWithPeople()
    db.raw.pragma('max_page_count = 12')
    expect(() =>
      db.transaction((tx) => {
        for (let i = 0; i < 2000; i++)
          tx.run(`insert into people values ('${i}', '${i}', '${'x'.repeat(200)}')` as never)
      }),
    ).toThrow(DiskFull)
    expect(db.raw.inTransaction).toBe(false)
    expect(db.raw.prepare('select count(*) as n from people').get()).toEqual({ n: 0 })
    db.close()
  })
})

test('kill −9 in the middle: every acknowledged write is there, no half transaction is', async () => {
  createWithPeople().close()
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'testing/crash-writer.mjs'), file, key.toString('hex')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let acknowledged = ''
  child.stdout.on('data', (chunk: Buffer) => (acknowledged += chunk.toString()))
  while (acknowledged.split('\n').length < 40) await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'close')
  const last = Number(acknowledged.trim().split('\n').at(-1))
  copyFileSync(file, join(dir, 'kept'))
  const db = openDatabase(file, key)
  const row = db.raw
    .prepare<[], { n: number; pairs: number }>(
      "select count(*) as n, sum(name = 'second') as pairs from people",
    )
    .get()
  expect(row?.n).toBeGreaterThanOrEqual(last * 2)
  expect(row?.pairs).toBe((row?.n ?? 0) / 2)
  expect(db.raw.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
})
