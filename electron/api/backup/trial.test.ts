import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs' // prettier-ignore
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseName } from '#db/backup/swap.ts'
import { getCopy, getMedium, sawMedium } from '#db/queries/backup.ts'
import { registersWithHoles } from '#db/queries/registry-numbers.ts'
import { tryOne } from '#electron/office/monthly-trial.ts'
import { eventsOf } from '../testing/answers.ts'
import { refusal } from '../testing/refusal.ts'
import { approvedCase } from '../testing/cases.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { fromFolder, onStick, snapshotNow } from '../testing/copies.ts'
import { click, openNewOffice, openOffice, secretOf, testPassword, wholePath, type RunningOffice } from '../testing/office.ts' // prettier-ignore
import { personInput } from '../testing/person-data.ts'

let running: RunningOffice
beforeEach(async () => {
  running = await openOffice()
})
afterEach(() => running.dispose())

test('a clerk tries a copy: all but the swap, and nothing of the office changes', async () => {
  const clerk = await running.as('clerk')
  await clerk.people.create(click(personInput()))
  const place = running.folder()
  const made = (await eventsOf(clerk.backup.make({ place }))).at(-1)
  if (made?.kind !== 'done') throw new Error('no copy')
  const { media } = await clerk.backup.overview({})
  const { officeId } = (await clerk.office.find({})) as unknown as { officeId?: string }
  expect(officeId).toBeUndefined()
  const [id] = readdirSync(path.join(place, 'Opora'))
  const copies = path.join(place, 'Opora', id ?? '', 'copies')
  const source = fromFolder(path.join(copies, readdirSync(copies)[0] ?? ''))
  expect(media[0]?.copies[0]?.triedAt).toBeNull()
  const done = (await eventsOf(clerk.restore.trial({ source }))).at(-1)
  expect(done).toMatchObject({ kind: 'done', manifest: { counts: { people: 1 } } })
  expect((await clerk.backup.overview({})).media[0]?.copies[0]?.triedAt).toBe(running.office.now())
  expect(readdirSync(path.join(running.dir, 'work'))).toEqual([])
  expect(existsSync(path.join(running.dir, 'aside'))).toBe(false)
  expect((await clerk.session.current({})).status).toBe('open')

  // By itself a month later, and not a day earlier; a copy that went bad is told as such.
  running.advance(29 * 86_400_000)
  const head = await running.as('head')
  expect(await tryOne(running.office)).toBeNull()
  running.advance(2 * 86_400_000)
  await running.as('head')
  expect(await tryOne(running.office)).toBe(made.copy.id)
  running.advance(31 * 86_400_000)
  const again = await running.as('clerk')
  const file = path.join(source.kind === 'folder' ? source.path : '', databaseName)
  const bytes = readFileSync(file)
  bytes[bytes.length - 9]! ^= 1
  writeFileSync(file, bytes)
  expect(await tryOne(running.office)).toBe(made.copy.id)
  expect((await again.backup.overview({})).media[0]?.copies[0]?.state).toBe('failed')
  expect(head).toBeDefined()
})

test('a stick that only an old key opens does not keep the next from its monthly trial', async () => {
  const keeper = await running.as('administrator')
  const makeOn = async (place: string) => {
    const clerk = await running.as('clerk')
    const made = (await eventsOf(clerk.backup.make({ place }))).at(-1)
    if (made?.kind !== 'done') throw new Error('no copy')
    return made.copy
  }
  const old = await makeOn(running.folder())
  await eventsOf(keeper.keyring.change({ password: testPassword }))
  const newer = await makeOn(running.folder())
  running.advance(31 * 86_400_000)
  await running.as('clerk')
  const database = running.office.vault.database()
  // The one that was seen last is looked at first.
  const medium = getMedium(database.orm, old.mediumId)
  database.transaction((tx) => {
    sawMedium(tx, medium, running.office.now())
  })
  expect(await tryOne(running.office)).toBe(newer.id)
  const triedAt = (id: string) => getCopy(database.orm, id).triedAt
  expect([triedAt(old.id), triedAt(newer.id)]).toEqual([null, running.office.now()])
})

