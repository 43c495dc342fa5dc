import { afterEach, beforeEach, expect, test } from 'vitest'
import { copiesAt, officesAt } from '#db/backup/medium.ts'
import { listSnapshots } from '#db/backup/snapshot.ts'
import { getCopy } from '#db/queries/backup.ts'
import { copiesSeenAt } from './restore-find.ts'
import { eventsOf } from '../testing/answers.ts'
import { fromFolder, onStick, snapshotNow } from '../testing/copies.ts'
import { click, openOffice, secretOf, type RunningOffice } from '../testing/office.ts'
import { personInput } from '../testing/person-data.ts'

let running: RunningOffice
beforeEach(async () => {
  running = await openOffice()
})
afterEach(() => running.dispose())

const minute = 60_000

test('after going back to an older state a new copy is the newest, although the replaced ones have higher numbers', async () => {
  const clerk = await running.as('clerk')
  const source = fromFolder(onStick(running, await snapshotNow(running)))
  const place = running.folder()
  for (let n = 0; n < 10; n++) {
    await clerk.people.create(click(personInput()))
    running.advance(minute)
    await eventsOf(clerk.backup.make({ place }))
  }
  running.advance(minute)
  const head = await running.as('head')
  await eventsOf(head.restore.run({ source, secret: await secretOf(head, 'head') }))

  const after = await running.as('clerk')
  const made: string[] = []
  for (let n = 0; n < 2; n++) {
    running.advance(minute)
    const done = (await eventsOf(after.backup.make({ place }))).at(-1)
    if (done?.kind !== 'done') throw new Error('the copy ended without its report')
    expect(done.copy.state).toBe('verified')
    made.unshift(done.copy.id)
    // What the light names is the copy of the state that is worked with.
    expect((await after.backup.light({})).last?.id).toBe(done.copy.id)
  }
  // The same beside the database, where the rescue page offers the first one.
  running.advance(minute)
  const snapshot = await snapshotNow(running)
  expect(listSnapshots(running.dir)[0]?.name).toBe(snapshot)
  // And on the stick alone, as a fresh computer sees it.
  const createdAt = (id: string | undefined) =>
    getCopy(running.office.vault.database().orm, id ?? '').createdAt
  expect(
    copiesSeenAt(place)
      .slice(0, 2)
      .map((one) => one.createdAt),
  ).toEqual(made.map(createdAt))
  const [officeId = ''] = officesAt(place)
  expect(copiesAt(place, officeId)[0]?.manifest?.createdAt).toBe(createdAt(made[0]))
  const { media } = await after.backup.overview({})
  expect(media[0]?.copies).toHaveLength(10)
  expect(media[0]?.copies.slice(0, 2).map(({ id }) => id)).toEqual(made)
})

test('the safety copy of a restore does not take the place of the snapshot that is to come back', async () => {
  const clerk = await running.as('clerk')
  for (let n = 0; n < 10; n++) {
    await clerk.people.create(click(personInput()))
    running.advance(minute)
    await snapshotNow(running)
  }
  const oldest = listSnapshots(running.dir).at(-1)
  const head = await running.as('head')
  const source = { kind: 'snapshot' as const, name: oldest?.name ?? '' }
  const done = (
    await eventsOf(head.restore.run({ source, secret: await secretOf(head, 'head') }))
  ).at(-1)
  expect(done).toMatchObject({ kind: 'done', copyCreatedAt: oldest?.manifest?.createdAt })
})
