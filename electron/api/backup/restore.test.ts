import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { roles } from '#domain/accounts/roles.ts'
import { can } from '#domain/accounts/permissions.ts'
import { describeBytes } from '#db/backup/contents.ts'
import { manifestFile, parseManifest, serialiseManifest } from '#db/backup/manifest.ts'
import { databaseName } from '#db/backup/swap.ts'
import { storedPath } from '#db/files/store.ts'
import { newId } from '#db/ids.ts'
import { serialiseKeyring, type Keyring } from '#db/keyring/format.ts'
import { backupMedia, erasures } from '#db/schema/backup.ts'
import { shredPayloads } from '#db/audit/append.ts'
import { eventsOf } from '../testing/answers.ts'
import { refusal } from '../testing/refusal.ts'
import { approvedCase } from '../testing/cases.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { fromFolder, onStick, snapshotNow } from '../testing/copies.ts'
import { click, openOffice, secretOf, testPassword, wholePath, type Client, type RunningOffice } from '../testing/office.ts' // prettier-ignore
import { personInput } from '../testing/person-data.ts'

let running: RunningOffice
beforeEach(async () => {
  running = await openOffice()
})
afterEach(() => running.dispose())

const peopleOf = async (client: Client) =>
  (await client.people.list({ offset: 0, limit: 50 })).total
const raw = () => running.office.vault.database().raw

