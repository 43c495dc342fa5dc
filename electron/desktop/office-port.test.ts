import { existsSync } from 'node:fs'
import path from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice, testPassword, type Client, type RunningOffice } from '#electron/api/testing/office.ts' // prettier-ignore
import { codeOf } from '#electron/api/testing/procedures.ts'
import { answerOn, answerWaiting, isOurPage } from './office-port.ts'

let running: RunningOffice
const ports: MessagePort[] = []
beforeEach(async () => {
  running = await openOffice()
})
afterEach(async () => {
  for (const port of ports.splice(0)) port.close()
  await running.dispose()
})

/** A page with its channel, joined to the office as the window joins it. */
function page(): { client: Client; port: MessagePort } {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1)
  port2.on('close', answerOn(port2, running.office))
  port2.start()
  port1.start()
  const link = new RPCLink({ port: port1 })
  return { client: createORPCClient(link), port: port1 }
}

async function logIn(client: Client): Promise<void> {
  const state = await client.session.current({})
  const slotId =
    state.status === 'new'
      ? ''
      : state.profiles.find((one) => one.displayName === 'Профил head')!.slotId
  await client.session.logIn({ slotId, password: testPassword })
}

test('a second channel gains nothing from what was unlocked over the first', async () => {
  const first = page()
  const second = page()
  await logIn(first.client)
  expect(await codeOf(first.client.office.find({}))).toBe('OK')
  expect(await codeOf(second.client.office.find({}))).toBe('UNAUTHENTICATED')
  expect((await second.client.session.current({})).status).toBe('loggedOut')
})

test('while another program has the folder, a channel is told who has it and reaches nothing else', async () => {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1)
  const holder = { computer: 'ПРИЕМНА-1', since: '2026-11-16T08:12:00.000Z', here: false }
  answerWaiting(port2, { holder })
  port2.start()
  port1.start()
  const client: Client = createORPCClient(new RPCLink({ port: port1 }))
  await expect(client.session.current({})).rejects.toMatchObject({
    code: 'OPEN_ELSEWHERE',
    data: { holder },
  })
  expect(await codeOf(client.session.logIn({ slotId: 'x', password: 'x' }))).toBe('NOT_FOUND')
  expect(await codeOf(client.office.find({}))).toBe('NOT_FOUND')
})

test('a page that is gone takes its session along, and the key leaves with the last one', async () => {
  const { client, port } = page()
  await logIn(client)
  port.close()
  await expect.poll(() => running.office.vault.isOpen).toBe(false)
  const next = page().client
  expect(await codeOf(next.office.find({}))).toBe('UNAUTHENTICATED')
  await logIn(next)
  const { rows } = await next.audit.journal({ filter: { kind: 'login' }, offset: 0, limit: 2 })
  expect(rows.map(({ action, more }) => [action, more?.key])).toEqual([
    ['session.started', undefined],
    ['session.closed', 'audit:closedBecause.window'],
  ])
})

test('what is no message of ours is no fault, and the channel goes on', async () => {
  const faults: unknown[] = []
  const note = (fault: unknown) => faults.push(fault)
  process.on('unhandledRejection', note)
  try {
    const { client, port } = page()
    for (const odd of ['', 'text', '{}', '[]', new Uint8Array(9), 'а'.repeat(1_000_000)])
      port.postMessage(odd)
    expect((await client.session.current({})).status).toBe('loggedOut')
  } finally {
    process.off('unhandledRejection', note)
  }
  // Noted by the window as any rejection is; none of them ends the program.
  expect(faults.every((fault) => fault instanceof Error)).toBe(true)
  expect(existsSync(path.join(running.dir, 'logs/faults.log'))).toBe(false)
})

test('only our own page in the frame of its window is given an office', () => {
  const ours = { url: 'app://opora/' }
  expect(isOurPage({ senderFrame: ours, sender: { mainFrame: ours } })).toBe(true)
  const strangers = [
    { senderFrame: null, sender: { mainFrame: ours } },
    // A frame inside the page, even one of our own address.
    { senderFrame: { url: 'app://opora/' }, sender: { mainFrame: ours } },
    ...['https://opora/', 'app://evil/', 'app://opora.evil/', 'file:///x', 'about:blank', ''].map(
      (url) => {
        const frame = { url }
        return { senderFrame: frame, sender: { mainFrame: frame } }
      },
    ),
  ]
  for (const one of strangers) expect(isOurPage(one), JSON.stringify(one)).toBe(false)
})
