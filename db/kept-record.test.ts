import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { RowMissing, StaleVersion } from './errors.ts'
import { inputOf, removeByVersion, saveByVersion } from './kept-record.ts'
import { getAccount } from './queries/accounts.ts'
import { findProject, insertProject } from './queries/projects.ts'
import { accounts } from './schema/accounts.ts'
import { projects } from './schema/projects.ts'
import { openTestOffice, testNow, type TestOffice } from './testing/database.ts'
import { projectSchema } from '#domain/projects/schema.ts'

let office: TestOffice
let id: string
const later = '2026-03-03T09:00:00.000Z'
const save = saveByVersion(projects)
const inTransaction = <T>(run: Parameters<typeof office.db.transaction<T>>[0]) =>
  office.db.transaction(run)
const stamp = () => ({ at: later, by: office.accountId })

beforeEach(() => {
  office = openTestOffice()
  const data = projectSchema.parse({
    name: 'Подкрепа у дома',
    municipality: 'Примерна',
    role: 'beneficiary',
    programme: 'Развитие на човешките ресурси',
  })
  id = inTransaction((tx) => insertProject(tx, data, { at: testNow, by: office.accountId }))
})
afterEach(() => {
  office.dispose()
})

test('a save raises the version by one and says who and when, and nothing else moves', () => {
  const before = findProject(office.db.orm, id)
  expect(inTransaction((tx) => save(tx, id, 1, { name: 'Нова' }, stamp()))).toBe(2)
  expect(findProject(office.db.orm, id)).toEqual({
    ...before,
    name: 'Нова',
    version: 2,
    updatedAt: later,
    updatedBy: office.accountId,
  })
})

test('who opened an older version overwrites nothing, and is told the one that stands', () => {
  inTransaction((tx) => save(tx, id, 1, { name: 'Първа' }, stamp()))
  const late = () => inTransaction((tx) => save(tx, id, 1, { name: 'Втора' }, stamp()))
  expect(late).toThrow(expect.objectContaining({ table: 'projects', id, version: 2 }))
  expect(late).toThrow(StaleVersion)
  expect(findProject(office.db.orm, id)?.name).toBe('Първа')
})

test('a row that is gone is not the same as one that was saved meanwhile', () => {
  expect(() => inTransaction((tx) => save(tx, 'няма', 1, {}, stamp()))).toThrow(RowMissing)
})

test('a version that was overtaken is not removed; the one that stands is', () => {
  const remove = removeByVersion(projects)
  inTransaction((tx) => save(tx, id, 1, {}, stamp()))
  expect(() => {
    inTransaction((tx) => {
      remove(tx, id, 1)
    })
  }).toThrow(StaleVersion)
  expect(findProject(office.db.orm, id)).toBeDefined()
  inTransaction((tx) => {
    remove(tx, id, 2)
  })
  expect(findProject(office.db.orm, id)).toBeUndefined()
})

test('what must hold besides keeps a row as it is, also in the right version', () => {
  const inRole = eq(projects.role, 'partner')
  expect(() =>
    inTransaction((tx) => saveByVersion(projects, inRole)(tx, id, 1, { name: 'Нова' }, stamp())),
  ).toThrow(StaleVersion)
  expect(() => {
    inTransaction((tx) => {
      removeByVersion(projects, inRole)(tx, id, 1)
    })
  }).toThrow(StaleVersion)
  expect(findProject(office.db.orm, id)?.name).toBe('Подкрепа у дома')
})

test('a table that keeps no account is stamped with the instant alone', () => {
  const account = getAccount(office.db.orm, office.accountId)
  inTransaction((tx) =>
    saveByVersion(accounts)(tx, account.id, 1, { position: 'ръководител' }, { at: later }),
  )
  expect(getAccount(office.db.orm, account.id)).toEqual({
    ...account,
    position: 'ръководител',
    version: 2,
    updatedAt: later,
  })
})

const formSchema = z
  .object({
    name: z.string().trim(),
    note: z.string().nullable().default(null),
    home: z.object({ street: z.string() }).nullable().default(null),
    rows: z.array(z.object({ day: z.number() }).refine(() => true)).max(3),
  })
  .superRefine(() => undefined)

test('a record goes into its form without what the table adds, also inside its rows', () => {
  const stored = {
    id: 'x',
    version: 3,
    name: 'А',
    note: null,
    home: { street: 'Първа', ekatte: '1' },
    rows: [
      { id: 'r', place: 0, day: 1 },
      { id: 's', place: 1, day: 2 },
    ],
  }
  expect(inputOf(stored, formSchema)).toStrictEqual({
    name: 'А',
    note: null,
    home: { street: 'Първа' },
    rows: [{ day: 1 }, { day: 2 }],
  })
  expect(inputOf({ ...stored, home: null }, formSchema).home).toBeNull()
})