describe('over live data', () => {
  test.each(roles)(
    '%s: only head and administrator, and only with a password of the copy',
    async (role) => {
      const client = await running.as(role)
      const source = fromFolder(onStick(running, await snapshotNow(running)))
      const secret = await secretOf(client, role)
      const work = eventsOf(client.restore.run({ source, secret }))
      if (can([role], 'backup.restore'))
        expect((await work).at(-1)).toMatchObject({
          kind: 'done',
          missingFiles: 0,
          auditWhole: true,
        })
      else expect(await refusal(work)).toMatchObject({ code: 'FORBIDDEN' })
    },
  )

  test('what is in it, what is here, what would be lost', async () => {
    const clerk = await running.as('clerk')
    await clerk.people.create(click(personInput()))
    const source = fromFolder(onStick(running, await snapshotNow(running)))
    const seen = await clerk.restore.look({ source })
    expect(seen).toMatchObject({
      copy: { counts: { people: 1 }, madeBy: 'Профил clerk' },
      here: { counts: { people: 1 } },
      lost: 0,
      ownKey: true,
    })
    expect(seen.profiles.map(({ displayName }) => displayName)).toContain('Профил head')
    await clerk.people.create(click(personInput()))
    expect(await clerk.restore.look({ source })).toMatchObject({
      copy: { counts: { people: 1 } },
      here: { counts: { people: 2 } },
      lost: 1,
    })
  })

  test('the copy comes back, everybody is out, its passwords hold; undo brings back what was lost', async () => {
    const head = await running.as('head')
    const clerk = await running.as('clerk')
    await clerk.people.create(click(personInput({ lastName: 'Първи' })))
    const source = fromFolder(onStick(running, await snapshotNow(running)))
    const secret = await secretOf(head, 'head')
    const own = 'нова липа 9 врабчета'
    await head.session.changePassword({ old: testPassword, new: own })
    const later = { ...(await secretOf(head, 'head')), password: own }
    await clerk.people.create(click(personInput({ lastName: 'Втори' })))
    const journal = raw().prepare('select count(*) as n from audit_entries').get()

    // The password of today opens nothing of that day.
    expect(
      await refusal(eventsOf(head.restore.run({ source, secret: { ...secret, password: own } }))),
    ).toMatchObject({ code: 'UNAUTHENTICATED', data: { reason: 'badPassword' } })
    const events = await eventsOf(head.restore.run({ source, secret }))
    const done = events.at(-1)
    expect(done).toMatchObject({ kind: 'done', undoUntil: '2026-11-23T09:00:00.000Z' })
    expect(events.map((event) => (event.kind === 'progress' ? event.step : 'done'))).toEqual(
      expect.arrayContaining(['safety', 'read', 'open', 'migrate', 'check', 'swap', 'done']),
    )

    for (const client of [head, clerk])
      expect((await client.session.current({})).status).toBe('loggedOut')
    expect(
      await refusal(head.session.logIn({ slotId: secret.slotId, password: own })),
    ).toMatchObject({ code: 'UNAUTHENTICATED' })
    await head.session.logIn(secret)
    expect(await peopleOf(head)).toBe(1)
    const last = await head.restore.last({})
    expect(last).toMatchObject({ by: 'Профил head', numbersConfirmed: false })
    expect(last?.undo?.profiles.map((one) => one.displayName)).toContain('Профил head')
    expect((await eventsOf(head.health.verify({}))).at(-1)).toMatchObject({ report: { ok: true } })

    // The password changed after the copy opens the state after it.
    expect((await eventsOf(head.restore.undo({ secret: later }))).at(-1)).toMatchObject({
      kind: 'done',
    })
    await head.session.logIn(later)
    expect(await peopleOf(head)).toBe(2)
    // All that stood in the chain before is there, and that it was brought back.
    const { n } = journal as { n: number }
    const entries = raw()
      .prepare<[number], { action: string }>('select action from audit_entries where seq > ?')
      .all(n)
    expect(entries.map(({ action }) => action)).toContain('office.restored')
    expect((await eventsOf(head.health.verify({}))).at(-1)).toMatchObject({ report: { ok: true } })
  })

  test('after seven days there is nothing to undo', async () => {
    const head = await running.as('head')
    const source = fromFolder(onStick(running, await snapshotNow(running)))
    const secret = await secretOf(head, 'head')
    await eventsOf(head.restore.run({ source, secret }))
    running.advance(8 * 86_400_000)
    await head.session.logIn(secret)
    expect((await head.restore.last({}))?.undo).toBeNull()
    expect(await refusal(eventsOf(head.restore.undo({ secret })))).toMatchObject({
      code: 'RULE',
      data: { problems: [{ code: 'nothingToUndo' }] },
    })
  })

  test('three wrong passwords of a copy wait as at the log-in', async () => {
    const head = await running.as('head')
    const source = fromFolder(onStick(running, await snapshotNow(running)))
    const secret = { ...(await secretOf(head, 'administrator')), password: 'не е тази' }
    for (let i = 0; i < 3; i++)
      expect(await refusal(eventsOf(head.restore.run({ source, secret })))).toMatchObject({
        code: 'UNAUTHENTICATED',
      })
    expect(await refusal(eventsOf(head.restore.run({ source, secret })))).toMatchObject({
      code: 'TRY_LATER',
    })
    expect(running.office.busy).toBeNull()
  })

  test('an earlier clerk’s missing papers come from the stick; a damaged one here is replaced', async () => {
    const all = await running.as(...wholePath)
    const head = await running.as('head')
    const { id } = await issuedContract(
      { worker: all, head },
      approvedCase(running.office).personId,
    )
    const source = fromFolder(onStick(running, await snapshotNow(running)))
    const hashes = raw().prepare<[], { hash: string }>('select hash from files').all()
    const first = storedPath(running.office.filesDir, hashes[0]?.hash ?? '')
    writeFileSync(first, 'x')
    for (const { hash } of hashes.slice(1)) rmSync(storedPath(running.office.filesDir, hash))
    const secret = await secretOf(head, 'head')
    expect((await eventsOf(head.restore.run({ source, secret }))).at(-1)).toMatchObject({
      kind: 'done',
      missingFiles: 0,
    })
    await head.session.logIn(secret)
    expect((await head.contracts.find({ id })).id).toBe(id)
    expect((await eventsOf(head.health.verify({}))).at(-1)).toMatchObject({ report: { ok: true } })
  })

  test('a paper that is nowhere: told first, gone on without it when accepted', async () => {
    const all = await running.as(...wholePath)
    const head = await running.as('head')
    await issuedContract({ worker: all, head }, approvedCase(running.office).personId)
    const name = await snapshotNow(running)
    const source = { kind: 'snapshot' as const, name }
    const [file] = raw().prepare<[], { hash: string }>('select hash from files').all()
    rmSync(storedPath(running.office.filesDir, file?.hash ?? ''))
    const secret = await secretOf(head, 'head')
    expect(await refusal(eventsOf(head.restore.run({ source, secret })))).toMatchObject({
      code: 'RULE',
      data: { problems: [{ code: 'filesMissing', params: { count: 1 } }] },
    })
    expect((await head.session.current({})).status).toBe('open')
    expect(
      (await eventsOf(head.restore.run({ source, secret, withoutMissingFiles: true }))).at(-1),
    ).toMatchObject({ kind: 'done', missingFiles: 1 })
  })

  test('what was erased since is erased again, and known media stay known', async () => {
    const head = await running.as('head')
    const clerk = await running.as('clerk')
    await clerk.people.create(click(personInput({ lastName: 'Заличен' })))
    const name = await snapshotNow(running)
    const { office } = running
    const entry = raw()
      .prepare<[], { seq: number; hash: string }>(
        "select seq, hash from audit_entries where action = 'person.created'",
      )
      .get()
    if (!entry) throw new Error('no entry')
    const medium = newId()
    office.vault.database().transaction((tx) => {
      shredPayloads(tx, [entry.seq])
      const ledger = { auditSeq: entry.seq, erasedAt: office.now() }
      tx.insert(erasures)
        .values([
          { id: newId(), ...ledger, entryHash: entry.hash },
          // Of another history: the same number stands for another entry there.
          { id: newId(), ...ledger, auditSeq: 1, entryHash: 'f'.repeat(64) },
        ])
        .run()
      tx.insert(backupMedia)
        .values({
          id: medium,
          name: 'АРХИВ-1',
          place: '/',
          addedAt: office.now(),
          lastSeenAt: office.now(),
        }) // prettier-ignore
        .run()
    })
    const secret = await secretOf(head, 'head')
    await eventsOf(head.restore.run({ source: { kind: 'snapshot', name }, secret }))
    await head.session.logIn(secret)
    const payloads = raw()
      .prepare<[], { seq: number }>('select seq from audit_payloads')
      .all()
      .map(({ seq }) => seq)
    expect(payloads).not.toContain(entry.seq)
    expect(payloads).toContain(1)
    expect(raw().prepare('select count(*) as n from erasures').get()).toEqual({ n: 2 })
    expect(raw().prepare('select id from backup_media').all()).toEqual([{ id: medium }])
    expect((await eventsOf(head.health.verify({}))).at(-1)).toMatchObject({ report: { ok: true } })
  })

  test('a damaged page in the live database: no safety copy, its files go aside, the copy comes back', async () => {
    const head = await running.as('head')
    const clerk = await running.as('clerk')
    await clerk.people.create(click(personInput()))
    const source = fromFolder(onStick(running, await snapshotNow(running)))
    const secret = await secretOf(head, 'head')
    raw().pragma('wal_checkpoint(truncate)')
    const file = path.join(running.dir, databaseName)
    const bytes = readFileSync(file)
    // Every page but those that are in use already: the copy meets them, what is open does not.
    for (let at = 40 * 4096; at + 4096 < bytes.length; at += 4096) bytes[at + 100]! ^= 1
    writeFileSync(file, bytes)
    const done = (await eventsOf(head.restore.run({ source, secret }))).at(-1)
    expect(done).toMatchObject({ kind: 'done', undoUntil: null })
    await head.session.logIn(secret)
    expect(await peopleOf(head)).toBe(1)
    const [aside] = readdirSync(path.join(running.dir, 'aside'))
    expect(readdirSync(path.join(running.dir, 'aside', aside ?? ''))).toContain(databaseName)
    expect((await eventsOf(head.health.verify({}))).at(-1)).toMatchObject({ report: { ok: true } })
  })
})

