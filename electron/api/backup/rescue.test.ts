import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs' // prettier-ignore
import os from 'node:os'
import path from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { databaseName } from '#db/backup/swap.ts'
import { keyringCopyFile, keyringFile } from '#db/keyring/store.ts'
import { memoryCaller } from '#electron/office/memory-caller.ts'
import { eventsOf } from '../testing/answers.ts'
import { refusal } from '../testing/refusal.ts'
import { fromFolder, onStick, snapshotNow } from '../testing/copies.ts'
import { click, openNewOffice, openOffice, secretOf, testOfficeInput, testPassword, type Client, type RunningOffice } from '../testing/office.ts' // prettier-ignore
import { personInput } from '../testing/person-data.ts'
import { router } from '../router.ts'

const open: RunningOffice[] = []
const rubbish: string[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.dispose()
  for (const folder of rubbish.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const opened = async (office: Promise<RunningOffice>) => {
  const one = await office
  open.push(one)
  return one
}

const people = async (client: Client) => (await client.people.list({ offset: 0, limit: 50 })).total

/** An office with one person, its recovery code and a stick, stopped. */
async function prepare() {
  const running = await openOffice()
  const keeper = await running.as('administrator')
  const { askGroup } = await keeper.recovery.issueSheet({})
  const code = [...running.office.recoverySheets.values()][0]?.code ?? ''
  await keeper.recovery.confirm(click({ group: code.split('-')[askGroup - 1] ?? '' }))
  const clerk = await running.as('clerk')
  await clerk.people.create(click(personInput()))
  const name = await snapshotNow(running)
  const folder = onStick(running, name)
  const secret = await secretOf(clerk, 'head')
  const { slotId: clerkSlot } = await secretOf(clerk, 'clerk')
  await running.office.close()
  return {
    from: running.dir,
    folder,
    name,
    code,
    secret,
    clerkSlot,
    removeAll: () => running.dispose(),
  }
}
let prepared: Awaited<ReturnType<typeof prepare>>
beforeAll(async () => {
  prepared = await prepare()
})
afterAll(() => prepared.removeAll())

/** Its folder in a copy that may be spoiled. */
function stopped() {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'opora-spoilt-'))
  cpSync(prepared.from, dir, { recursive: true })
  rubbish.push(dir)
  return { ...prepared, dir }
}

test('a fresh computer: any profile of the copy, or the sheet, brings the office back', async () => {
  const { folder, secret, clerkSlot, code } = stopped()
  for (const [own, slotId] of [
    [{ slotId: clerkSlot, password: testPassword }, clerkSlot],
    [{ code }, secret.slotId],
  ] as const) {
    const fresh = await opened(openNewOffice())
    const client = fresh.stranger()
    expect((await client.session.current({})).status).toBe('new')
    const source = fromFolder(folder)
    expect(await client.rescue.look({ source })).toMatchObject({ copy: { counts: { people: 1 } } })
    const done = (await eventsOf(client.rescue.run({ source, secret: own }))).at(-1)
    expect(done).toMatchObject({ kind: 'done', undoUntil: null, missingFiles: 0 })
    expect((await client.session.current({})).status).toBe('loggedOut')
    await client.session.logIn({ slotId, password: testPassword })
    expect(await people(client)).toBe(1)
    const keeper = await fresh.as('administrator')
    expect((await eventsOf(keeper.health.verify({}))).at(-1)).toMatchObject({
      report: { ok: true },
    })
    const head = await fresh.as('head')
    expect((await head.restore.numbers({})).open).toBe(true)
    expect((await head.backup.overview({})).asides).toEqual([])
    // Nobody brings another copy over it from outside.
    expect(
      await refusal(eventsOf(fresh.stranger().rescue.run({ source, secret: own }))),
    ).toMatchObject({ code: 'FORBIDDEN' })
  }
})

