import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../connection.ts'
import { slotFingerprint, type Slot } from '../keyring/format.ts'
import { addSlot, createKeyring, removeSlot } from '../keyring/keyring.ts'
import { keyIdOf } from '../keyring/slot.ts'
import { readKeyring, writeKeyring } from '../keyring/store.ts'
import { trustedSlots } from '../keyring/verifier.ts'
import { insertAccount, setAccountSlot } from '../queries/accounts.ts'
import { getOffice, setRecoverySlot } from '../queries/office.ts'
import { openTestOffice, testNow, weakHash, type TestOffice } from '../testing/database.ts'
import { listSnapshots, makeSnapshot, openCopy, snapshotsFolder } from './snapshot.ts'

/*
 * A password that is changed while a copy is made: new slot into the file, its fingerprint into the
 * database, old slot out of the file. A copy of one of its halves could not be opened by its owner.
 */
let office: TestOffice
let first: Slot
let second: Slot
let forFirst: Slot
let forSecond: Slot
const otherId = 'other-account'

beforeEach(async () => {
  office = openTestOffice()
  const { id } = getOffice(office.db.orm)
  const words = { officeId: id, officeName: 'Служба', displayName: 'Мария', password: 'първа' }
  const made = await createKeyring(words, weakHash)
  const add = async (displayName: string) =>
    (await addSlot(made.keyring, made.databaseKey, { displayName, password: 'друга' }, weakHash))
      .slot
  first = made.slot
  second = await add('Петър')
  forFirst = await add('Мария')
  forSecond = await add('Петър')
  const recovery = made.keyring.slots.find(({ kind }) => kind === 'recovery')
  if (!recovery) throw new Error('no recovery slot')
  writeKeyring(office.folder, {
    ...made.keyring,
    keyId: keyIdOf(office.key),
    slots: [first, second, recovery],
  })
  office.db.transaction((tx) => {
    setRecoverySlot(tx, { slotId: recovery.id, fingerprint: slotFingerprint(recovery) }, testNow)
    insertAccount(tx, {
      id: otherId,
      displayName: 'Петър',
      roles: ['socialWorker'],
      slotId: second.id,
      slotFingerprint: slotFingerprint(second),
      passwordChangedAt: testNow,
      createdAt: testNow,
      updatedAt: testNow,
    })
  })
  nameSlot(office.accountId, first)
})
afterEach(() => {
  office.dispose()
})

function nameSlot(accountId: string, slot: Slot): void {
  const trusted = { slotId: slot.id, fingerprint: slotFingerprint(slot) }
  office.db.transaction((tx) => {
    setAccountSlot(tx, accountId, trusted, { changedAt: testNow, mustChange: false })
  })
}
const keyring = () => readKeyring(office.folder).keyring
function addToFile(slot: Slot): void {
  const now = keyring()
  writeKeyring(office.folder, {
    ...now,
    slots: [...now.slots, slot],
    revision: now.revision + 1,
  })
}
function takeFromFile(slot: Slot): void {
  writeKeyring(office.folder, removeSlot(keyring(), slot.id))
}
function change(accountId: string, from: Slot, to: Slot): void {
  addToFile(to)
  nameSlot(accountId, to)
  takeFromFile(from)
}

/** The office's own connection, with something done right before and right after the copying. */
function copying(around: { before?: () => void; after?: () => void }): Database {
  const raw = new Proxy(office.db.raw, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...given: unknown[]): unknown => {
        const isCopying = name === 'prepare' && String(given[0]).startsWith('vacuum into')
        const statement: unknown = Reflect.apply(value, target, given)
        if (!isCopying) return statement
        return {
          run(file: string) {
            around.before?.()
            ;(statement as { run: (file: string) => void }).run(file)
            around.after?.()
          },
        }
      }
    },
  })
  return { ...office.db, raw }
}

/** Ids that the copy's database trusts, and those that its own keyring holds. */
function copyWhile(around: { before?: () => void; after?: () => void }) {
  const { name } = makeSnapshot({
    dataDir: office.folder,
    database: copying(around),
    key: office.key,
    now: new Date(testNow),
    occasion: 'login',
    madeBy: null,
    programVersion: '1.2.3',
  })
  expect(listSnapshots(office.folder)).toHaveLength(1)
  const folder = join(office.folder, snapshotsFolder, name)
  const copy = openCopy(folder, office.key)
  try {
    const trusted = trustedSlots(copy.orm).map(({ slotId }) => slotId)
    const held = readKeyring(folder, { repair: false }).keyring.slots.map(({ id }) => id)
    return { trusted: trusted.toSorted(), held: held.toSorted() }
  } finally {
    copy.close()
  }
}

test.each([
  [
    'right before the copying',
    {
      before: () => {
        change(office.accountId, first, forFirst)
      },
    },
  ],
  [
    'right after the copying',
    {
      after: () => {
        change(office.accountId, first, forFirst)
      },
    },
  ],
  [
    'of one before and of another after it',
    {
      before: () => {
        change(office.accountId, first, forFirst)
      },
      after: () => {
        change(otherId, second, forSecond)
      },
    },
  ],
  [
    'cut in the middle by the copying',
    {
      before: () => {
        addToFile(forFirst)
        nameSlot(office.accountId, forFirst)
      },
      after: () => {
        takeFromFile(first)
      },
    },
  ],
])('a password changed %s: every profile of the copy opens it', (_when, around) => {
  const { trusted, held } = copyWhile(around)
  expect(held).toEqual(trusted)
  expect(held).toHaveLength(3)
})

test('a slot that came and went while the copy was made: the copy is taken once more', () => {
  let times = 0
  const { trusted, held } = copyWhile({
    before() {
      times += 1
      if (times === 1) change(office.accountId, first, forFirst)
    },
    after() {
      if (times === 1) change(office.accountId, forFirst, forSecond)
    },
  })
  expect(times).toBe(2)
  expect(held).toEqual(trusted)
  expect(held).toContain(forSecond.id)
})

test('a profile that has no slot in the office either does not stand in the way of a copy', () => {
  takeFromFile(second)
  let times = 0
  const { trusted, held } = copyWhile({
    after() {
      times += 1
      if (times === 1) addToFile(forFirst)
    },
  })
  expect(trusted).toContain(second.id)
  expect(held).toContain(first.id)
})
