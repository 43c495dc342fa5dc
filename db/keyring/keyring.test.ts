import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { insertAccount, listAccounts, setAccountSlot, updateAccount } from '../queries/accounts.ts'
import { openTestOffice, testNow, weakHash, type TestOffice } from '../testing/database.ts'
import {
  KeyringMissing,
  KeyringNewer,
  SlotForged,
  SlotMissing,
  SlotParametersRefused,
  WrongPassword,
} from './errors.ts'
import { slotFingerprint, type Keyring, type Slot } from './format.ts'
import {
  addSlot,
  changePassword,
  createKeyring,
  keepTrusted,
  reissueRecovery,
  removeSlot,
  renameInKeyring,
  resealAll,
  resetPassword,
  unlockWithPassword,
  unlockWithRecovery,
  type CreatedKeyring,
  type TrustedSlot,
} from './keyring.ts'
import { sealKey } from './slot.ts'
import { keyringCopyFile, keyringFile, readKeyring, writeKeyring } from './store.ts'
import { accountOfSlot, trustedSlots } from './verifier.ts'

const password = 'дълга парола за проба'
let made: CreatedKeyring
beforeAll(async () => {
  made = await createKeyring(
    { officeId: 'office', officeName: 'Център „Пример“', displayName: 'Мария', password },
    weakHash,
  )
})

function trustAll(keyring: Keyring): TrustedSlot[] {
  return keyring.slots.map((slot) => ({
    slotId: slot.id,
    fingerprint: slotFingerprint(slot),
    kind: slot.kind,
  }))
}

describe('slots', () => {
  test('password and recovery code give the same key; a wrong one gives none', async () => {
    const { keyring, slot, databaseKey, recoveryCode } = made
    expect(await unlockWithPassword(keyring, slot.id, password, weakHash)).toEqual(databaseKey)
    const recovered = await unlockWithRecovery(keyring, recoveryCode.toLowerCase(), weakHash)
    expect(recovered.databaseKey).toEqual(databaseKey)
    await expect(unlockWithPassword(keyring, slot.id, `${password} `, weakHash)).rejects.toThrow(
      WrongPassword,
    )
    await expect(unlockWithRecovery(keyring, 'ACEHK', weakHash)).rejects.toThrow(WrongPassword)
    // The recovery slot is no account, so no password may be tried on it and the other way round.
    const recoverySlot = made.recoverySlot.id
    await expect(unlockWithPassword(keyring, recoverySlot, recoveryCode, weakHash)).rejects.toThrow(
      SlotMissing,
    )
  })

  test('a decomposed й typed on another system is the same password', async () => {
    const wanted = 'майски йогурт 2026'
    const changed = await changePassword(made.keyring, made.slot.id, password, wanted, weakHash)
    const { keyring, slot } = changed
    const key = await unlockWithPassword(keyring, slot.id, wanted.normalize('NFD'), weakHash)
    expect(key).toEqual(made.databaseKey)
    await expect(unlockWithPassword(keyring, slot.id, password, weakHash)).rejects.toThrow(
      WrongPassword,
    )
    // Another slot: by the one of before the database tells a keyring that was put back.
    expect(slotFingerprint(slot)).not.toBe(slotFingerprint(made.slot))
  })

  test('reset and leaver need nobody’s password; the fingerprint changes with a reset', async () => {
    const added = await addSlot(
      made.keyring,
      made.databaseKey,
      { displayName: 'Иван', password: 'a' },
      weakHash,
    )
    const reset = await resetPassword(added.keyring, made.databaseKey, added.slot.id, 'b', weakHash)
    expect(slotFingerprint(reset.slot)).not.toBe(slotFingerprint(added.slot))
    expect(await unlockWithPassword(reset.keyring, reset.slot.id, 'b', weakHash)).toEqual(
      made.databaseKey,
    )
    const after = removeSlot(reset.keyring, added.slot.id)
    await expect(unlockWithPassword(after, added.slot.id, 'a', weakHash)).rejects.toThrow(
      SlotMissing,
    )
    expect(after.slots).toHaveLength(3)
  })

  test('a new recovery sheet: during the change both open, then only the new one', async () => {
    const next = await reissueRecovery(made.keyring, made.databaseKey, weakHash)
    for (const code of [made.recoveryCode, next.recoveryCode])
      expect((await unlockWithRecovery(next.keyring, code, weakHash)).databaseKey).toEqual(
        made.databaseKey,
      )
    const after = removeSlot(next.keyring, made.recoverySlot.id)
    await expect(unlockWithRecovery(after, made.recoveryCode, weakHash)).rejects.toThrow(
      WrongPassword,
    )
  })

  test('a slot moved to another office or under another id does not open', async () => {
    const elsewhere = { ...made.keyring, officeId: 'another' }
    await expect(unlockWithPassword(elsewhere, made.slot.id, password, weakHash)).rejects.toThrow(
      WrongPassword,
    )
    const renamed: Slot = { ...made.slot, id: 'other' }
    await expect(
      unlockWithPassword({ ...made.keyring, slots: [renamed] }, 'other', password, weakHash),
    ).rejects.toThrow(WrongPassword)
  })

  test('a lowered or monstrous cost in the file is refused before anything is computed', async () => {
    for (const n of [2 ** 10, 2 ** 16, 2 ** 24, 3 * 2 ** 16]) {
      const slot = { ...made.slot, privateKey: { ...made.slot.privateKey, n } }
      await expect(
        unlockWithPassword({ ...made.keyring, slots: [slot] }, slot.id, password),
      ).rejects.toThrow(SlotParametersRefused)
    }
  })

  test('the real cost is written and accepted: N = 2^17, r = 8, p = 1', async () => {
    const real = await createKeyring({ officeId: 'o', officeName: 'О', displayName: 'Д', password })
    expect(real.slot.privateKey).toMatchObject({ n: 2 ** 17, r: 8, p: 1 })
    const key = createPublicKey({
      key: Buffer.from(real.slot.publicKey, 'base64'),
      type: 'spki',
      format: 'der',
    })
    expect(key.asymmetricKeyDetails).toMatchObject({ modulusLength: 3072 })
    expect(await unlockWithPassword(real.keyring, real.slot.id, password)).toEqual(real.databaseKey)
    await expect(unlockWithPassword(real.keyring, real.slot.id, 'x')).rejects.toThrow(WrongPassword)
  })
})

