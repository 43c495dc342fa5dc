import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { snapshotsFolder } from '#db/backup/snapshot.ts'
import { openDatabase } from '#db/connection.ts'
import { recordFile, storedPath, storeFile } from '#db/files/store.ts'
import { listChecks } from '#db/queries/office-checks.ts'
import { snapshotsKept } from '#domain/backup/retention.ts'
import { pagesOf, rot, rotPages } from '#db/testing/rot.ts'
import { eventsOf } from '#electron/api/testing/answers.ts'
import { refusal } from '#electron/api/testing/refusal.ts'
import { fromFolder, onStick, snapshotNow } from '#electron/api/testing/copies.ts'
import { cutTail, lastSeq } from '#electron/api/testing/cut-tail.ts'
import { personInput } from '#electron/api/testing/person-data.ts'
import {
  click,
  openOffice,
  secretOf,
  openOfficeIn,
  type Client,
  type RunningOffice,
} from '#electron/api/testing/office.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** An office that looks at its data at its next beat; what it finds by itself was prepared before. */
async function open(
  prepare?: (running: RunningOffice) => void | Promise<void>,
  { afterLogInMs = 3_600_000 } = {},
) {
  const before = await openOffice()
  ends.push(() => before.dispose())
  await before.as('head')
  await prepare?.(before)
  await before.office.close()
  const wishes = { nothingByItself: false, checkAfterMs: 0, afterLogInMs }
  const running = await openOfficeIn(before.folder(), wishes, before.dir)
  ends.push(() => running.dispose())
  return running
}
const raw = ({ office }: RunningOffice) => office.vault.database().raw
const checks = ({ office }: RunningOffice) => listChecks(office.vault.database().orm)
const findings = async (client: Client) => (await client.health.condition({})).findings
/** Beats until it is so: a thread may take seconds to start on a busy machine. */
const beating = ({ office }: RunningOffice, look: () => unknown) =>
  vi.waitFor(
    async () => {
      await office.beat()
      await look()
    },
    { timeout: 30_000, interval: 10 },
  )
const bothDone = (running: RunningOffice) =>
  beating(running, () => {
    expect(checks(running)).toHaveLength(2)
  })

function addFile({ office }: RunningOffice): string {
  const database = office.vault.database()
  const stored = storeFile(database.orm, office.filesDir, Buffer.from('%PDF измислен'))
  const about = { mediaType: 'application/pdf', now: office.now(), actor: null }
  database.transaction((tx) => recordFile(tx, stored, about))
  return storedPath(office.filesDir, stored.hash)
}

test('a page that rots where nobody reads is found after the start, and everybody is told', async () => {
  let page = 0
  const running = await open((before) => {
    page = pagesOf(before.office.vault.database(), 'support_plans')[0]!
  })
  rotPages(running.dir, [page])
  const clerk = await running.as('clerk')
  expect(await findings(clerk)).toEqual([])
  await beating(running, async () => {
    expect(await findings(clerk)).toEqual([{ kind: 'structure', count: 1 }])
  })
  // What the way on needs still works, and no copy of it displaces a good one.
  expect(await refusal(eventsOf(clerk.backup.make({ place: running.folder() })))).toMatchObject({
    code: 'RULE',
    data: { problems: [{ code: 'databaseDamaged' }] },
  })
  expect(readdirSync(join(running.dir, 'work'))).toEqual([])
})

test('a first page that rots while the office is open is told, and refused as the database that it is', async () => {
  const running = await open()
  const clerk = await running.as('clerk')
  // Until then the page that counts is in the journal beside the file.
  raw(running).pragma('wal_checkpoint(truncate)')
  rot(join(running.dir, 'office.opora'), 200)
  await beating(running, async () => {
    expect(await findings(clerk)).toEqual([{ kind: 'structure', count: 1 }])
  })
  const damaged = { code: 'RULE', data: { problems: [{ code: 'databaseDamaged' }] } }
  expect(await refusal(eventsOf(clerk.health.verify({})))).toMatchObject(damaged)
  const place = running.folder()
  expect(await refusal(eventsOf(clerk.backup.make({ place })))).toMatchObject(damaged)
})

