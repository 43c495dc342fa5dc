import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from './connection.ts'

const things = sqliteTable('things', { id: integer('id').primaryKey(), name: text('name') })

let folder: string
let database: Database

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'opora-statements-'))
  database = openDatabase(path.join(folder, 'a.db'), randomBytes(32), { create: true })
  database.raw.exec("create table things (id integer primary key, name text); insert into things values (1, 'едно')") // prettier-ignore
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a statement used again', () => {
  test('gives objects to one caller and lists to the other, in either order', () => {
    const text = sql`select id, name from things`
    expect(database.orm.all(text)).toEqual([{ id: 1, name: 'едно' }])
    expect(database.orm.values(text)).toEqual([[1, 'едно']])
    expect(database.orm.all(text)).toEqual([{ id: 1, name: 'едно' }])
    expect(database.orm.select().from(things).all()).toEqual([{ id: 1, name: 'едно' }])
  })

  test('sees the columns that came after it was prepared', () => {
    const text = sql`select * from things`
    expect(database.orm.all(text)).toEqual([{ id: 1, name: 'едно' }])
    database.raw.exec('alter table things add column kind text')
    expect(database.orm.all(text)).toEqual([{ id: 1, name: 'едно', kind: null }])
    expect(database.orm.values(text)).toEqual([[1, 'едно', null]])
  })

  test('is free again after it failed', () => {
    const insert = () => database.orm.insert(things).values({ id: 1, name: 'две' }).run()
    expect(insert).toThrow()
    expect(insert).toThrow()
    expect(database.orm.insert(things).values({ id: 2, name: 'две' }).run().changes).toBe(1)
  })

  test('more statements than are kept all answer', () => {
    const numbers = Array.from({ length: 1000 }, (_, index) => index)
    const ask = (index: number) =>
      database.orm.get<{ v: number }>(sql.raw(`select ${String(index)} as v`)).v
    expect(numbers.map(ask)).toEqual(numbers)
    expect(numbers.toReversed().map(ask)).toEqual(numbers.toReversed())
  })
})
