import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { can, permissions } from '#domain/accounts/permissions.ts'
import { roles } from '#domain/accounts/roles.ts'
import { click, openOffice, type Client, type RunningOffice } from '../testing/office.ts'
import { call, codeOf, guarded, procedures, type Found } from '../testing/procedures.ts'

const givenPassword = 'чужда вода 7 камъка'

let running: RunningOffice
let head: Client
beforeAll(async () => {
  running = await openOffice()
  // Somebody is unlocked throughout: the database is open, and nothing is refused for want of it.
  head = await running.as('head')
})
afterAll(() => running.dispose())

test('every procedure says who may call it and what it leaves in the chain', () => {
  for (const { name, meta } of procedures) {
    expect(meta.audit, name).toBeTruthy()
    if (meta.kind === 'open' || meta.kind === 'self') expect(meta.permission, name).toBeUndefined()
    else expect(permissions, name).toContain(meta.permission)
  }
})

/** Whoever touches anything of it has looked at the input of a caller who may not even ask. */
function unreadable(): { input: object; touched: string[] } {
  const touched: string[] = []
  const note = (what: string) => (_target: object, key?: unknown) => {
    touched.push(`${what} ${String(key)}`)
    return undefined
  }
  // A thenable is awaited on the way in; that is the language, not a look.
  const input = new Proxy(
    {},
    {
      get: (target, key) => (key === 'then' ? undefined : note('get')(target, key)),
      has: (target, key) => (note('has')(target, key), false),
      ownKeys: (target) => (note('keys')(target), []),
    },
  )
  return { input, touched }
}

/** Every row that was ever written by this connection, and the lines of the chain. */
function written(): { changes: unknown; lines: unknown } {
  const { raw } = running.office.vault.database()
  return {
    changes: raw.prepare('select total_changes()').pluck().get(),
    lines: raw.prepare('select count(*) from audit_entries').pluck().get(),
  }
}

async function expectRefused(client: Client, asked: readonly Found[], code: string) {
  const before = written()
  for (const { name } of asked) {
    const { input, touched } = unreadable()
    expect(await codeOf(call(client, name, input)), name).toBe(code)
    expect(touched, name).toEqual([])
  }
  expect(written()).toEqual(before)
}

test('no session: refused before the input is looked at, and nothing is written', async () => {
  await expectRefused(running.stranger(), guarded, 'UNAUTHENTICATED')
})

test('a locked session: the same', async () => {
  const client = await running.as('head')
  await client.session.lock({})
  await expectRefused(client, guarded, 'LOCKED')
})

test('after log-out: the same', async () => {
  const client = await running.as('head')
  await client.session.logOut({})
  await expectRefused(client, guarded, 'UNAUTHENTICATED')
})

test('a session that owes a password may change it and nothing else, its own drafts included', async () => {
  const administrator = await running.as('administrator')
  const { id } = await administrator.accounts.create(
    click({
      displayName: 'Нова Колежкова',
      position: '',
      roles: [...roles],
      password: givenPassword,
    }),
  )
  const client = running.stranger()
  const state = await client.session.current({})
  const slotId =
    state.status === 'new'
      ? ''
      : state.profiles.find((one) => one.displayName === 'Нова Колежкова')!.slotId
  await client.session.logIn({ slotId, password: givenPassword })
  const others = guarded.filter(({ name }) => name !== 'session.changePassword')
  await expectRefused(client, others, 'FORBIDDEN')
  await client.session.changePassword({ old: givenPassword, new: 'своя река 12 моста' })
  expect(await codeOf(client.drafts.list({}))).toBe('OK')
  expect(id).toBeTruthy()
})

describe.each(roles)('role %s', (role) => {
  const allowed = ({ meta }: Found) => !meta.permission || can([role], meta.permission)
  let client: Client
  beforeAll(async () => {
    client = await running.as(role)
  })

  test('is refused what the table does not give, before the input is looked at', async () => {
    await expectRefused(
      client,
      guarded.filter((one) => !allowed(one)),
      'FORBIDDEN',
    )
  })

  test('is let in to what the table gives: its input is read, and found wanting', async () => {
    for (const { name } of guarded.filter(allowed))
      expect(await codeOf(call(client, name, 42)), name).toBe('INVALID')
  })
})

test('whoever is refused leaves the others at work', async () => {
  expect(await codeOf(head.office.find({}))).toBe('OK')
})
