import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { click, openOffice, type Client, type RunningOffice } from './testing/office.ts'

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

type Events = Awaited<ReturnType<Client['backup']['make']>>
type Event = Events extends AsyncIterable<infer E> ? E : never

/** Reads a job to its end; the last event. */
async function finish(stream: Events): Promise<Extract<Event, { kind: 'done' }>> {
  for await (const event of stream) if (event.kind === 'done') return event
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
