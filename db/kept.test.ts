import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from './connection.ts'
import { kept, keptInsert } from './kept.ts'

const things = sqliteTable('things', {
  id: integer('id').primaryKey(),
  name: text('name'),
  sure: integer('sure', { mode: 'boolean' }).notNull().default(false),
})
const doubtful = sqliteTable('doubtful', {
  id: integer('id').primaryKey(),
  sure: integer('sure', { mode: 'boolean' }),
})

const byId = kept((db) =>
  db
    .select()
    .from(things)
    .where(eq(things.id, sql.placeholder('id')))
    .prepare(),
)
const insert = keptInsert(things)
const doubt = keptInsert(doubtful)

let folder: string
let database: Database
const key = randomBytes(32)
function open(file: string): Database {
  const opened = openDatabase(path.join(folder, file), key, { create: true })
  opened.raw.exec(
    'create table if not exists things (id integer primary key, name text, sure integer not null)',
  )
  return opened
}
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'opora-kept-'))
  database = open('a.db')
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const row = (id: number, name: string | null = null) => ({ id, name, sure: id % 2 === 1 })
function write(...rows: ReturnType<typeof row>[]): void {
  database.transaction((tx) => {
    for (const one of rows) insert(tx, one)
  })
}

test('what is kept works in a transaction and is taken back with it', () => {
  write(row(1))
  expect(() =>
    database.transaction((tx) => {
      insert(tx, row(2, 'две'))
      expect(byId(tx).get({ id: 2 })).toEqual(row(2, 'две'))
      throw new Error('taken back')
    }),
  ).toThrow('taken back')
  expect(byId(database.orm).get({ id: 2 })).toBeUndefined()
  expect(byId(database.orm).get({ id: 1 })).toEqual(row(1))
})

test('what is built in a transaction first holds after it and in the next one', () => {
  database.transaction((tx) => {
    expect(byId(tx).get({ id: 1 })).toBeUndefined()
  })
  write(row(1, 'едно'))
  expect(byId(database.orm).get({ id: 1 })?.name).toBe('едно')
})

test('every connection keeps its own, and a file that is opened again is another one', () => {
  write(row(1, 'от първата'))
  const other = open('b.db')
  try {
    expect(byId(other.orm).get({ id: 1 })).toBeUndefined()
    expect(byId(database.orm).get({ id: 1 })?.name).toBe('от първата')
  } finally {
    other.close()
  }
  database.close()
  expect(() => byId(database.orm).get({ id: 1 })).toThrow('not open')
  database = open('a.db')
  expect(byId(database.orm).get({ id: 1 })?.name).toBe('от първата')
})

test('a column whose null would be written as no is refused', () => {
  database.transaction((tx) => {
    expect(() => {
      doubt(tx, { id: 1, sure: null })
    }).toThrow('sure')
  })
})
