import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from './connection.ts'
import { kept, placeholders } from './kept.ts'

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
const insert = kept((db) => db.insert(things).values(placeholders(things)).prepare())

let folder: string
let database: Database
function open(file: string): Database {
  const opened = openDatabase(path.join(folder, file), randomBytes(32), { create: true })
  opened.raw.exec('create table things (id integer primary key, name text, sure integer not null)')
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

test('what is kept works in a transaction and is taken back with it', () => {
  insert(database.orm).run({ id: 1, name: null, sure: true })
  expect(() =>
    database.transaction((tx) => {
      insert(tx).run({ id: 2, name: 'две', sure: false })
      expect(byId(tx).get({ id: 2 })).toEqual({ id: 2, name: 'две', sure: false })
      throw new Error('taken back')
    }),
  ).toThrow('taken back')
  expect(byId(database.orm).get({ id: 2 })).toBeUndefined()
  expect(byId(database.orm).get({ id: 1 })).toEqual({ id: 1, name: null, sure: true })
})

test('every connection keeps its own', () => {
  insert(database.orm).run({ id: 1, name: 'от първата', sure: false })
  const other = open('b.db')
  try {
    expect(byId(other.orm).get({ id: 1 })).toBeUndefined()
    expect(byId(database.orm).get({ id: 1 })?.name).toBe('от първата')
  } finally {
    other.close()
  }
})

test('a column whose null would be written as no is refused', () => {
  expect(() => placeholders(doubtful)).toThrow('sure')
})
