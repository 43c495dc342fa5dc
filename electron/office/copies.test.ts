import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { listSnapshots, snapshotsFolder } from '#db/backup/snapshot.ts'
import { smallDisk } from '#db/testing/small-disk.ts'
import { openOfficeIn, type RunningOffice } from '#electron/api/testing/office.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** An office that makes its snapshot right after a log-in. */
async function open(
  dir = mkdtempSync(join(tmpdir(), 'opora-test-')),
  afterLogInMs = 0,
): Promise<RunningOffice> {
  const running = await openOfficeIn(dir, { nothingByItself: false, afterLogInMs })
  ends.push(() => running.dispose())
  return running
}
const snapshots = ({ dir }: RunningOffice) => listSnapshots(dir)
/** A timer that was set earlier for the same moment has fired when this one has. */
const timersFired = (after = 0) => pause(after + 20)
/** A job on a machine that does much else: its thread alone may take seconds to start. */
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 30_000, interval: 1 })
const idle = ({ office }: RunningOffice) =>
  eventually(() => {
    expect(office.copies.running).toBeNull()
  })

test('a log-in brings a snapshot by itself; the next one only when that is four hours old', async () => {
  const running = await open()
  await running.as('clerk')
  await eventually(() => {
    expect(snapshots(running)).toMatchObject([{ problem: null, manifest: { occasion: 'login' } }])
  })
  for (const [hours, expected] of [
    [3.9, 1],
    [0.2, 2],
  ] as const) {
    await idle(running)
    running.advance(hours * 3_600_000)
    await running.as('clerk')
    await timersFired()
    await idle(running)
    expect(snapshots(running)).toHaveLength(expected)
  }
  const head = await running.as('head')
  expect((await head.backup.light({})).snapshotFailure).toBeNull()
})

test('the office closes before the moment comes: no snapshot, and nothing is touched later', async () => {
  const running = await open(undefined, 1_000)
  await running.as('clerk')
  await running.office.close()
  await timersFired(1_000)
  expect(snapshots(running)).toEqual([])
  expect(running.office.copies.running).toBeNull()
})

test('the office closes in the middle of it: it ends first, and half a snapshot does not stay', async () => {
  const running = await open()
  await running.as('clerk')
  await eventually(() => {
    expect(running.office.copies.running).toBe('snapshot')
  })
  await running.office.close()
  expect(running.office.copies.running).toBeNull()
  expect(running.office.copies.snapshotFailure).toBeNull()
  const left = readdirSync(running.dir, { recursive: true, encoding: 'utf8' })
  expect(left.filter((name) => name.endsWith('.part'))).toEqual([])
  expect(snapshots(running).every((one) => one.problem === null)).toBe(true)
})

test('while a restore has the office it makes none, and that is no failure to tell', async () => {
  const running = await open()
  const { office } = running
  await running.as('clerk')
  await eventually(() => {
    expect(snapshots(running)).toHaveLength(1)
  })
  await idle(running)
  running.advance(5 * 3_600_000)
  await running.as('clerk')
  await timersFired()
  await idle(running)
  running.advance(5 * 3_600_000)
  const before = snapshots(running).length
  const restore = office.exclusively('restore', async function* () {
    office.copies.afterLogIn()
    await timersFired()
    yield { running: office.copies.running, failure: office.copies.snapshotFailure }
  })
  expect((await restore.next()).value).toEqual({ running: null, failure: null })
  expect(snapshots(running)).toHaveLength(before)
  await restore.next()
})

test('it cannot be made: said on „Днес“ and on „Архив“, until one was made', async () => {
  const running = await open()
  // Something that is no folder stands in its place.
  const inTheWay = join(running.dir, snapshotsFolder)
  rmSync(inTheWay, { recursive: true, force: true })
  writeFileSync(inTheWay, '')
  const clerk = await running.as('clerk')
  const at = running.office.now()
  await eventually(async () => {
    expect((await clerk.backup.light({})).snapshotFailure).toMatchObject({ at, problem: null })
  })
  rmSync(inTheWay)
  await timersFired()
  await idle(running)
  await running.as('clerk')
  await eventually(async () => {
    expect((await clerk.backup.light({})).snapshotFailure).toBeNull()
  })
  expect(snapshots(running)).toHaveLength(1)
})

test('on a disk with no room to spare it leaves the room to the next save, and says so', async (context) => {
  const disk = smallDisk('ext4', 100)
  if (typeof disk === 'string') {
    context.skip(disk)
    return
  }
  ends.push(() => {
    disk.dispose()
  })
  const dir = join(disk.place, 'Opora')
  mkdirSync(dir)
  const running = await open(dir)
  const clerk = await running.as('clerk')
  await eventually(async () => {
    const { snapshotFailure } = await clerk.backup.light({})
    expect(snapshotFailure).toMatchObject({ problem: 'ownDiskFull' })
  })
  expect(snapshots(running)).toEqual([])
})
