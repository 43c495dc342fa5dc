import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { BackupFailed } from '#db/backup/errors.ts'
import { rekeyCopy } from '#db/backup/rekey.ts'
import { stageRestore } from '#db/backup/restore.ts'
import { databaseName } from '#db/backup/swap.ts'
import { openDatabase } from '#db/connection.ts'
import { useDisk, type Disk } from '#db/disk.ts'
import { recordFile, storeFile } from '#db/files/store.ts'
import { eventsOf } from '../testing/answers.ts'
import { fromFolder, onStick, snapshotNow } from '../testing/copies.ts'
import { fillingDisk } from '../testing/filling-disk.ts'
import { click, openOffice, openOfficeIn, secretOf, type Client, type RunningOffice } from '../testing/office.ts' // prettier-ignore
import { personInput } from '../testing/person-data.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

let running: RunningOffice
let folder = ''
let head: Client

/** An office with a person and two stored files, and a copy of it on a stick. */
async function prepare(office: Promise<RunningOffice>): Promise<void> {
  running = await office
  ends.push(() => running.dispose())
  head = await running.as('head', 'socialWorker', 'clerk')
  await head.people.create(click(personInput()))
  const database = running.office.vault.database()
  for (const byte of [1, 2]) {
    const stored = storeFile(database.orm, running.office.filesDir, Buffer.alloc(200_000, byte))
    const about = { mediaType: 'application/pdf', now: running.office.now(), actor: null }
    database.transaction((tx) => recordFile(tx, stored, about))
  }
  running.office.writeReadingNotes()
  folder = onStick(running, await snapshotNow(running))
}

/** A disk that is full at the call with this number, and from then on until it is put back. */
function fullFrom(step: number): { calls: () => number; putBack: () => void } {
  let calls = 0
  const full = () => {
    calls += 1
    if (calls >= step) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  }
  const putBack = useDisk((real): Disk => ({
    ...real,
    openSync(file, flags, mode) {
      if (flags === 'w') full()
      return real.openSync(file, flags, mode)
    },
    writeSync(...args) {
      full()
      return real.writeSync(...args)
    },
    fsyncSync(fd) {
      full()
      real.fsyncSync(fd)
    },
    renameSync(...args) {
      full()
      real.renameSync(...args)
    },
    mkdirSync(...args) {
      full()
      real.mkdirSync(...args)
    },
  }))
  return { calls: () => calls, putBack }
}

const key = () => Buffer.from(running.office.vault.key())
const target = () => path.join(running.dir, 'work', 'one')

function stage(tell: Parameters<typeof stageRestore>[1] = () => undefined): unknown {
  mkdirSync(target(), { recursive: true })
  return stageRestore(
    {
      ...{ copyFolder: folder, copyStore: path.join(folder, '../../files'), target: target() },
      ...{ filesFolder: running.office.filesDir, slotId: null, withoutMissingFiles: false },
      ...{ liveDatabase: path.join(running.dir, databaseName), liveKey: Uint8Array.from(key()) },
      ...{ mark: { restoreId: 'one', safetyCopy: null, undoUntil: null } },
      ...{ key: key(), now: running.office.now() },
    },
    tell,
  )
}

function rekey(tell: Parameters<typeof rekeyCopy>[1] = () => undefined): unknown {
  mkdirSync(target(), { recursive: true })
  const newKey = new Uint8Array(32).fill(9)
  const order = { target: target(), newKey, dataDir: running.dir, actor: 'somebody' }
  return rekeyCopy({ ...order, key: key(), now: running.office.now() }, tell)
}

/** What of a store is no whole file. */
const halves = () =>
  existsSync(running.office.filesDir)
    ? readdirSync(running.office.filesDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.part'),
      )
    : []

function problemOf(run: () => unknown): string | null {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof BackupFailed) return error.problem
    throw error
  }
}