describe('forged slots', () => {
  function attackersSlot(databaseKey: Buffer): Slot {
    const pair = generateKeyPairSync('rsa', { modulusLength: 3072 })
    const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    return { ...made.slot, publicKey, sealedKey: sealKey(publicKey, databaseKey) }
  }

  test('a change of the key is not handed to a key that the database does not know', () => {
    const trusted = trustAll(made.keyring)
    const forged = attackersSlot(made.databaseKey)
    const swapped = { ...made.keyring, slots: [forged, made.recoverySlot] }
    expect(() => resealAll(swapped, randomBytes(32), trusted)).toThrow(SlotForged)
    const asRecovery = { ...made.slot, kind: 'recovery' as const }
    const promoted = { ...made.keyring, slots: [asRecovery, made.recoverySlot] }
    expect(() => resealAll(promoted, randomBytes(32), trusted)).toThrow(SlotForged)
  })

  test('after a change of key everybody’s password opens the new one', async () => {
    const newKey = randomBytes(32)
    const next = resealAll(made.keyring, newKey, trustAll(made.keyring))
    expect(await unlockWithPassword(next, made.slot.id, password, weakHash)).toEqual(newKey)
    expect((await unlockWithRecovery(next, made.recoveryCode, weakHash)).databaseKey).toEqual(
      newKey,
    )
  })

  describe('against the database', () => {
    let office: TestOffice
    beforeEach(() => {
      office = openTestOffice()
    })
    afterEach(() => {
      office.dispose()
    })

    test('only the slot that the account names opens as the account, and not once it is disabled', () => {
      const slot = { slotId: made.slot.id, fingerprint: slotFingerprint(made.slot) }
      office.db.transaction((tx) => {
        setAccountSlot(tx, office.accountId, slot, { changedAt: testNow, mustChange: false })
      })
      expect(accountOfSlot(office.db.orm, made.slot).id).toBe(office.accountId)
      expect(() => accountOfSlot(office.db.orm, attackersSlot(made.databaseKey))).toThrow(
        SlotForged,
      )
      // An administrator's slot id pasted over a clerk's key pair.
      office.db.transaction((tx) => {
        insertAccount(tx, {
          id: 'clerk',
          displayName: 'Клерк',
          roles: ['clerk'],
          slotId: 'clerk-slot',
          slotFingerprint: 'clerk-print',
          passwordChangedAt: testNow,
          createdAt: testNow,
          updatedAt: testNow,
        })
      })
      expect(() => accountOfSlot(office.db.orm, { ...made.slot, id: 'clerk-slot' })).toThrow(
        SlotForged,
      )
      const version =
        listAccounts(office.db.orm).find((one) => one.id === office.accountId)?.version ?? 0
      office.db.transaction((tx) =>
        updateAccount(tx, office.accountId, version, { disabledAt: testNow }, testNow),
      )
      expect(() => accountOfSlot(office.db.orm, made.slot)).toThrow(SlotForged)
    })

    test('leftovers of a reset that was cut off are dropped at the next login', async () => {
      const slot = { slotId: made.slot.id, fingerprint: slotFingerprint(made.slot) }
      office.db.transaction((tx) => {
        setAccountSlot(tx, office.accountId, slot, { changedAt: testNow, mustChange: false })
      })
      const added = await addSlot(
        made.keyring,
        made.databaseKey,
        { displayName: 'x', password: 'y' },
        weakHash,
      )
      const kept = keepTrusted(added.keyring, trustedSlots(office.db.orm))
      expect(kept.slots.map((one) => one.id)).toEqual([made.slot.id])
      expect(kept.revision).toBe(added.keyring.revision + 1)
    })
  })
})