test('a fresh computer in the browser: only with the token printed at the start', async () => {
  const { folder, secret } = stopped()
  const fresh = await opened(openNewOffice())
  const caller = Object.create(memoryCaller(fresh.office, 'browser')) as ReturnType<
    typeof memoryCaller
  >
  Object.defineProperty(caller, 'maySetUp', { value: (token?: string) => token === 'printed' })
  const client = createRouterClient(router, { context: { office: fresh.office, caller } })
  const source = fromFolder(folder)
  for (const token of [undefined, 'guessed']) {
    expect(await refusal(client.rescue.state({ token }))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(client.rescue.look({ token, source }))).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await refusal(eventsOf(client.rescue.run({ token, source, secret })))).toMatchObject({
      code: 'FORBIDDEN',
    })
  }
  expect(
    (await eventsOf(client.rescue.run({ token: 'printed', source, secret }))).at(-1),
  ).toMatchObject({ kind: 'done' })
})

test('an office that works is not touched from outside', async () => {
  const { folder, secret } = stopped()
  const works = await opened(openOffice())
  const client = works.stranger()
  const source = fromFolder(folder)
  expect(await refusal(client.rescue.state({}))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await refusal(eventsOf(client.rescue.run({ source, secret })))).toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(existsSync(path.join(works.dir, 'aside'))).toBe(false)
})

const first = (dir: string) => {
  const file = path.join(dir, databaseName)
  const bytes = readFileSync(file)
  for (let at = 100; at < 4096; at += 64) bytes[at]! ^= 1
  writeFileSync(file, bytes)
}
const broken: [string, string, boolean, (dir: string) => void][] = [
  ['no database file', 'databaseMissing', false, (dir) => { rmSync(path.join(dir, databaseName)) }],
  ['an empty database file', 'databaseDamaged', false, (dir) => { writeFileSync(path.join(dir, databaseName), '') }],
  ['a damaged first page', 'databaseOtherKey', true, first],
  ['a plain database in its place', 'databaseDamaged', true, (dir) => { writeFileSync(path.join(dir, databaseName), `SQLite format 3\0${'x'.repeat(4096)}`) }],
  ['both keyrings gone', 'keyringMissing', false, (dir) => { for (const name of [keyringFile, keyringCopyFile]) rmSync(path.join(dir, name)) }],
  ['both keyrings torn', 'keyringDamaged', false, (dir) => { for (const name of [keyringFile, keyringCopyFile]) writeFileSync(path.join(dir, name), '{"keyring":') }],
] // prettier-ignore

test.each(broken)(
  '%s: the page is told, and the newest snapshot brings the office back',
  async (_, reason, atLogIn, spoil) => {
    const { dir, name, secret, clerkSlot } = stopped()
    spoil(dir)
    const before = readdirSync(dir).includes(databaseName)
      ? readFileSync(path.join(dir, databaseName))
      : null
    const running = await opened(openOffice(dir))
    const client = running.stranger()
    // What only the key can tell is told once somebody typed a password.
    if (atLogIn)
      expect(await refusal(client.session.logIn(secret))).toMatchObject({
        code: 'NOT_OPENING',
        data: { reason },
      })
    expect(await client.session.current({})).toMatchObject({ status: 'rescue', reason })
    const { snapshots } = await client.rescue.state({})
    expect(snapshots[0]).toMatchObject({ name, problem: null })
    const source = { kind: 'snapshot' as const, name }
    // A clerk of the copy may not: nobody of the live office could have allowed it.
    expect(
      await refusal(
        eventsOf(
          client.rescue.run({ source, secret: { slotId: clerkSlot, password: testPassword } }),
        ),
      ),
    ).toMatchObject({ code: 'FORBIDDEN' })
    expect(existsSync(path.join(running.dir, 'aside'))).toBe(false)

    expect((await eventsOf(client.rescue.run({ source, secret }))).at(-1)).toMatchObject({
      kind: 'done',
    })
    await client.session.logIn(secret)
    expect(await people(client)).toBe(1)
    // What was damaged is kept as it was.
    const [aside] = readdirSync(path.join(running.dir, 'aside'))
    const kept = path.join(running.dir, 'aside', aside ?? '', databaseName)
    expect(existsSync(kept) ? readFileSync(kept) : null).toEqual(before)
    expect((await eventsOf(client.health.verify({}))).at(-1)).toMatchObject({
      report: { ok: true },
    })
  },
)

/** An office of its own, whose first person is logged in. */
async function otherOffice() {
  const other = await opened(openNewOffice())
  const client = other.stranger()
  await client.office.setUp({
    office: testOfficeInput,
    account: { displayName: 'Чужда', position: null },
    password: testPassword,
  })
  return { other, client }
}

