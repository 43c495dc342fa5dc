import {
  appendFileSync,
  globSync,
  existsSync,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { can } from '#domain/accounts/permissions.ts'
import { roles } from '#domain/accounts/roles.ts'
import { copiesBeforeAsideGoes } from '#domain/backup/aside.ts'
import { listSnapshots, snapshotsFolder } from '#db/backup/snapshot.ts'
import { databaseName } from '#db/backup/swap.ts'
import { eventsOf } from '../testing/answers.ts'
import { refusal } from '../testing/refusal.ts'
import { fromFolder, onStick, snapshotNow } from '../testing/copies.ts'
import { click, openOffice, secretOf, type Client, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
let head: Client
beforeEach(async () => {
  running = await openOffice()
  head = await running.as('head')
})
afterEach(() => running.dispose())

const day = 86_400_000
const aside = () => path.join(running.dir, 'aside')
const asides = async () => (await head.backup.overview({})).asides
const newest = async () => (await asides())[0]

async function restore(): Promise<void> {
  const source = fromFolder(onStick(running, await snapshotNow(running)))
  const secret = await secretOf(head, 'head')
  await eventsOf(head.restore.run({ source, secret }))
  await head.session.logIn(secret)
}
/** So many copies on one stick, each verified. */
async function copy(times: number, place = running.folder()): Promise<string> {
  for (let n = 0; n < times; n++) {
    const done = (await eventsOf(head.backup.make({ place }))).at(-1)
    expect(done).toMatchObject({ copy: { state: 'verified' } })
  }
  return place
}
/** What the office does by itself after a log-in. */
async function afterLogIn(): Promise<string[]> {
  const order = { occasion: 'login' as const, madeBy: null, olderThanMs: 0 }
  const gone: string[] = []
  for await (const message of running.office.copies.run('snapshot', order))
    if (message.kind === 'note') gone.push(message.note.name)
  return gone
}
const later = async (days: number) => {
  running.advance(days * day)
  head = await running.as('head')
}

test('what a restore put aside goes after three more verified copies and seven days, with its safety copy there', async () => {
  // Copies of before the restore do not count, also not those that are carried over.
  const stick = await copy(copiesBeforeAsideGoes)
  await restore()
  expect(await newest()).toMatchObject({
    ...{ kind: 'restore', fate: 'waitsForCopies', copiesWanted: copiesBeforeAsideGoes },
    at: '2026-11-16T09:00:00Z',
  })
  expect((await newest())?.bytes).toBeGreaterThan(500_000)
  await later(400)
  expect(await afterLogIn()).toEqual([])
  await copy(copiesBeforeAsideGoes - 1, stick)
  expect(await newest()).toMatchObject({ fate: 'waitsForCopies', copiesWanted: 1 })
  expect(await afterLogIn()).toEqual([])
  // An old copy that is read once more is no further copy.
  const { media } = await head.backup.overview({})
  const oldest = media[0]?.copies.at(-1)
  await eventsOf(head.backup.check({ copyId: oldest!.id }))
  expect(await newest()).toMatchObject({ fate: 'waitsForCopies', copiesWanted: 1 })
  await copy(1, stick)
  const { name, fate } = (await newest())!
  expect(fate).toBe('goes')
  expect(await afterLogIn()).toEqual([name])
  expect(readdirSync(aside())).toEqual([])
})

test('a copy that turned out bad since counts no more', async () => {
  await restore()
  const stick = await copy(copiesBeforeAsideGoes)
  await later(8)
  expect(await newest()).toMatchObject({ fate: 'goes' })
  const [file = ''] = globSync(path.join(stick, 'Opora/*/copies/*', databaseName))
  appendFileSync(file, 'x')
  for (const { id } of (await head.backup.overview({})).media[0]?.copies ?? [])
    await eventsOf(head.backup.check({ copyId: id })).catch(() => undefined)
  expect(await newest()).toMatchObject({ fate: 'waitsForCopies', copiesWanted: 1 })
  expect(await afterLogIn()).toEqual([])
})

test('seven days it stays, however many copies are made', async () => {
  await restore()
  await copy(copiesBeforeAsideGoes)
  expect(await newest()).toMatchObject({ fate: 'waits' })
  expect(await afterLogIn()).toEqual([])
})

test('its safety copy reads differently or is gone: then it is the only trace and stays', async () => {
  await restore()
  await copy(copiesBeforeAsideGoes)
  await later(8)
  expect(await newest()).toMatchObject({ fate: 'goes' })
  const safety = listSnapshots(running.dir).find((one) => one.manifest?.occasion === 'safety')
  const file = path.join(running.dir, snapshotsFolder, safety!.name, databaseName)
  appendFileSync(file, 'x')
  expect(await afterLogIn()).toEqual([])
  expect(readdirSync(aside())).toHaveLength(1)
})

test('as long as it stands, the rule of the snapshots spares its safety copy', async () => {
  await restore()
  const safety = listSnapshots(running.dir).find((one) => one.manifest?.occasion === 'safety')
  for (let n = 0; n < 12; n++) {
    await later(31)
    await afterLogIn()
  }
  const names = () => listSnapshots(running.dir).map((one) => one.name)
  expect(names()).toContain(safety!.name)
  await head.backup.removeAside(click({ name: (await newest())!.name }))
  for (let n = 0; n < 12; n++) {
    await later(31)
    await afterLogIn()
  }
  expect(names()).not.toContain(safety!.name)
})

test('a database that did not open, damaged documents and a stranger’s folder are never taken away', async () => {
  await restore()
  const [whole] = readdirSync(aside())
  // As a restore leaves it where nothing could be saved before.
  for (const name of ['20260101T080000000Z-restore', '2026-01-01T080000Z-0a1b2c-files', 'чуждо']) {
    mkdirSync(path.join(aside(), name))
    writeFileSync(path.join(aside(), name, 'x'), 'x')
  }
  await copy(copiesBeforeAsideGoes)
  await later(800)
  expect(await afterLogIn()).toEqual([whole])
  expect((await asides()).map(({ kind, fate }) => [kind, fate])).toEqual([
    ['other', 'kept'],
    ['restore', 'kept'],
    ['damagedFiles', 'kept'],
  ])
})

test.each(roles)(
  '%s: by hand only with the right to restore, and the chain says who',
  async (role) => {
    await restore()
    const client = await running.as(role)
    const { name } = (await newest())!
    const work = client.backup.removeAside(click({ name }))
    if (!can([role], 'backup.restore')) {
      expect(await refusal(work)).toMatchObject({ code: 'FORBIDDEN' })
      expect(readdirSync(aside())).toEqual([name])
      return
    }
    await work
    expect(readdirSync(aside())).toEqual([])
    const { raw } = running.office.vault.database()
    const line = raw
      .prepare<[], { actor: string | null }>(
        "select actor from audit_entries where action = 'aside.removed'",
      ) // prettier-ignore
      .all()
    expect(line).toHaveLength(1)
    expect(line[0]?.actor).not.toBeNull()
  },
)

test.each(['', '.', '..', '../files', '/etc', 'x\0', 'няма', '__proto__'])(
  'a name that is none of them („%s“) removes nothing',
  async (name) => {
    await restore()
    const before = readdirSync(running.dir).sort()
    expect(['INVALID', 'NOT_FOUND', 'BAD_REQUEST']).toContain(
      (await refusal(head.backup.removeAside(click({ name })))).code,
    )
    expect(readdirSync(running.dir).sort()).toEqual(before)
    expect(existsSync(path.join(running.dir, databaseName))).toBe(true)
    expect(readdirSync(aside())).toHaveLength(1)
  },
)
