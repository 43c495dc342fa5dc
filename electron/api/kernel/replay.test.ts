import { afterAll, beforeAll, expect, test } from 'vitest'
import { click, openOffice, type Client, type RunningOffice } from '../testing/office.ts'
import { personInput } from '../testing/person-data.ts'
import { codeOf, outcomeOf } from '../testing/procedures.ts'

/** The same request once more: a double click, a lost answer, or somebody who wrote it down. */
let running: RunningOffice
let head: Client
beforeAll(async () => {
  running = await openOffice()
  head = await running.as('head')
})
afterAll(() => running.dispose())

function count(table: 'persons' | 'audit_entries' | 'accounts'): unknown {
  return running.office.vault.database().raw.prepare(`select count(*) from ${table}`).pluck().get()
}
const all = () => [count('persons'), count('audit_entries')]

test('again, and with other data: the first answer, and nothing is written', async () => {
  const request = click(personInput())
  const first = await head.people.create(request)
  const before = all()
  expect(await head.people.create(request)).toEqual(first)
  expect(await head.people.create({ ...request, data: personInput() })).toEqual(first)
  expect(all()).toEqual(before)
})

test('by another account, or for another action: refused in words, and nothing is written', async () => {
  const request = click(personInput())
  const { id } = await head.people.create(request)
  const clerk = await running.as('clerk')
  const before = all()
  const others = await outcomeOf(clerk.people.create(request))
  expect(others).toMatchObject({ code: 'RULE', problems: ['requestIdUsed'] })
  expect(others.told).not.toContain(id)
  const otherwise = { requestId: request.requestId, data: { id } }
  expect(await outcomeOf(head.people.revealId(otherwise))).toMatchObject({
    code: 'RULE',
    problems: ['requestIdUsed'],
  })
  expect(all()).toEqual(before)
})

test('twenty of the same at once write once', async () => {
  const request = click(personInput())
  const before = count('persons') as number
  const answers = await Promise.all(Array.from({ length: 20 }, () => head.people.create(request)))
  expect(new Set(answers.map((one) => one.id)).size).toBe(1)
  expect(count('persons')).toBe(before + 1)
})

test('twenty of the same slow action at once are made once', async () => {
  const administrator = await running.as('administrator')
  const request = click({
    displayName: 'Нова Колежкова',
    position: '',
    roles: ['clerk' as const],
    password: 'първа вода 7 камъка',
  })
  const before = count('accounts') as number
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => administrator.accounts.create(request)),
  )
  expect(new Set(answers.map((one) => one.id)).size).toBe(1)
  expect(count('accounts')).toBe(before + 1)
})

test('after log-out there is no answer to it any more', async () => {
  const client = await running.as('head')
  const request = click(personInput())
  await client.people.create(request)
  await client.session.logOut({})
  expect(await codeOf(client.people.create(request))).toBe('UNAUTHENTICATED')
})
