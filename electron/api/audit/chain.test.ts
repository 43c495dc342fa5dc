import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventsOf } from '../testing/answers.ts'
import { cutTail, lastSeq } from '../testing/cut-tail.ts'
import { fromFolder, onStick, snapshotNow } from '../testing/copies.ts'
import { click, openOffice, secretOf, type Client, type RunningOffice } from '../testing/office.ts'
import { personInput } from '../testing/person-data.ts'

let running: RunningOffice
let place: string
beforeEach(async () => {
  running = await openOffice()
  place = running.folder()
})
afterEach(() => running.dispose())

const raw = () => running.office.vault.database().raw
async function chainOf(client: Client) {
  const done = (await eventsOf(client.audit.verify({}))).at(-1)
  if (done?.kind !== 'done') throw new Error('the check ended without its report')
  return done.report
}

async function somePeople(client: Client): Promise<void> {
  for (const lastName of ['Първи', 'Втори', 'Трети'])
    await client.people.create(click(personInput({ lastName })))
}

describe('a tail that was cut off', () => {
  test('is named by the copy on the medium that is in, with where the entries end now', async () => {
    const clerk = await running.as('clerk')
    const head = await running.as('head')
    await somePeople(clerk)
    await eventsOf(clerk.backup.make({ place }))
    const whole = await chainOf(head)
    expect(whole).toMatchObject({ ok: true, anchors: { compared: 1, onMedia: 1 } })
    const known = raw().prepare('select audit_seq as seq from backup_copies').get() as {
      seq: number
    }
    cutTail(running, lastSeq(running) - known.seq + 3)
    const end = lastSeq(running)

    const report = await chainOf(head)
    expect(report.ok).toBe(false)
    expect(report.guardsMissing).toBe(false)
    expect(report.head?.seq).toBe(end)
    expect(report.breaks).toEqual([
      {
        seq: known.seq,
        kind: 'anchor',
        at: null,
        copy: { createdAt: '2026-11-16T09:00:00.000Z', medium: 'АРХИВ-1' },
      },
    ])
    // The whole check knows it as well.
    expect((await eventsOf(head.health.verify({}))).at(-1)).toMatchObject({ report: { ok: false } })
  })

  test('is noticed with the medium away by the number that was remembered, and once written over, by the snapshot', async () => {
    const clerk = await running.as('clerk')
    const head = await running.as('head')
    await somePeople(clerk)
    await eventsOf(clerk.backup.make({ place }))
    rmSync(place, { recursive: true, force: true })
    cutTail(running, 5)
    expect((await chainOf(head)).breaks).toMatchObject([
      { kind: 'anchor', at: null, copy: { medium: 'АРХИВ-1' } },
    ])

    await somePeople(clerk)
    await snapshotNow(running)
    const anchor = lastSeq(running)
    cutTail(running, 2)
    await somePeople(clerk)
    const { breaks } = await chainOf(head)
    expect(breaks).toContainEqual({
      seq: anchor,
      kind: 'anchor',
      at: '2026-11-16T09:00:00.000Z',
      copy: { createdAt: '2026-11-16T09:00:00.000Z', medium: null },
    })
  })
})

test('a restore and its undo are no cut: copies of the state that was replaced are counted and passed over', async () => {
  const head = await running.as('head')
  const clerk = await running.as('clerk')
  const minute = () => {
    running.advance(60_000)
  }
  const folder = onStick(running, await snapshotNow(running))
  minute()
  await somePeople(clerk)
  await eventsOf(clerk.backup.make({ place }))
  minute()
  const secret = await secretOf(head, 'head')
  await eventsOf(head.restore.run({ source: fromFolder(folder), secret }))
  minute()
  await head.session.logIn(secret)
  // The copy on the medium and the safety copy know entries that this chain never had.
  const restored = await chainOf(head)
  expect(restored).toMatchObject({ ok: true, breaks: [], anchors: { compared: 1, replaced: 2 } })

  await snapshotNow(running)
  minute()
  await eventsOf(head.restore.undo({ secret }))
  minute()
  await head.session.logIn(secret)
  const back = await chainOf(head)
  expect(back).toMatchObject({ ok: true, breaks: [], anchors: { onMedia: 1 } })
  expect(back.anchors.replaced).toBeGreaterThan(0)
  // What was written since the last restore is held to its copies all the same.
  await somePeople(await running.as('clerk'))
  await snapshotNow(running)
  cutTail(running, 3)
  expect((await chainOf(head)).breaks).toMatchObject([{ kind: 'anchor', at: null }])
})
