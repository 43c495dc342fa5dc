import { appendFileSync, globSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mediumAt } from '#db/backup/drives.ts'
import { mediumPaths } from '#db/backup/medium.ts'
import { openCopy } from '#db/backup/snapshot.ts'
import { readKeyring } from '#db/keyring/store.ts'
import { click, openOffice, type RunningOffice } from '../testing/office.ts'
import { personInput } from '../testing/person-data.ts'

let running: RunningOffice
let place: string
beforeEach(async () => {
  running = await openOffice()
  place = running.folder()
})
afterEach(() => running.dispose())

/** Reads a job to its end; the last event. */
async function finish<E extends { kind: string }>(
  stream: AsyncIterable<E>,
): Promise<Extract<E, { kind: 'done' }>> {
  for await (const event of stream)
    if (event.kind === 'done') return event as Extract<E, { kind: 'done' }>
  throw new Error('the job ended without an answer')
}
async function problemOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { problems?: unknown[] } }
    return data?.problems?.[0] ?? code
  }
  return 'nothing was refused'
}

test('a clerk makes a copy: written, read back, opened, compared, and only then verified', async () => {
  const clerk = await running.as('clerk')
  const steps: string[] = []
  for await (const event of await clerk.backup.make({ place }))
    if (event.kind === 'progress' && steps.at(-1) !== event.step) steps.push(event.step)
    else if (event.kind === 'done')
      expect(event.copy).toMatchObject({ state: 'verified', people: 0, madeBy: 'Профил clerk' })
  expect(steps).toEqual(['snapshot', 'write', 'readBack', 'open', 'compare'])

  const overview = await clerk.backup.overview({})
  expect(overview.light).toMatchObject({
    light: 'ok',
    daysAgo: 0,
    last: { mediumName: 'АРХИВ-1' },
  })
  expect(overview.media).toMatchObject([{ name: 'АРХИВ-1', place, seenNow: true }])
  expect(overview.media[0]?.copies[0]?.lastEntryAt).toMatch(/^2026-11-16/)
  expect(overview.running).toBeNull()
  // Nothing of the work is left on the computer.
  expect(readdirSync(join(running.dir, 'work'))).toEqual([])
})

test('a new name stands on the medium itself: at once while it is in, else with its next copy', async () => {
  const clerk = await running.as('clerk')
  const { copy } = await finish(await clerk.backup.make({ place }))
  const { officeId } = readKeyring(running.dir).keyring
  const rename = (name: string) =>
    clerk.backup.renameMedium(click({ mediumId: copy.mediumId, name }))
  const nameThere = async () => (await mediumAt(place, officeId))?.name
  await rename('Синият')
  expect((await clerk.backup.overview({})).light.last?.mediumName).toBe('Синият')
  await vi.waitFor(async () => {
    expect(await nameThere()).toBe('Синият')
    // The thread that wrote it has ended: a copy begun beside it would be refused.
    expect(running.office.copies.running).toBeNull()
  }, 60_000)
  // Out: the office knows the new name, the medium not yet.
  renameSync(place, `${place}-out`)
  await rename('Червеният')
  expect(await nameThere()).toBeUndefined()
  renameSync(`${place}-out`, place)
  expect(await nameThere()).toBe('Синият')
  const later = await finish(await clerk.backup.make({ place, mediumName: 'Друг' }))
  expect(later.copy.mediumId).toBe(copy.mediumId)
  expect(await nameThere()).toBe('Червеният')
  expect(readdirSync(mediumPaths(place, officeId).root).sort()).toEqual([
    'copies',
    'files',
    'medium.json',
  ])
})

test('a place inside the data folder, and one that is not there, is refused by name', async () => {
  const clerk = await running.as('clerk')
  const make = async (where: string) => finish(await clerk.backup.make({ place: where }))
  expect(await problemOf(make(join(running.dir, 'snapshots-of-mine')))).toMatchObject({
    code: 'placeMissing',
    path: ['place'],
  })
  expect(await problemOf(make(running.dir))).toMatchObject({ code: 'placeInsideData' })
})