describe('the file', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'opora-keyring-'))
    writeKeyring(folder, made.keyring)
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')

  test('is written twice, without leftovers, and tells only office and display names', () => {
    expect(readdirSync(folder).sort()).toEqual([keyringCopyFile, keyringFile])
    expect(text(keyringFile)).toBe(text(keyringCopyFile))
    expect(text(keyringFile)).toContain('Мария')
    for (const secret of [
      password,
      made.recoveryCode,
      made.databaseKey.toString('hex'),
      made.databaseKey.toString('base64'),
    ])
      expect(text(keyringFile)).not.toContain(secret)
  })

  test.each([
    ['torn in the middle', (all: string) => all.slice(0, all.length / 2)],
    ['empty', () => ''],
    [
      'one letter of a key changed',
      (all: string) =>
        all.replace(
          /"sealedKey": "(.)/,
          (_, c: string) => `"sealedKey": "${c === 'A' ? 'B' : 'A'}`,
        ),
    ],
  ])('a copy %s is repaired from the other, whichever it is', (_, damage) => {
    for (const name of [keyringFile, keyringCopyFile]) {
      writeFileSync(join(folder, name), damage(text(name)))
      expect(readKeyring(folder, { repair: false })).toMatchObject({ repaired: false })
      const read = readKeyring(folder)
      expect(read).toEqual({ keyring: made.keyring, repaired: true })
      expect(text(keyringFile)).toBe(text(keyringCopyFile))
    }
  })

  test('cut off between the two writes, the newer revision wins', () => {
    const old = text(keyringCopyFile)
    const next = renameInKeyring(made.keyring, { officeName: 'Ново име' })
    writeKeyring(folder, next)
    writeFileSync(join(folder, keyringCopyFile), old)
    expect(readKeyring(folder).keyring).toEqual(next)
    writeFileSync(join(folder, keyringFile), old)
    expect(readKeyring(folder).keyring).toEqual(next)
  })

  test('both gone, both damaged and a newer format are three different things', () => {
    for (const name of [keyringFile, keyringCopyFile]) writeFileSync(join(folder, name), '{')
    expect(() => readKeyring(folder)).toThrow(KeyringMissing)
    writeFileSync(join(folder, keyringFile), JSON.stringify({ keyring: { format: 2 } }))
    expect(() => readKeyring(folder)).toThrow(KeyringNewer)
    rmSync(join(folder, keyringFile))
    rmSync(join(folder, keyringCopyFile))
    let error: unknown
    try {
      readKeyring(folder)
    } catch (caught) {
      error = caught
    }
    expect(error).toMatchObject({ damaged: false })
  })
})
