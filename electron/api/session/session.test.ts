import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { serialiseKeyring } from '#db/keyring/format.ts'
import { keyringCopyFile, readKeyring, writeKeyring } from '#db/keyring/store.ts'
import { eventsOf } from '../testing/answers.ts'
import {
  click,
  openNewOffice,
  openOffice,
  secretOf,
  testOfficeInput,
  testPassword,
} from '../testing/office.ts'
import type { RunningOffice } from '../testing/office.ts'

let running: RunningOffice | undefined
async function office(): Promise<RunningOffice> {
  running = await openOffice()
  return running
}
afterEach(async () => {
  await running?.dispose()
  running = undefined
})

const account = { displayName: 'Мария Петрова', position: 'администратор' }

test('a new office: set-up logs in, and a second set-up is refused', async () => {
  running = await openNewOffice()
  const client = running.stranger()
  expect(await client.session.current({})).toMatchObject({ status: 'new' })
  const state = await client.office.setUp({
    office: testOfficeInput,
    account,
    password: testPassword,
  })
  expect(state).toMatchObject({ status: 'open', account: { displayName: 'Мария Петрова' } })
  await expect(
    running.stranger().office.setUp({ office: testOfficeInput, account, password: testPassword }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('set-up without a browser’s token is refused', async () => {
  running = await openNewOffice()
  const { createRouterClient } = await import('@orpc/server')
  const { router } = await import('../router.ts')
  const client = createRouterClient(router, {
    context: {
      office: running.office,
      caller: {
        origin: 'browser',
        session: undefined,
        signIn: () => undefined,
        signOut: () => undefined,
        maySetUp: (token) => token === 'the right one',
      },
    },
  })
  await expect(
    client.office.setUp({ office: testOfficeInput, account, password: testPassword, token: 'x' }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a weak password makes no office', async () => {
  running = await openNewOffice()
  const client = running.stranger()
  await expect(
    client.office.setUp({ office: testOfficeInput, account, password: 'парола123456' }),
  ).rejects.toMatchObject({ code: 'RULE', data: { problems: [{ code: 'passwordCommon' }] } })
  expect(running.office.isNew()).toBe(true)
})

test('a wrong password opens nothing, waits longer each time, and is in the chain afterwards', async () => {
  const { stranger, as, office: door } = await office()
  const client = stranger()
  const state = await client.session.current({})
  if (state.status === 'new') throw new Error('not prepared')
  const slotId = state.profiles.find((one) => one.displayName.includes('clerk'))?.slotId ?? ''
  for (let i = 0; i < 3; i++)
    await expect(
      client.session.logIn({ slotId, password: 'съвсем друга парола' }),
    ).rejects.toMatchObject({ code: 'UNAUTHENTICATED', data: { reason: 'badPassword' } })
  await expect(client.session.logIn({ slotId, password: testPassword })).rejects.toMatchObject({
    code: 'TRY_LATER',
  })
  expect(door.vault.isOpen).toBe(false)
  await as('head')
  const lines = door.vault
    .database()
    .raw.prepare("select count(*) as n from audit_entries where action = 'session.refused'")
    .get()
  expect(lines).toEqual({ n: 3 })
})

test('locked: every call but unlock is refused, and the key leaves with the last session', async () => {
  const { as, office: door } = await office()
  const head = await as('head')
  const clerk = await as('clerk')
  await head.session.lock({})
  await expect(head.office.find({})).rejects.toMatchObject({ code: 'LOCKED' })
  expect(door.vault.isOpen).toBe(true)
  const key = door.vault.key()
  await clerk.session.logOut({})
  expect(door.vault.isOpen).toBe(false)
  expect(key.every((byte) => byte === 0)).toBe(true)
  expect(await head.session.current({})).toMatchObject({ status: 'locked' })
  expect(await head.session.unlock({ password: testPassword })).toMatchObject({ status: 'open' })
})

test('idle too long: the session is locked by the office, whatever the page does', async () => {
  const { as, advance } = await office()
  const head = await as('head')
  await head.office.find({})
  advance(11 * 60_000)
  await expect(head.office.find({})).rejects.toMatchObject({ code: 'LOCKED' })
})

test('change of password ends the account’s other sessions; the old one opens nothing', async () => {
  const { as, stranger } = await office()
  const here = await as('clerk')
  const there = await as('clerk')
  await here.session.changePassword({ old: testPassword, new: 'бавна река с 9 камъка' })
  await expect(there.office.find({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  await here.office.find({})
  const client = stranger()
  const state = await client.session.current({})
  if (state.status === 'new') throw new Error('not prepared')
  const slotId = state.profiles.find((one) => one.displayName === 'Профил clerk')?.slotId ?? ''
  await expect(client.session.logIn({ slotId, password: testPassword })).rejects.toMatchObject({
    data: { reason: 'badPassword' },
  })
})

test('the recovery sheet opens the office once more, after its group was typed back', async () => {
  const { as, stranger, office: door } = await office()
  const administrator = await as('administrator')
  const sheet = await administrator.recovery.issueSheet({})
  const pending = [...door.recoverySheets.values()][0]
  if (!pending) throw new Error('no sheet is pending')
  const group = pending.code.split('-')[sheet.askGroup - 1] ?? ''
  await expect(administrator.recovery.confirm(click({ group: 'ААААА' }))).rejects.toMatchObject({
    code: 'RULE',
  })
  await administrator.recovery.confirm(click({ group: ` ${group.toLowerCase()} ` }))
  const { code } = pending
  const client = stranger()
  const state = await client.session.current({})
  if (state.status === 'new') throw new Error('not prepared')
  const slotId = state.profiles[0]?.slotId ?? ''
  const recovered = await client.session.recover({ code, slotId, newPassword: 'нова тиха вода 12' })
  expect(recovered).toMatchObject({ status: 'open' })
})

test('a keyring of before, put back, is told: its password opens nothing, the sheet does', async () => {
  const { as, stranger, office: door, dir } = await office()
  const administrator = await as('administrator')
  await administrator.recovery.issueSheet({})
  const { code } = [...door.recoverySheets.values()][0]!
  const clerk = await as('clerk')
  const before = readKeyring(dir).keyring
  const { slotId } = await secretOf(clerk, 'clerk')
  await clerk.session.changePassword({ old: testPassword, new: 'бавна река с 9 камъка' })
  const report = async () => (await eventsOf(administrator.health.verify({ anchors: [] }))).at(-1)
  expect(await report()).toMatchObject({ report: { ok: true, keys: 0 } })

  // Both files as they were, or one of the two with a higher number than the real one.
  for (const put of [
    () => {
      writeKeyring(dir, before)
    },
    () => {
      writeFileSync(path.join(dir, keyringCopyFile), serialiseKeyring({ ...before, revision: 999 }))
    },
  ]) {
    put()
    await expect(
      stranger().session.logIn({ slotId, password: testPassword }),
    ).rejects.toMatchObject({ code: 'UNAUTHENTICATED', data: { reason: 'oldKeys' } })
    // Somebody whose slot is the same still opens, and takes nobody’s profile away.
    await as('head')
    expect(readKeyring(dir).keyring.slots.map(({ id }) => id)).toContain(slotId)
    expect(await report()).toMatchObject({ report: { ok: false, keys: 2 } })
  }
  const newPassword = 'нова тиха вода 12'
  const recovered = await stranger().session.recover({ code, slotId, newPassword })
  expect(recovered).toMatchObject({ status: 'open', account: { displayName: 'Профил clerk' } })
  expect(await report()).toMatchObject({ report: { ok: true, keys: 0 } })
})

test('a sheet that was replaced opens nothing, though the keyring of its time was put back', async () => {
  const { as, stranger, office: door, dir } = await office()
  const administrator = await as('administrator')
  await administrator.recovery.issueSheet({})
  const { code } = [...door.recoverySheets.values()][0]!
  const before = readKeyring(dir).keyring
  await administrator.recovery.issueSheet({})
  writeKeyring(dir, before)
  const { slotId } = await secretOf(administrator, 'clerk')
  await expect(
    stranger().session.recover({ code, slotId, newPassword: 'нова тиха вода 12' }),
  ).rejects.toMatchObject({ code: 'UNAUTHENTICATED', data: { reason: 'badCode' } })
})

test('nothing in the data folder reads as a name of the office’s people', async () => {
  const { as, dir } = await office()
  await as('head')
  const readable = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name !== 'keyring.json' && entry.name !== 'keyring.copy.json',
    )
    .filter((entry) =>
      readFileSync(path.join(entry.parentPath, entry.name)).includes(Buffer.from('Сметкова')),
    )
  expect(readable).toEqual([])
})