/** Its copy on a stick, and who opens it. */
async function foreignCopy() {
  const { other, client } = await otherOffice()
  const state = await client.session.current({})
  const slotId = state.status === 'new' ? '' : (state.profiles[0]?.slotId ?? '')
  const folder = onStick(other, await snapshotNow(other))
  return { source: fromFolder(folder), secret: { slotId, password: testPassword } }
}

test('the keyring of another office: told at the log-in, and the sheet of the copy helps', async () => {
  const { dir, name, code } = stopped()
  const { other } = await otherOffice()
  for (const file of [keyringFile, keyringCopyFile])
    cpSync(path.join(other.dir, file), path.join(dir, file))
  const running = await opened(openOffice(dir))
  const client = running.stranger()
  const state = await client.session.current({})
  const slotId = state.status === 'new' ? '' : (state.profiles[0]?.slotId ?? '')
  expect(await refusal(client.session.logIn({ slotId, password: testPassword }))).toMatchObject({
    code: 'NOT_OPENING',
    data: { reason: 'databaseOtherKey' },
  })
  const source = { kind: 'snapshot' as const, name }
  const done = await eventsOf(client.rescue.run({ source, secret: { code } }))
  expect(done.at(-1)).toMatchObject({ kind: 'done' })
  expect(await people(await running.as('head'))).toBe(1)
})

test.each(broken.slice(-2))(
  '%s: a copy of another office is refused, by whatever still says whose data these are',
  async (_, reason, _atLogIn, spoil) => {
    const foreign = await foreignCopy()
    const { dir: spoilt, name, secret } = stopped()
    spoil(spoilt)
    const running = await opened(openOffice(spoilt))
    const { dir } = running
    const client = running.stranger()
    const own = { kind: 'snapshot' as const, name }
    const expectRefused = async () => {
      const before = readdirSync(dir).sort()
      const { source } = foreign
      for (const asked of [
        () => client.rescue.look({ source }),
        () => eventsOf(client.rescue.run({ ...foreign, withoutMissingFiles: true })),
      ])
        expect(await refusal(asked())).toMatchObject({
          code: 'RULE',
          data: { problems: [{ code: 'otherOffice' }] },
        })
      expect(await client.session.current({})).toMatchObject({ status: 'rescue', reason })
      expect(readdirSync(dir).sort()).toEqual(before)
    }
    await expectRefused()
    // What an earlier restore put aside tells it where no snapshot is left.
    await eventsOf(client.rescue.run({ source: own, secret }))
    const head = running.stranger()
    await head.session.logIn(secret)
    await eventsOf(head.restore.run({ source: own, secret }))
    spoil(dir)
    rmSync(path.join(dir, 'snapshots'), { recursive: true })
    await expectRefused()
    // Where nothing tells there is nothing to compare with: the copy is let in.
    rmSync(path.join(dir, 'aside'), { recursive: true })
    expect(await client.rescue.look({ source: foreign.source })).toMatchObject({ copy: {} })
    expect((await eventsOf(client.rescue.run(foreign))).at(-1)).toMatchObject({ kind: 'done' })
  },
)

test('a swap that a power cut left is finished before anything is opened', async () => {
  const { dir, name, secret } = stopped()
  const running = await opened(openOffice(dir))
  const head = await running.as('head')
  await head.people.create(click(personInput()))
  await eventsOf(head.restore.run({ source: { kind: 'snapshot', name }, secret }))
  await running.office.close()
  // As after a cut between the first move in and the last: the journal is there, one move is owed.
  const owed = { from: `work/cut/${keyringFile}`, to: keyringFile }
  const moves = [{ from: `work/cut/${databaseName}`, to: databaseName }, owed]
  cpSync(path.join(running.dir, keyringFile), path.join(running.dir, owed.from), {
    recursive: true,
  })
  rmSync(path.join(running.dir, keyringFile))
  rmSync(path.join(running.dir, keyringCopyFile))
  writeFileSync(
    path.join(running.dir, 'swap.json'),
    JSON.stringify({ format: 1, purpose: 'restore', id: 'cut', moves }),
  )
  const next = await opened(openOffice(running.dir))
  expect(await people(await next.as('head'))).toBe(1)
  expect(readdirSync(next.dir)).not.toContain('swap.json')
})
