import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listSnapshots } from '#db/backup/snapshot.ts'
import { databaseName } from '#db/backup/swap.ts'
import { openDatabase } from '#db/connection.ts'
import { WrongKey } from '#db/errors.ts'
import { unlockWithPassword } from '#db/keyring/keyring.ts'
import { keyringCopyFile, keyringFile, readKeyring } from '#db/keyring/store.ts'
import { weakHash } from '#db/testing/database.ts'
import { eventsOf } from '../testing/answers.ts'
import { refusal } from '../testing/refusal.ts'
import { click, openOffice, testPassword, type RunningOffice } from '../testing/office.ts'
import { personInput } from '../testing/person-data.ts'

let running: RunningOffice
beforeEach(async () => {
  running = await openOffice()
})
afterEach(() => running.dispose())

const file = () => path.join(running.dir, databaseName)
const opens = (key: Buffer) => {
  openDatabase(file(), key, { readonly: true }).close()
}

test('another key: the old one opens nothing, every password opens the new one, the chain goes on', async () => {
  const keeper = await running.as('administrator')
  const clerk = await running.as('clerk')
  await clerk.people.create(click(personInput()))
  const { office } = running
  const before = readKeyring(running.dir).keyring
  const oldKey = Buffer.from(office.vault.key())
  const entries = () =>
    office.vault
      .database()
      .raw.prepare<[], { seq: number; action: string; hash: string }>(
        'select seq, action, hash from audit_entries order by seq',
      )
      .all()
  const chain = entries()

  const events = await eventsOf(keeper.keyring.change({ password: testPassword }))
  expect(events.at(-1)).toMatchObject({ kind: 'done' })

  const after = readKeyring(running.dir).keyring
  expect(after.keyId).not.toBe(before.keyId)
  expect(after.slots.map((slot) => slot.privateKey)).toEqual(
    before.slots.map((slot) => slot.privateKey),
  )
  expect(() => {
    opens(oldKey)
  }).toThrow(WrongKey)
  for (const slot of after.slots.filter((one) => one.kind === 'account'))
    opens(await unlockWithPassword(after, slot.id, testPassword, weakHash))
  // The session that asked for it goes on, and so does everybody else's.
  expect((await keeper.session.current({})).status).toBe('open')
  const { total } = await clerk.people.list({ offset: 0, limit: 10 })
  expect(total).toBe(1)
  expect(entries().slice(0, chain.length)).toEqual(chain)
  expect(entries()[chain.length]).toMatchObject({ action: 'key.changed' })
  // A copy under the new key is there before anybody may miss the old ones.
  const [snapshot] = listSnapshots(running.dir)
  expect(snapshot?.manifest).toMatchObject({ occasion: 'keyChange', keyId: after.keyId })
  // The old files are whole, under the old key, beside.
  const [aside] = readdirSync(path.join(running.dir, 'aside'))
  const kept = path.join(running.dir, 'aside', aside ?? '')
  expect(readdirSync(kept).sort()).toEqual([keyringCopyFile, keyringFile, databaseName])
  openDatabase(path.join(kept, databaseName), oldKey).close()
  expect(readdirSync(path.join(running.dir, 'work'))).toEqual([])
  const reports = await eventsOf(keeper.health.verify({}))
  expect(reports.at(-1)).toMatchObject({ kind: 'done', report: { ok: true } })
})

test('the old key goes after seven days, and not before', async () => {
  const keeper = await running.as('administrator')
  await eventsOf(keeper.keyring.change({ password: testPassword }))
  const aside = path.join(running.dir, 'aside')
  /** What follows a log-in by itself. */
  const settled = async () => {
    const order = { occasion: 'login' as const, madeBy: null, olderThanMs: 0 }
    const job = running.office.copies.run('snapshot', order)
    while (!(await job.next()).done);
  }
  const reopen = async () => {
    // The last one gone closes the database; the next log-in opens it.
    running.office.sessions.endAll('restore')
    await running.as('head')
    await settled()
  }
  running.advance(6 * 86_400_000)
  await reopen()
  expect(readdirSync(aside)).toHaveLength(1)
  running.advance(2 * 86_400_000)
  await reopen()
  expect(readdirSync(aside)).toEqual([])
})

