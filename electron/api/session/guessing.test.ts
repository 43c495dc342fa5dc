import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { failedAttemptsFile } from '#db/keyring/failed-attempts.ts'
import {
  click,
  openNewOffice,
  openOffice,
  testOfficeInput,
  testPassword,
  type Client,
  type RunningOffice,
} from '../testing/office.ts'
import { codeOf } from '../testing/procedures.ts'

/** Those who try many things at once: what counts one by one must not be gone round in parallel. */
const wrong = 'съвсем друга парола'
const other = 'бавна река с 9 камъка'
const freeTries = 3

let running: RunningOffice
afterEach(() => running.dispose())

async function slotOf(client: Client, displayName: string): Promise<string> {
  const state = await client.session.current({})
  if (state.status === 'new') throw new Error('not prepared')
  return state.profiles.find((one) => one.displayName === displayName)!.slotId
}

async function counted(tries: Promise<unknown>[]): Promise<Record<string, number>> {
  const codes = await Promise.all(tries.map(codeOf))
  return Object.fromEntries(
    [...new Set(codes)].sort().map((code) => [code, codes.filter((one) => one === code).length]),
  )
}

const fifty = <T>(make: (index: number) => T) => Array.from({ length: 50 }, (_, i) => make(i))

test('fifty guesses at once are three guesses; the others wait like the one after', async () => {
  running = await openOffice()
  const { stranger } = running
  const slotId = await slotOf(stranger(), 'Профил clerk')
  const guess = () => stranger().session.logIn({ slotId, password: wrong })
  expect(await counted(fifty(guess))).toEqual({ TRY_LATER: 47, UNAUTHENTICATED: freeTries })
  // The right one among them gains nothing either.
  expect(await codeOf(stranger().session.logIn({ slotId, password: testPassword }))).toBe(
    'TRY_LATER',
  )
  expect(running.office.vault.isOpen).toBe(false)
  // Another profile is not held up by it.
  const clerk = await slotOf(stranger(), 'Профил head')
  expect(await codeOf(stranger().session.logIn({ slotId: clerk, password: testPassword }))).toBe(
    'OK',
  )
})

test('the same at a locked screen, at the change of a password and at the recovery sheet', async () => {
  running = await openOffice()
  const { as, stranger } = running
  const locked = await as('head')
  await locked.session.lock({})
  expect(await counted(fifty(() => locked.session.unlock({ password: wrong })))).toEqual({
    TRY_LATER: 47,
    UNAUTHENTICATED: freeTries,
  })
  const clerk = await as('clerk')
  const change = () => clerk.session.changePassword({ old: wrong, new: other })
  expect(await counted(fifty(change))).toEqual({ TRY_LATER: 47, UNAUTHENTICATED: freeTries })

  const slotId = await slotOf(stranger(), 'Профил accountant')
  const recover = () =>
    stranger().session.recover({ code: 'AAAAA-'.repeat(8), slotId, newPassword: other })
  expect(await counted(fifty(recover))).toEqual({ TRY_LATER: 47, UNAUTHENTICATED: freeTries })
})

test('a profile that is none answers like a wrong password, and touches nobody’s wait', async () => {
  running = await openOffice()
  const client = running.stranger()
  const slotId = await slotOf(client, 'Профил clerk')
  for (let i = 0; i < freeTries; i++)
    await codeOf(client.session.logIn({ slotId, password: wrong }))
  const file = path.join(running.dir, failedAttemptsFile)
  const waits = () => {
    const { slots } = JSON.parse(readFileSync(file, 'utf8')) as { slots: Record<string, unknown> }
    return Object.entries(slots).filter(([slot]) => slot !== 'unknown')
  }
  const before = waits()
  for (const none of ['constructor', '__proto__', 'toString', 'recovery', '', 'няма', '../x']) {
    await expect(client.session.logIn({ slotId: none, password: wrong })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      data: { reason: 'badPassword' },
    })
    expect(running.office.attempts.secondsToWait(none)).toBe(0)
  }
  expect(waits()).toEqual(before)
  expect(await codeOf(client.session.logIn({ slotId, password: testPassword }))).toBe('TRY_LATER')
})

test('everybody changes the password in the same moment: each new one opens', async () => {
  running = await openOffice()
  const { as, stranger } = running
  const names = ['clerk', 'coordinator', 'accountant', 'socialWorker'] as const
  const clients = await Promise.all(names.map((name) => as(name)))
  const administrator = await as('administrator')
  const given = 'първа вода 7 камъка'
  await Promise.all([
    ...clients.map((one) => one.session.changePassword({ old: testPassword, new: other })),
    administrator.accounts.create(
      click({ displayName: 'Нова Колежкова', position: '', roles: ['clerk'], password: given }),
    ),
  ])
  for (const name of names) {
    const slotId = await slotOf(stranger(), `Профил ${name}`)
    expect(await codeOf(stranger().session.logIn({ slotId, password: other })), name).toBe('OK')
  }
  const slotId = await slotOf(stranger(), 'Нова Колежкова')
  expect(await codeOf(stranger().session.logIn({ slotId, password: given }))).toBe('OK')
})

test('the screen is locked while a profile is made: its key is the real one', async () => {
  running = await openOffice()
  const { as, stranger } = running
  const administrator = await as('administrator')
  const given = 'първа вода 7 камъка'
  const made = administrator.accounts.create(
    click({ displayName: 'Нова Колежкова', position: '', roles: ['clerk'], password: given }),
  )
  // The last unlocked session goes; the key must not leave before it is sealed.
  await administrator.session.lock({})
  expect(await codeOf(made)).toBe('OK')
  const slotId = await slotOf(stranger(), 'Нова Колежкова')
  expect(await codeOf(stranger().session.logIn({ slotId, password: given }))).toBe('OK')
})

test('who logs out: what has begun is finished, what waits for its turn is not made', async () => {
  running = await openOffice()
  const administrator = await running.as('administrator')
  const create = (displayName: string) =>
    administrator.accounts.create(
      click({ displayName, position: '', roles: ['clerk'], password: other }),
    )
  const begun = create('Нова Колежкова')
  const waiting = create('Втора Колежкова')
  // A pair of keys takes longer than this; the first has its turn by now.
  await new Promise((resolve) => setImmediate(resolve))
  await administrator.session.logOut({})
  expect([await codeOf(begun), await codeOf(waiting)]).toEqual(['OK', 'UNAUTHENTICATED'])
})

test('two set-ups at once: one office, and it opens again', async () => {
  running = await openNewOffice()
  const { stranger, office } = running
  const account = { displayName: 'Мария Петрова', position: 'администратор' }
  const setUp = { office: testOfficeInput, account, password: testPassword }
  expect(await counted([0, 1, 2].map(() => stranger().office.setUp(setUp)))).toEqual({
    FORBIDDEN: 2,
    OK: 1,
  })
  const { dir } = running
  await office.close()
  const again = await openOffice(dir)
  try {
    const slotId = await slotOf(again.stranger(), 'Мария Петрова')
    expect(await codeOf(again.stranger().session.logIn({ slotId, password: testPassword }))).toBe(
      'OK',
    )
  } finally {
    await again.dispose()
    rmSync(dir, { recursive: true, force: true })
  }
})
