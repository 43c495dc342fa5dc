import { afterEach, beforeEach, expect, test } from 'vitest'
import bg from '#locales/bg/audit.json' with { type: 'json' }
import en from '#locales/en/audit.json' with { type: 'json' }
import type { SessionEnd } from '#electron/api/kernel/office-door.ts'
import { click, openOffice, testPassword, type Client, type RunningOffice } from '../testing/office.ts' // prettier-ignore

let running: RunningOffice
let also: RunningOffice[]
beforeEach(async () => {
  running = await openOffice()
  also = []
})
afterEach(async () => {
  for (const one of [running, ...also]) await one.dispose()
})

/** The folder as it lies there now, started anew: closed before, or killed with what its disk has. */
async function startedAgain(): Promise<RunningOffice> {
  const next = await openOffice(running.dir)
  next.advance(600_000)
  also.push(next)
  return next
}

async function logIns(client: Client) {
  const { rows } = await client.audit.journal({ filter: { kind: 'login' }, offset: 0, limit: 50 })
  return rows.map(({ action, by, about, more }) => ({ action, by, about, more }))
}
const of = (lines: Awaited<ReturnType<typeof logIns>>, action: string) =>
  lines.filter((line) => line.action === action)

test('the program closes under two people at work: the end of both stands in the journal', async () => {
  await running.as('clerk')
  await running.as('socialWorker')
  await running.office.close()
  const lines = await logIns(await (await startedAgain()).as('head'))
  const closed = of(lines, 'session.closed').slice(0, 2)
  expect(closed.map(({ by, more }) => [by, more])).toEqual([
    ['Профил socialWorker', { key: 'audit:closedBecause.program', at: null }],
    ['Профил clerk', { key: 'audit:closedBecause.program', at: null }],
  ])
  expect(of(lines, 'session.lost')).toEqual([])
})

test('a process that was killed: one line says whose session has no end, and its last', async () => {
  const clerk = await running.as('clerk')
  await (await running.as('socialWorker')).session.logOut({})
  running.advance(120_000)
  await clerk.session.lock({})
  running.advance(60_000)
  await clerk.session.unlock({ password: testPassword })
  const again = await startedAgain()
  const head = await again.as('head')
  expect(of(await logIns(head), 'session.lost')).toEqual([
    {
      action: 'session.lost',
      by: '',
      about: { name: 'Профил clerk' },
      more: { key: 'audit:lastSeenAt', at: '2026-11-16T09:03:00.000Z' },
    },
  ])
  // Said once, and not of who is at work now.
  await again.as('clerk')
  await again.as('administrator')
  expect(of(await logIns(head), 'session.lost')).toHaveLength(1)
})

test('a screen that was locked when the process went is no session that was cut', async () => {
  const clerk = await running.as('clerk')
  await running.as('socialWorker')
  await clerk.session.lock({})
  running.advance(11 * 60_000)
  await running.office.beat()
  expect(running.office.vault.isOpen).toBe(false)
  await running.office.close()
  expect(of(await logIns(await (await startedAgain()).as('head')), 'session.lost')).toEqual([])
})

test('who loses a right, or logs in over another, has an end in the journal as well', async () => {
  const administrator = await running.as('administrator')
  await running.as('clerk')
  const clerk = (await administrator.accounts.list({ offset: 0, limit: 50 })).rows.find(
    ({ displayName }) => displayName === 'Профил clerk',
  )
  if (!clerk) throw new Error('no clerk')
  await administrator.accounts.update(
    click({
      id: clerk.id,
      version: clerk.version,
      displayName: clerk.displayName,
      position: clerk.position,
      roles: ['clerk', 'coordinator'],
      disabled: false,
    }),
  )
  const state = await administrator.session.current({})
  if (state.status === 'new') throw new Error('not set up')
  const slotId = state.profiles.find(({ displayName }) => displayName === 'Профил head')?.slotId
  await administrator.session.logIn({ slotId: slotId ?? '', password: testPassword })
  const closed = of(await logIns(administrator), 'session.closed').slice(0, 2)
  expect(closed.map(({ by, more }) => [by, more?.key])).toEqual([
    ['Профил administrator', 'audit:closedBecause.otherLogIn'],
    ['Профил clerk', 'audit:closedBecause.account'],
  ])
})

test('every way a session is closed has its words', () => {
  const ways: Record<Exclude<SessionEnd, 'logOut' | 'restore'>, true> = {
    window: true,
    program: true,
    account: true,
    otherLogIn: true,
  }
  for (const words of [bg, en])
    expect(Object.keys(words.closedBecause).toSorted()).toEqual(Object.keys(ways).toSorted())
})