describe('a copy that is not what it says', () => {
  const rewritten = (folder: string, change: (text: string) => string) => {
    const file = path.join(folder, manifestFile)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }
  /** Written by somebody who has the key. */
  const signed = (
    folder: string,
    change: Partial<ReturnType<typeof parseManifest>['manifest']>,
  ) => {
    const file = path.join(folder, manifestFile)
    const { manifest } = parseManifest(readFileSync(file, 'utf8'))
    writeFileSync(file, serialiseManifest({ ...manifest, ...change }, running.office.vault.key()))
  }
  const flipped = (file: string) => {
    const bytes = readFileSync(file)
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    writeFileSync(file, bytes)
  }
  const cases: [string, string, (folder: string) => void][] = [
    ['without a manifest: never finished', 'copyIncomplete', (f) => { rmSync(path.join(f, manifestFile)) }],
    ['without its database', 'copyIncomplete', (f) => { rmSync(path.join(f, databaseName)) }],
    ['without its list of files', 'copyIncomplete', (f) => { rmSync(path.join(f, 'files.json')) }],
    ['one bit of the database', 'copyDamaged', (f) => { flipped(path.join(f, databaseName)) }],
    ['one bit of the keyring', 'copyDamaged', (f) => { flipped(path.join(f, 'keyring.json')) }],
    ['counts changed by hand', 'copyDamaged', (f) => { rewritten(f, (text) => text.replace('"people": 1', '"people": 2')) }],
    ['counts changed with the key', 'copyDamaged', (f) => { signed(f, { counts: { people: 9, applications: 0, contracts: 0, papers: 0, files: 0 } }) }],
    ['an anchor changed with the key', 'copyDamaged', (f) => { signed(f, { auditHead: { seq: 3, hash: 'a'.repeat(64), recordedAt: '2026-11-16T08:00:00.000Z' } }) }],
    ['a later program', 'copyNewer', (f) => { signed(f, { schema: { count: 99, name: '0098_later', chain: 'a'.repeat(64) } }) }],
    ['a later format', 'copyNewer', (f) => { rewritten(f, (text) => text.replace('"format": 1', '"format": 2')) }],
    ['other migrations', 'copyForked', (f) => { signed(f, { schema: { count: 2, name: '0001_other', chain: 'a'.repeat(64) } }) }],
    ['another office', 'otherOffice', (f) => { otherOffice(f) }],
  ] // prettier-ignore

  /** A whole copy of another office: its keyring and manifest fit each other. */
  const otherOffice = (folder: string) => {
    const file = path.join(folder, manifestFile)
    const { manifest } = parseManifest(readFileSync(file, 'utf8'))
    const keyring = JSON.parse(readFileSync(path.join(folder, 'keyring.json'), 'utf8')) as {
      keyring: Keyring
    }
    const foreign = newId()
    const text = serialiseKeyring({ ...keyring.keyring, officeId: foreign })
    writeFileSync(path.join(folder, 'keyring.json'), text)
    writeFileSync(
      file,
      serialiseManifest(
        { ...manifest, officeId: foreign, keyring: describeBytes(text) },
        running.office.vault.key(),
      ),
    )
  }

  test.each(cases)('%s: %s, and nothing is changed', async (_, problem, spoil) => {
    const head = await running.as('head')
    const clerk = await running.as('clerk')
    await clerk.people.create(click(personInput()))
    const folder = onStick(running, await snapshotNow(running))
    spoil(folder)
    const secret = await secretOf(head, 'head')
    expect(
      await refusal(eventsOf(head.restore.run({ source: fromFolder(folder), secret }))),
    ).toMatchObject({ code: 'RULE', data: { problems: [{ code: problem }] } })
    expect((await head.session.current({})).status).toBe('open')
    expect(await peopleOf(head)).toBe(1)
    expect(existsSync(path.join(running.dir, 'aside'))).toBe(false)
  })
})