test('one at a time: a second copy is refused by name, and the first goes on', async () => {
  const clerk = await running.as('clerk')
  const other = running.folder()
  let refused: unknown
  let state: unknown
  for await (const event of await clerk.backup.make({ place })) {
    if (event.kind === 'done') state = event.copy.state
    else
      refused ??= await problemOf(
        clerk.backup.make({ place: other }).then((stream) => finish(stream)),
      )
  }
  expect(refused).toMatchObject({ code: 'copyRunning', path: ['place'] })
  expect(state).toBe('verified')
  expect(readdirSync(other)).toEqual([])
})

test('saves go on while a copy is made; each is in it whole or not at all', async () => {
  const clerk = await running.as('clerk')
  let step: string | undefined
  const copying = { ended: false }
  const ended = (async () => {
    try {
      for await (const event of await clerk.backup.make({ place }))
        if (event.kind === 'progress') step = event.step
        else return event.copy
      throw new Error('the copy ended without a word')
    } finally {
      copying.ended = true
    }
  })()
  const saves = { all: 0, meanwhile: 0, afterItsState: 0 }
  while (!copying.ended) {
    const birthDate = new Date(Date.UTC(1940, 0, 1 + saves.all)).toISOString().slice(0, 10)
    const stateTaken = step !== undefined && step !== 'snapshot'
    await clerk.people.create(click(personInput({ birthDate })))
    saves.all += 1
    // Answered before the copy was.
    if (running.office.copies.running === 'copy') saves.meanwhile += 1
    if (stateTaken) saves.afterItsState += 1
    // The thread that copies is heard only between the saves.
    await new Promise(setImmediate)
  }
  const { people, auditSeq, state } = await ended
  expect(state).toBe('verified')
  expect(saves.meanwhile).toBeGreaterThan(3)
  expect(saves.afterItsState).toBeGreaterThan(0)

  const [folder = ''] = globSync(join(place, 'Opora/*/copies/*'))
  const copy = openCopy(folder, running.office.vault.key())
  try {
    const count = (sql: string) => copy.raw.prepare(sql).pluck().get()
    expect(count('select count(*) from persons')).toBe(people)
    expect(count("select count(*) from audit_entries where action = 'person.created'")).toBe(people)
    expect(count('select max(seq) from audit_entries')).toBe(auditSeq)
    // What was saved once the state was taken is in the office alone.
    expect(people).toBeLessThanOrEqual(saves.all - saves.afterItsState)
  } finally {
    copy.close()
  }
})

test('ending the stream stops the work: nothing of it stays, and the next copy can be made', async () => {
  const clerk = await running.as('clerk')
  const stream = await clerk.backup.make({ place })
  for await (const event of stream) if (event.kind === 'progress') break
  const done = await finish(await clerk.backup.make({ place }))
  expect(done.copy.state).toBe('verified')
  expect(
    readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => /part$/.test(name)),
  ).toEqual([])
})

test('a copy is read again, and one that went bad is said to be so and stops counting', async () => {
  const clerk = await running.as('clerk')
  const { copy } = await finish(await clerk.backup.make({ place }))
  const again = await finish(await clerk.backup.check({ copyId: copy.id }))
  expect(again).toMatchObject({ reason: null, copy: { state: 'verified' } })
  const [database] = globSync(join(place, 'Opora/*/copies/*/office.opora'))
  appendFileSync(database ?? '', 'x')
  expect(
    await problemOf(clerk.backup.check({ copyId: copy.id }).then((stream) => finish(stream))),
  ).toMatchObject({ code: 'readBackDiffers' })
  const overview = await clerk.backup.overview({})
  expect(overview.media[0]?.copies[0]?.state).toBe('failed')
  expect(overview.light).toMatchObject({ light: 'bad', last: null })
  rmSync(place, { recursive: true })
  expect(
    await problemOf(clerk.backup.check({ copyId: copy.id }).then((stream) => finish(stream))),
  ).toMatchObject({ code: 'mediumGone' })
})