test('a page that rots under the work: the call says what to do, and the office looks at once', async () => {
  let pages: number[] = []
  const running = await open(async (before) => {
    await (await before.as('clerk')).people.create(click(personInput()))
    pages = pagesOf(before.office.vault.database(), 'persons%')
  })
  const clerk = await running.as('clerk')
  await bothDone(running)
  running.advance(1_000)
  rotPages(running.dir, pages)
  const answer = await refusal(clerk.people.create(click(personInput())))
  expect(answer).toMatchObject({ code: 'RULE', data: { problems: [{ code: 'officeDamaged' }] } })
  await beating(running, async () => {
    expect(await findings(clerk)).toEqual([{ kind: 'structure', count: 1 }])
  })
})

test('what could not be written down is told until a later check is clean', async () => {
  const running = await open()
  const clerk = await running.as('clerk')
  const file = addFile(running)
  renameSync(file, `${file}.away`)
  raw(running).pragma('busy_timeout = 50')
  const other = openDatabase(join(running.dir, 'office.opora'), running.office.vault.key())
  other.raw.exec('begin immediate')
  await beating(running, async () => {
    expect(await findings(clerk)).toEqual([{ kind: 'files', count: 1 }])
  })
  expect(checks(running)).toEqual([])
  other.raw.exec('rollback')
  other.close()
  renameSync(`${file}.away`, file)
  running.advance(1_000)
  await eventsOf(clerk.health.verify({}))
  running.advance(1_000)
  expect(await findings(clerk)).toEqual([])
})

test('a log-in does not cut a check that runs, and saves go on beside it', async () => {
  const running = await open(undefined, { afterLogInMs: 0 })
  const clerk = await running.as('clerk')
  await vi.waitFor(() => {
    expect(readdirSync(join(running.dir, snapshotsFolder))).toHaveLength(1)
    expect(running.office.copies.running).toBeNull()
  }, 30_000)
  const state: { checking: boolean } = { checking: true }
  const beat = running.office.beat().finally(() => {
    state.checking = false
  })
  await running.as('head')
  let saved = 0
  while (state.checking) {
    await clerk.drafts.save({ form: 'people:new', title: 'Ново лице', payload: { n: saved } })
    saved += 1
    await new Promise(setImmediate)
  }
  await beat
  // The last one may have ended after the check.
  expect(saved).toBeGreaterThan(1)
  expect(checks(running).map(({ depth }) => depth)).toEqual(['quick'])
})

test('while damage is known, copies of it do not take away the last one from before', async () => {
  const running = await open()
  const clerk = await running.as('clerk')
  const good = await snapshotNow(running)
  await eventsOf(clerk.health.verify({}))
  addFile(running)
  raw(running).pragma('foreign_keys = off')
  raw(running).exec("update files set key_id = 'nobody'")
  raw(running).pragma('foreign_keys = on')
  await eventsOf(clerk.health.verify({}))
  expect((await findings(clerk)).map(({ kind }) => kind)).toContain('links')
  for (let n = 0; n < snapshotsKept.newest + 1; n++) {
    running.advance(60_000)
    const later = await running.as('clerk')
    await later.people.create(click(personInput()))
    await snapshotNow(running)
  }
  expect(readdirSync(join(running.dir, snapshotsFolder))).toContain(good)
})

test('a journal of hundreds of entries is whole for the quick look, and broken behind its last checkpoint', async () => {
  const readMuch = (before: RunningOffice) => {
    const { office } = before
    const line = { at: office.now(), actor: null, action: 'session.failed', payload: {} }
    for (let n = 0; n < 250; n++)
      office.noteReading({ ...line, subjectKind: 'office', subjectId: 'o' })
    office.writeReadingNotes()
  }
  const whole = await open(readMuch)
  const clerk = await whole.as('clerk')
  await beating(whole, () => {
    expect(checks(whole)).toHaveLength(1)
  })
  expect(await findings(clerk)).toEqual([])

  const changed = await open((before) => {
    readMuch(before)
    raw(before).exec('drop trigger audit_payloads_no_update')
    const last = lastSeq(before)
    raw(before).exec(`update audit_payloads set payload = '{"a":1}' where seq = ${String(last)}`)
  })
  const other = await changed.as('clerk')
  await beating(changed, async () => {
    expect((await findings(other)).map(({ kind }) => kind)).toContain('journal')
  })
})

