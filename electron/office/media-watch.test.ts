import { appendFileSync, globSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { smallDisk, type SmallDisk } from '#db/testing/small-disk.ts'
import { recordFile, storedPath, storeFile } from '#db/files/store.ts'
import { listMediumCopies } from '#db/queries/backup.ts'
import { openOffice, type RunningOffice } from '#electron/api/testing/office.ts'
import { createMediaWatch } from './media-watch.ts'

let running: RunningOffice
let found: SmallDisk | string
beforeEach(async (context) => {
  found = smallDisk('ramfs', 0)
  if (typeof found === 'string') {
    console.warn(`SKIPPED: no stick that refuses reading past the cache (${found})`)
    context.skip(found)
    return
  }
  running = await openOffice()
})
afterEach(async () => {
  if (typeof found === 'string') return
  await running.dispose()
  found.dispose()
})

const stick = () => found as SmallDisk
const database = () => running.office.vault.database()
const copies = () => listMediumCopies(database().orm)
const written = (action: string) =>
  database()
    .raw.prepare('select count(*) from audit_entries where action = ?')
    .pluck()
    .get(action) as number

/** A copy that could not be read past the cache: „Записан“. */
async function copyOnly(): Promise<string> {
  const clerk = await running.as('clerk')
  for await (const event of await clerk.backup.make({ place: stick().place }))
    if (event.kind === 'done') {
      expect(event).toMatchObject({ reason: 'uncachedRefused', copy: { state: 'written' } })
      return event.copy.id
    }
  throw new Error('the copy ended without a word')
}

test('a copy that is only written stays so while its stick is in, whoever asks', async () => {
  const copyId = await copyOnly()
  await running.office.beat()
  await running.office.beat()
  expect(copies()[0]?.state).toBe('written')
  const clerk = await running.as('clerk')
  for await (const event of await clerk.backup.check({ copyId }))
    if (event.kind === 'done') expect(event.reason).toBe('uncachedRefused')
  expect(copies()[0]?.state).toBe('written')
  expect(written('backup.verified')).toBe(0)
})

test('out and in again: it is read by itself, once, and the journal says so', async () => {
  await copyOnly()
  stick().pullOut()
  await running.office.beat()
  expect(copies()[0]?.state).toBe('written')
  stick().putIn()
  await running.office.beat()
  expect(copies()[0]).toMatchObject({ state: 'verified', verifiedAt: running.office.now() })
  await running.office.beat()
  expect(written('backup.verified')).toBe(1)
  const clerk = await running.as('clerk')
  expect((await clerk.backup.overview({})).light).toMatchObject({ light: 'ok', daysAgo: 0 })
})

test('what could not be told is tried again when the stick comes back once more, not before', async () => {
  await running.as('clerk')
  const bytes = Buffer.from('%PDF документ')
  const stored = database().transaction((tx) => {
    const file = storeFile(tx, running.office.filesDir, bytes)
    recordFile(tx, file, { mediaType: 'application/pdf', now: running.office.now(), actor: null })
    return file
  })
  await copyOnly()
  const onComputer = storedPath(running.office.filesDir, stored.hash)
  const onStick = globSync(join(stick().place, 'Opora/*/files/*/*')).find((path) =>
    path.endsWith(stored.hash),
  )
  if (onStick === undefined) throw new Error('the stick has no document')
  const aside = `${onComputer}.elsewhere`
  renameSync(onComputer, aside)
  rmSync(onStick)
  const comeBack = async () => {
    stick().pullOut()
    await running.office.beat()
    stick().putIn()
    await running.office.beat()
  }
  await comeBack()
  expect(copies()[0]?.state).toBe('written')
  renameSync(aside, onComputer)
  await running.office.beat()
  expect(copies()[0]?.state).toBe('written')
  await comeBack()
  expect(copies()[0]?.state).toBe('verified')
})

test('what came back differently is „Не се чете“, also by itself', async () => {
  await copyOnly()
  stick().pullOut()
  await running.office.beat()
  stick().putIn()
  const [file = ''] = globSync(join(stick().place, 'Opora/*/copies/*/office.opora'))
  appendFileSync(file, 'x')
  await running.office.beat()
  expect(copies()[0]?.state).toBe('failed')
  expect([written('backup.verified'), written('backup.failed')]).toEqual([0, 1])
})

test('a copy written after the stick came back does not count as having been away', async () => {
  await copyOnly()
  stick().pullOut()
  await running.office.beat()
  stick().putIn()
  const later = await copyOnly()
  await running.office.beat()
  expect(copies().map((one) => [one.id === later, one.state])).toEqual(
    expect.arrayContaining([
      [true, 'written'],
      [false, 'verified'],
    ]),
  )
})

test('a stick whose name cannot be read just now was not out', async () => {
  await copyOnly()
  const [path = ''] = globSync(join(stick().place, 'Opora/*/medium.json'))
  const whole = JSON.stringify({ format: 1, id: copies()[0]?.mediumId, name: 'АРХИВ-1' })
  writeFileSync(path, whole.slice(0, 10))
  await running.office.beat()
  writeFileSync(path, whole)
  await running.office.beat()
  expect(copies()[0]?.state).toBe('written')
})

test('locked out and closed, it looks at nothing', async () => {
  await copyOnly()
  stick().pullOut()
  await running.office.beat()
  stick().putIn()
  running.office.sessions.endAll('restore')
  await running.office.beat()
  await running.as('head')
  expect(copies()[0]?.state).toBe('written')
  await running.office.beat()
  expect(copies()[0]?.state).toBe('verified')
})

test('the program began anew: only a computer that was off since has nothing in memory', async () => {
  await copyOnly()
  const [copy] = copies()
  if (!copy) throw new Error('no copy')
  const startedAt = Date.parse(copy.createdAt)
  const watchAt = (ms: number) =>
    createMediaWatch({ now: () => new Date(startedAt + ms).toISOString() })
  // As long as the computer runs without a pause, what was written may be in its memory.
  const upFor = uptime() * 1000
  expect(watchAt(upFor - 60_000).wasAway(copy)).toBe(false)
  expect(await watchAt(upFor - 60_000).look(database())).toEqual([])
  expect(watchAt(upFor + 60_000).wasAway(copy)).toBe(true)
  expect(await watchAt(upFor + 60_000).look(database())).toEqual([copy.id])
  const thisRun = watchAt(upFor + 60_000)
  thisRun.noteWritten(copy.id)
  expect(thisRun.wasAway(copy)).toBe(false)
})