test.each([
  ['a restore', stage],
  ['a change of key', rekey],
] as const)('%s: full at every write in turn, and the next one goes through', async (_, run) => {
  await prepare(openOffice())
  const count = fullFrom(Infinity)
  rmSync(running.office.filesDir, { recursive: true })
  run()
  count.putBack()
  const total = count.calls()
  expect(total).toBeGreaterThan(5)
  for (let step = 1; step <= total; step++) {
    rmSync(target(), { recursive: true })
    if (run === stage) rmSync(running.office.filesDir, { recursive: true, force: true })
    const { putBack } = fullFrom(step)
    try {
      expect(
        problemOf(() => run()),
        `call ${String(step)}`,
      ).toBe('ownDiskFull')
    } finally {
      putBack()
    }
    expect(halves(), `call ${String(step)}`).toEqual([])
  }
  rmSync(target(), { recursive: true })
  expect(problemOf(() => run())).toBeNull()
})

test(
  'a swap: full at every call of it in turn – the old office goes on, or the new one comes',
  { timeout: 300_000 },
  async () => {
    // prettier-ignore
    await prepare(openOffice())
    const secret = await secretOf(head, 'head')
    const source = fromFolder(folder)
    let unfinished = 0
    for (let step = 1; ; step++) {
      const client = await running.as('head')
      const { calls, putBack } = fullFrom(step)
      // Only what the main thread does is full; what the worker stages has its own.
      const ended = await eventsOf(client.restore.run({ source, secret })).then(
        () => null,
        (error: unknown) => error as { code: string; data: { problems: { code: string }[] } },
      )
      putBack()
      const told = `call ${String(step)}`
      if (ended === null) {
        // All is in its place: only its last flush was refused, or nothing was any more.
        expect((await client.session.current({})).status, told).toBe('loggedOut')
        if (calls() < step) break
        continue
      }
      expect(ended.code, told).toBe('RULE')
      const problem = ended.data.problems[0]?.code
      expect(['ownDiskFull', 'swapUnfinished'], told).toContain(problem)
      const { status } = await client.session.current({})
      if (problem === 'swapUnfinished') unfinished += 1
      expect(status, told).toBe(problem === 'ownDiskFull' ? 'open' : 'loggedOut')
      expect(existsSync(path.join(running.dir, 'swap.json')), told).toBe(false)
      const work = path.join(running.dir, 'work')
      expect(existsSync(work) ? readdirSync(work) : [], told).toEqual([])
      await client.session.logIn(secret)
      const { total } = await client.people.list({ offset: 0, limit: 9 })
      expect(total, told).toBe(1)
    }
    expect(unfinished).toBeGreaterThan(3)
  },
)

test.each([
  ['a restore', stage],
  ['a change of key', rekey],
] as const)('%s: something else fills a real disk at each step in turn', async (_, run) => {
  const found = await fillingDisk(24)
  if (typeof found === 'string') {
    console.warn(`SKIPPED: no small disk on this computer (${found})`)
    return
  }
  const disk = found
  ends.push(() => {
    disk.dispose()
  })
  await prepare(openOfficeIn(disk.dir, { workers: disk.workers }))
  const steps: string[] = []
  run((step, done) => steps.push(`${step} ${String(done)}`))
  rmSync(target(), { recursive: true })
  const before = disk.standing()
  for (let at = 0; at < steps.length; at++) {
    let count = 0
    const problem = problemOf(() =>
      run(() => {
        if (count++ === at) disk.fillNow()
      }),
    )
    expect(problem, steps[at]).toBe('ownDiskFull')
    disk.makeRoom()
    rmSync(target(), { recursive: true })
    expect(disk.standing(), steps[at]).toEqual(before)
    expect(disk.unfinished(), steps[at]).toEqual([])
  }
  rmSync(target(), { recursive: true, force: true })
  expect(problemOf(() => run())).toBeNull()
  openDatabase(path.join(running.dir, databaseName), key(), { readonly: true }).close()
})
