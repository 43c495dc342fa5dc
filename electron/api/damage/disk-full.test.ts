import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordFile, storeFile } from '#db/files/store.ts'
import { listSnapshots, snapshotsFolder } from '#db/backup/snapshot.ts'
import { workFolder } from '#db/backup/swap.ts'
import { readKeyring } from '#db/keyring/store.ts'
import { inBytes } from '#domain/backup/sentence.ts'
import type { Problem } from '#domain/problems/schema.ts'
import sentences from '#locales/bg/problems.json' with { type: 'json' }
import { eventsOf } from '../testing/answers.ts'
import { refusal } from '../testing/refusal.ts'
import { fromFolder, onStick, snapshotNow } from '../testing/copies.ts'
import { fillingDisk, type FillingDisk } from '../testing/filling-disk.ts'
import { click, openNewOffice, openOfficeIn, openThere, secretOf, testPassword, type Client, type RunningOffice } from '../testing/office.ts' // prettier-ignore
import { personInput } from '../testing/person-data.ts'

/**
 * The room was asked for and there was enough; then something else took it. Whatever was begun ends
 * with a sentence, and the office stands as it stood.
 */
const inSnapshots = `/${snapshotsFolder}/`
const inWork = `/${workFolder}/`
let disk: FillingDisk
let running: RunningOffice
const ends: (() => unknown)[] = []
beforeEach(async (context) => {
  const found = await fillingDisk(24)
  if (typeof found === 'string') {
    console.warn(`SKIPPED: no small disk on this computer (${found})`)
    context.skip(found)
    return
  }
  disk = found
  ends.push(() => {
    disk.dispose()
  })
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(): Promise<Client> {
  running = await openOfficeIn(disk.dir, { workers: disk.workers })
  ends.push(() => {
    disk.makeRoom()
    return running.dispose()
  })
  const head = await running.as('head', 'socialWorker', 'clerk')
  const { orm } = running.office.vault.database()
  const stored = storeFile(orm, running.office.filesDir, Buffer.alloc(300_000, 7))
  const about = { mediaType: 'application/pdf', now: running.office.now(), actor: null }
  running.office.vault.database().transaction((tx) => recordFile(tx, stored, about))
  await head.people.create(click(personInput()))
  running.office.writeReadingNotes()
  return head
}

/** Code, both figures and a sentence of our own; never a fault. */
function expectTold(refused: { code: string; data: Record<string, unknown> }): void {
  expect(refused).toMatchObject({ code: 'RULE', data: { problems: [{ code: 'ownDiskFull' }] } })
  const [problem] = refused.data['problems'] as Problem[]
  const { needed, free } = problem?.params ?? {}
  expect(Number(needed)).toBeGreaterThan(Number(free))
  expect(sentences).toHaveProperty(inBytes(problem!).code)
}

/** Ends as it must while the disk is full, and as it should once there is room. */
async function fillsIn(when: string, run: () => Promise<unknown>): Promise<void> {
  const before = disk.standing()
  disk.fillAfterAsking(when)
  expectTold(await refusal(run()))
  expect(disk.unfinished()).toEqual([])
  expect(disk.standing()).toEqual(before)
  disk.makeRoom()
  await run()
  expect(disk.unfinished().filter((name) => name.endsWith('.part'))).toEqual([])
}

const people = async (client: Client) => (await client.people.list({ offset: 0, limit: 50 })).total

test('a snapshot: the one of before stays, and it comes once there is room', async () => {
  await open()
  await snapshotNow(running)
  const told = () => snapshotNow(running)
  disk.fillAfterAsking(inSnapshots)
  const before = disk.standing()
  await expect(told()).rejects.toMatchObject({ problem: 'ownDiskFull' })
  expect(disk.unfinished()).toEqual([])
  expect(disk.standing()).toEqual(before)
  disk.makeRoom()
  await told()
  expect(listSnapshots(disk.dir).map(({ problem }) => problem)).toEqual([null, null])
})

test('the safety copy before a restore, and then the restore itself', async () => {
  const head = await open()
  const source = fromFolder(onStick(running, await snapshotNow(running)))
  const secret = await secretOf(head, 'head')
  // That the list was looked at is written down once, before what stands is compared.
  expect(await people(head)).toBe(1)
  running.office.writeReadingNotes()
  const before = disk.standing()
  for (const when of [inSnapshots, inWork]) {
    disk.fillAfterAsking(when)
    expectTold(await refusal(eventsOf(head.restore.run({ source, secret }))))
    expect(disk.unfinished()).toEqual([])
    expect(disk.standing()).toMatchObject(before)
    disk.makeRoom()
    // Nobody was thrown out, and work goes on.
    expect(await people(head)).toBe(1)
  }
  const done = (await eventsOf(head.restore.run({ source, secret }))).at(-1)
  expect(done).toMatchObject({ kind: 'done', missingFiles: 0 })
  await head.session.logIn(secret)
  expect(await people(head)).toBe(1)
})

test('stored files that come in: the room for them is asked for too, and none is left half', async () => {
  const head = await open()
  const name = await snapshotNow(running)
  const source = fromFolder(onStick(running, name))
  const secret = await secretOf(head, 'head')
  const files = running.office.filesDir
  rmSync(files, { recursive: true })
  disk.fillAfterAsking(inWork)
  expectTold(await refusal(eventsOf(head.restore.run({ source, secret }))))
  const left = existsSync(files) ? readdirSync(files, { recursive: true, encoding: 'utf8' }) : []
  expect(left.filter((one) => one.length > 10)).toEqual([])
  disk.makeRoom()
  expect((await eventsOf(head.restore.run({ source, secret }))).at(-1)).toMatchObject({
    kind: 'done',
    missingFiles: 0,
  })
})

test('a change of key: everybody works on under the old one', async () => {
  await open()
  const keeper = await running.as('administrator')
  const head = await running.as('head')
  running.office.writeReadingNotes()
  await fillsIn(inWork, async () => {
    await eventsOf(keeper.keyring.change({ password: testPassword }))
  })
  expect((await eventsOf(keeper.health.verify({}))).at(-1)).toMatchObject({ report: { ok: true } })
  expect(await people(head)).toBe(1)
})

test('the snapshot after a change of key: the key is changed, and that is what is told', async () => {
  await open()
  const keeper = await running.as('administrator')
  disk.fillAfterAsking(inSnapshots)
  const done = (await eventsOf(keeper.keyring.change({ password: testPassword }))).at(-1)
  expect(done).toMatchObject({ kind: 'done', copyMissing: true })
  expect(listSnapshots(disk.dir)).toEqual([])
  disk.makeRoom()
  expect((await eventsOf(keeper.health.verify({}))).at(-1)).toMatchObject({ report: { ok: true } })
})

test('a trial restore', async () => {
  const head = await open()
  const source = fromFolder(onStick(running, await snapshotNow(running)))
  await fillsIn(inWork, () => eventsOf(head.restore.trial({ source })))
})

test('the stage of a copy to a stick: nothing of it on the stick, and the old copy whole', async () => {
  const head = await open()
  const place = running.folder()
  await eventsOf(head.backup.make({ place }))
  running.office.writeReadingNotes()
  const onStickBefore = readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()
  disk.fillAfterAsking(inWork)
  expectTold(await refusal(eventsOf(head.backup.make({ place }))))
  expect(disk.unfinished()).toEqual([])
  expect(readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()).toEqual(onStickBefore)
  disk.makeRoom()
  expect((await eventsOf(head.backup.make({ place }))).at(-1)).toMatchObject({
    copy: { state: 'verified' },
  })
})

describe('where nobody can log in', () => {
  test('a restore on a fresh computer', async () => {
    await open()
    const folder = onStick(running, await snapshotNow(running))
    const secret = await secretOf(running.stranger(), 'head')
    await running.office.close()
    for (const name of readdirSync(disk.dir)) rmSync(path.join(disk.dir, name), { recursive: true })
    const fresh = await openNewOffice(disk.dir, { workers: disk.workers })
    ends.push(() => {
      disk.makeRoom()
      return fresh.office.close()
    })
    const client = fresh.stranger()
    const source = fromFolder(folder)
    await fillsIn(inWork, async () => {
      await eventsOf(client.rescue.run({ source, secret }))
    })
    expect((await client.session.logIn(secret)).status).toBe('open')
  })

  test('the snapshot before a migration: the old database stays, and the next log-in does it', async () => {
    const fixture = path.resolve(import.meta.dirname, '../../../tests/fixtures/0.1.0')
    cpSync(fixture, disk.dir, { recursive: true })
    const old = await openNewOffice(disk.dir, { workers: disk.workers })
    ends.push(() => {
      disk.makeRoom()
      return old.office.close()
    })
    const { demoPassword } = await import('#demo/desk.ts')
    const slot = readKeyring(disk.dir).keyring.slots.find((one) => one.kind === 'account')
    const secret = { slotId: slot!.id, password: demoPassword }
    const client = old.stranger()
    const before = readFileSync(path.join(disk.dir, 'office.opora'))
    disk.fillAfterAsking(inSnapshots)
    expectTold(await refusal(client.session.logIn(secret)))
    expect(disk.unfinished()).toEqual([])
    expect(readFileSync(path.join(disk.dir, 'office.opora')).equals(before)).toBe(true)
    disk.makeRoom()
    expect((await client.session.logIn(secret)).status).toBe('open')
    expect(listSnapshots(disk.dir)).toMatchObject([{ manifest: { occasion: 'migration' } }])
  })
})

test('a save on a full disk is refused and written later; what was typed stands in its draft', async () => {
  const head = await open()
  const form = 'person'
  await head.drafts.save({ form, payload: { lastName: 'Чернова' }, title: 'Ново лице' })
  const other = await running.as('head')
  disk.fillNow()
  let saved = 1
  let refused: { code: string } | undefined
  // The journal of the database has some room of its own left.
  while (!refused) {
    await head.people.create(click(personInput())).then(
      () => (saved += 1),
      (error: unknown) => (refused = error as { code: string }),
    )
  }
  expect(refused.code).toBe('DISK_FULL')
  expect((await head.drafts.find({ form }))?.payload).toEqual({ lastName: 'Чернова' })
  expect(await people(head)).toBe(saved)
  // A screen can be locked and everybody can leave, and come back; the chain knows of it afterwards.
  await other.session.lock({})
  expect((await other.session.current({})).status).toBe('locked')
  await head.session.logOut({})
  expect((await head.session.current({})).status).toBe('loggedOut')
  disk.makeRoom()
  const again = await running.as('head', 'socialWorker', 'clerk')
  await again.people.create(click(personInput()))
  expect(await people(again)).toBe(saved + 1)
  running.office.writeReadingNotes()
  const { raw } = running.office.vault.database()
  const last = raw
    .prepare<[], { action: string }>(
      "select action from audit_entries where action in ('session.locked', 'session.ended') order by seq desc limit 2",
    ) // prettier-ignore
    .all()
  expect(last.map(({ action }) => action)).toEqual(['session.ended', 'session.locked'])
  expect((await eventsOf(again.health.verify({}))).at(-1)).toMatchObject({ report: { ok: true } })
})

test('an office is closed on a full disk: the folder is free, and what was saved is there', async () => {
  const head = await open()
  disk.fillNow()
  await running.office.close()
  const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'opora-test-'))
  disk.makeRoom()
  const next = await openOfficeIn(elsewhere, {}, disk.dir)
  ends.push(() => next.dispose())
  const again = await next.as('head', 'socialWorker', 'clerk')
  expect(await people(again)).toBe(1)
  expect(head).toBeDefined()
})

test('an office opens on a full disk for reading, and writes again once there is room', async () => {
  await open()
  await running.office.close()
  disk.fillNow()
  const full = await openThere(disk.dir, { workers: disk.workers })
  ends.push(() => full.dispose())
  const reader = await full.as('head', 'socialWorker', 'clerk')
  expect(await people(reader)).toBe(1)
  expect((await refusal(reader.people.create(click(personInput())))).code).toBe('DISK_FULL')
  disk.makeRoom()
  await reader.people.create(click(personInput()))
  expect(await people(reader)).toBe(2)
})