test('after a restore no number is drawn until what stands on paper was typed; the hole is a gap', async () => {
  const all = await running.as(...wholePath)
  const head = await running.as('head')
  await issuedContract({ worker: all, head }, approvedCase(running.office).personId)
  const name = await snapshotNow(running)
  // Two more go out on paper, which the copy does not know.
  for (let i = 0; i < 2; i++)
    await issuedContract({ worker: all, head }, approvedCase(running.office).personId)
  const secret = await secretOf(head, 'head')
  await eventsOf(head.restore.run({ source: { kind: 'snapshot', name }, secret }))
  await head.session.logIn(secret)
  const worker = await running.as(...wholePath)
  const issue = () => issuedContract({ worker, head }, approvedCase(running.office).personId)
  expect(await refusal(issue())).toMatchObject({
    code: 'RULE',
    data: { problems: [{ code: 'numbersUnconfirmed' }] },
  })
  const { registers } = await head.restore.numbers({})
  const contract = registers.find((one) => one.register === 'contract')
  expect(contract).toMatchObject({ year: 2026, lastNumber: 1 })
  const typed = (last: number) =>
    registers.map(({ register, year, lastNumber }) => ({
      ...{ register, year },
      lastOnPaper: register === 'contract' ? last : lastNumber,
    }))
  expect(await refusal(head.restore.confirmNumbers(click({ registers: typed(0) })))).toMatchObject({
    data: { problems: [{ code: 'numberBelowCounter', params: { number: 1 } }] },
  })
  expect(
    await refusal(head.restore.confirmNumbers(click({ registers: typed(3).slice(1) }))),
  ).toMatchObject({ data: { problems: [{ code: 'required' }] } })
  const clerk = await running.as('clerk')
  expect(await refusal(clerk.restore.confirmNumbers(click({ registers: typed(3) })))).toMatchObject(
    { code: 'FORBIDDEN' },
  )
  expect(await head.restore.confirmNumbers(click({ registers: typed(3) }))).toEqual({
    gaps: [{ register: 'contract', year: 2026, first: 2, last: 3 }],
  })
  const { id } = await issue()
  expect((await head.contracts.find({ id })).number).toContain('4')
  expect(registersWithHoles(running.office.vault.database().orm)).toEqual([])
  expect(await head.restore.numbers({})).toMatchObject({ open: false, registers: [] })
})

test('sticks made before a change of key open with the password of that time alone', async () => {
  const keeper = await running.as('administrator')
  const head = await running.as('head')
  const folder = onStick(running, await snapshotNow(running))
  const source = fromFolder(folder)
  const secret = await secretOf(head, 'head')
  const own = 'нова липа 9 врабчета'
  await head.session.changePassword({ old: testPassword, new: own })
  await eventsOf(keeper.keyring.change({ password: testPassword }))
  expect(await head.restore.look({ source })).toMatchObject({ ownKey: false })
  const clerk = await running.as('clerk')
  expect(await refusal(eventsOf(clerk.restore.trial({ source })))).toMatchObject({
    data: { problems: [{ code: 'copyPasswordNeeded' }] },
  })
  const newer = { ...(await secretOf(head, 'head')), password: own }
  expect(await refusal(eventsOf(clerk.restore.trial({ source, secret: newer })))).toMatchObject({
    code: 'UNAUTHENTICATED',
  })
  expect((await eventsOf(clerk.restore.trial({ source, secret }))).at(-1)).toMatchObject({
    kind: 'done',
  })
  // Brought back it works under its own key, and the safety copy under the other one brings today back.
  await eventsOf(head.restore.run({ source, secret }))
  await head.session.logIn(secret)
  expect((await eventsOf(head.restore.undo({ secret: newer }))).at(-1)).toMatchObject({
    kind: 'done',
  })
  await head.session.logIn(newer)
})

/** Needs the right to mount; elsewhere said loudly. */
const maySkip = process.platform !== 'linux' || process.getuid?.() !== 0
test.skipIf(maySkip)('a disk too small for the copy: told, and nothing is left on it', async () => {
  const clerk = await running.as('clerk')
  await clerk.people.create(click(personInput()))
  const folder = onStick(running, await snapshotNow(running))
  const secret = await secretOf(clerk, 'clerk')
  const dir = running.folder()
  const small = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=900k', 'tmpfs', dir])
  expect(small.status).toBe(0)
  try {
    const fresh = await openNewOffice(dir)
    try {
      const before = readdirSync(dir).sort()
      const client = fresh.stranger()
      expect(
        await refusal(eventsOf(client.rescue.run({ source: fromFolder(folder), secret }))),
      ).toMatchObject({ code: 'RULE', data: { problems: [{ code: 'ownDiskFull' }] } })
      expect(
        readdirSync(dir)
          .filter((name) => name !== 'work')
          .sort(),
      ).toEqual(before)
      expect((await client.session.current({})).status).toBe('new')
    } finally {
      await fresh.office.close()
    }
  } finally {
    spawnSync('umount', [dir])
  }
  mkdirSync(dir, { recursive: true })
})
