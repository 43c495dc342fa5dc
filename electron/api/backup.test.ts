import { appendFileSync, globSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { click, openOffice, type RunningOffice } from './testing/office.ts'

let running: RunningOffice
let place: string
beforeEach(async () => {
  running = await openOffice()
  place = mkdtempSync(join(tmpdir(), 'opora-stick-'))
})
afterEach(async () => {
  await running.dispose()
  rmSync(place, { recursive: true, force: true })
})

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

  const head = await running.as('head')
  const { mediumId } = overview.media[0]?.copies[0] ?? { mediumId: '' }
  await head.backup.renameMedium(click({ mediumId, name: 'Синият' }))
  expect((await head.backup.overview({})).light.last?.mediumName).toBe('Синият')
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

test('one at a time: a second copy is refused, a save meanwhile is not', async () => {
  const clerk = await running.as('clerk')
  const first = await clerk.backup.make({ place })
  const other = mkdtempSync(join(tmpdir(), 'opora-stick-'))
  let refused: unknown
  for await (const event of first) {
    if (event.kind !== 'progress' || refused !== undefined) continue
    refused = await problemOf(clerk.backup.make({ place: other }).then((stream) => finish(stream)))
    const { mediumId } = (await clerk.backup.overview({})).media[0]?.copies[0] ?? {}
    if (mediumId !== undefined) await clerk.backup.renameMedium(click({ mediumId, name: 'Друг' }))
  }
  expect(refused).toMatchObject({ code: 'copyRunning', path: ['place'] })
  rmSync(other, { recursive: true, force: true })
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

test('after a log-in a snapshot is made by itself, and no second one within four hours', async () => {
  await running.as('head')
  const { copies } = running.office
  const order = { occasion: 'login', madeBy: null, olderThanMs: 4 * 3_600_000 } as const
  const made: boolean[] = []
  for (const later of [0, 3_600_000, 4 * 3_600_000]) {
    running.advance(later)
    const head = await running.as('head')
    for await (const message of copies.run('snapshot', order))
      if (message.kind === 'done') made.push(message.report.made !== null)
    expect((await head.today.overview({})).backup.light).toBe('bad')
  }
  expect(made).toEqual([true, false, true])
  const head = await running.as('head')
  expect((await head.backup.overview({})).snapshots).toMatchObject([
    { occasion: 'login', problem: null },
    { occasion: 'login', problem: null },
  ])
})