test('a wrong password changes nothing and is counted as at the log-in', async () => {
  const keeper = await running.as('administrator')
  const bytes = readFileSync(path.join(running.dir, keyringFile))
  for (let i = 0; i < 3; i++)
    expect(await refusal(eventsOf(keeper.keyring.change({ password: 'друга' })))).toMatchObject({
      code: 'UNAUTHENTICATED',
      data: { reason: 'badPassword' },
    })
  expect(await refusal(eventsOf(keeper.keyring.change({ password: testPassword })))).toMatchObject({
    code: 'TRY_LATER',
  })
  expect(readFileSync(path.join(running.dir, keyringFile))).toEqual(bytes)
})

test('a slot that the database does not know gets no key: the change is refused', async () => {
  const keeper = await running.as('administrator')
  const { keyring } = readKeyring(running.dir)
  const { writeKeyring } = await import('#db/keyring/store.ts')
  const [first] = keyring.slots
  writeKeyring(running.dir, {
    ...keyring,
    revision: keyring.revision + 1,
    slots: [...keyring.slots, { ...first!, id: 'planted' }],
  })
  const oldKey = Buffer.from(running.office.vault.key())
  expect(await refusal(eventsOf(keeper.keyring.change({ password: testPassword })))).toMatchObject({
    code: 'INTERNAL',
  })
  opens(oldKey)
  expect(readdirSync(running.dir)).not.toContain('aside')
  expect(readdirSync(path.join(running.dir, 'work'))).toEqual([])
})

test('while it runs everybody else is told so, and a password changed meanwhile is not lost', async () => {
  const keeper = await running.as('administrator')
  const clerk = await running.as('clerk')
  const { office } = running
  const own = 'нова липа 9 врабчета'
  // Begun before: it has the turn and ends first; its slot is sealed anew with the others.
  const changing = clerk.session.changePassword({ old: testPassword, new: own })
  const stream = await keeper.keyring.change({ password: testPassword })
  const seen: string[] = []
  for await (const event of stream) {
    if (seen.length === 0) {
      expect(office.busy).toBe('keyChange')
      expect(await refusal(clerk.people.create(click(personInput())))).toMatchObject({
        code: 'BUSY',
        data: { reason: 'keyChange' },
      })
      const state = await clerk.session.current({})
      expect(state).toMatchObject({ status: 'busy', reason: 'keyChange' })
      const profile = state.status === 'new' ? undefined : state.profiles[0]
      expect(
        await refusal(
          running.stranger().session.logIn({ slotId: profile!.slotId, password: testPassword }),
        ),
      ).toMatchObject({ code: 'BUSY' })
    }
    seen.push(event.kind)
  }
  expect((await changing).slotId).not.toBe('')
  expect(office.busy).toBeNull()
  const { keyring } = readKeyring(running.dir)
  const slot = keyring.slots.find((one) => one.displayName === 'Профил clerk')
  opens(await unlockWithPassword(keyring, slot!.id, own, weakHash))
})

test('a page that goes away before the swap leaves the old key in force', async () => {
  const keeper = await running.as('administrator')
  const oldKey = Buffer.from(running.office.vault.key())
  const stream = await keeper.keyring.change({ password: testPassword })
  await stream.next()
  await stream.return()
  expect(running.office.busy).toBeNull()
  opens(oldKey)
  expect(readdirSync(path.join(running.dir, 'work'))).toEqual([])
  expect((await keeper.session.current({})).status).toBe('open')
})

test('long work that does not end is waited for, then the change is refused', async () => {
  const keeper = await running.as('administrator')
  const release = running.office.vault.hold()
  try {
    expect(
      await refusal(eventsOf(keeper.keyring.change({ password: testPassword }))),
    ).toMatchObject({
      code: 'BUSY',
      data: { reason: 'work' },
    })
  } finally {
    release()
  }
  expect(running.office.busy).toBeNull()
})