test('a stored file that is missing is told after the start, one that rots by the full check', async () => {
  const running = await open((before) => {
    addFile(before)
  })
  const clerk = await running.as('clerk')
  await bothDone(running)
  expect(await findings(clerk)).toEqual([])

  const file = addFile(running)
  rot(file, 40)
  running.advance(7 * 86_400_000)
  const later = await running.as('clerk')
  await beating(running, async () => {
    expect(await findings(later)).toEqual([{ kind: 'files', count: 1 }])
  })
  expect((await later.health.condition({})).lastFull).toMatchObject({ clean: false })

  const whole = await open((before) => {
    rmSync(addFile(before))
  })
  const other = await whole.as('clerk')
  await beating(whole, async () => {
    expect(await findings(other)).toEqual([{ kind: 'files', count: 1 }])
  })
})

test('a tail of the journal that was cut is told after the start, by what the snapshots remember', async () => {
  const running = await open(async (before) => {
    await snapshotNow(before)
    cutTail(before, 2)
  })
  expect(readdirSync(join(running.dir, snapshotsFolder))).toHaveLength(1)
  const clerk = await running.as('clerk')
  await beating(running, async () => {
    expect((await findings(clerk)).map(({ kind }) => kind)).toContain('journal')
  })
})

test('the whole is checked once a week by itself; by hand it counts as well', async () => {
  const running = await open()
  await running.as('clerk')
  await bothDone(running)
  const full = () => checks(running).find(({ depth }) => depth === 'full')?.checkedAt
  const afterDays = async (days: number) => {
    running.advance(days * 86_400_000)
    return running.as('clerk')
  }
  const first = full()
  await afterDays(6)
  await running.office.beat()
  expect(full()).toBe(first)
  await eventsOf((await afterDays(0)).health.verify({}))
  const byHand = full()
  expect(byHand).not.toBe(first)
  await afterDays(6)
  await running.office.beat()
  expect(full()).toBe(byHand)
  await afterDays(1)
  await beating(running, () => {
    expect(full()).not.toBe(byHand)
  })
})

test('quitting ends a check that runs, and half a check is none', async () => {
  const running = await open()
  await running.as('clerk')
  const beat = running.office.beat()
  await running.office.close()
  await beat
  const again = await openOfficeIn(running.folder(), {}, running.dir)
  ends.push(() => again.dispose())
  await again.as('clerk')
  expect(checks(again)).toEqual([])
})

test('it gives way to a copy that somebody makes, and comes again', async () => {
  const running = await open()
  const clerk = await running.as('clerk')
  const beat = running.office.beat()
  const told: string[] = []
  for await (const message of await clerk.backup.make({ place: running.folder() }))
    if (message.kind === 'done') told.push(message.copy.state)
  expect(told).toEqual(['verified'])
  await beat
  await bothDone(running)
})

test('after a restore the findings of before are gone, and what came back is checked anew', async () => {
  const running = await open()
  const head = await running.as('head')
  await bothDone(running)
  const source = fromFolder(onStick(running, await snapshotNow(running)))
  rmSync(addFile(running))
  await eventsOf(head.health.verify({}))
  expect(await findings(head)).toEqual([{ kind: 'files', count: 1 }])
  const secret = await secretOf(head, 'head')
  await eventsOf(head.restore.run({ source, secret }))
  const again = await running.as('head')
  expect(await findings(again)).toEqual([])
  await bothDone(running)
  expect(await findings(again)).toEqual([])
})
