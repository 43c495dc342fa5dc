import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OfficeData } from '#domain/office/schema.ts'
import { createAuditKey } from '../audit/append.ts'
import { openDatabase, type Database } from '../connection.ts'
import { createFileKey } from '../files/store.ts'
import { newId } from '../ids.ts'
import { keyringFormat, type Keyring } from '../keyring/format.ts'
import type { HashOptions } from '../keyring/password-hash.ts'
import { keyIdOf } from '../keyring/slot.ts'
import { writeKeyring } from '../keyring/store.ts'
import { migrate } from '../migrate.ts'
import { insertAccount } from '../queries/accounts.ts'
import { insertOffice } from '../queries/office.ts'

/** For tests: slots that are made in ten milliseconds and open in one. Production refuses them. */
export const weakHash: HashOptions = {
  cost: { n: 2 ** 10, r: 8, p: 1 },
  acceptWeakCost: true,
  keyBits: 1024,
}

export interface TestOffice {
  folder: string
  filesFolder: string
  key: Buffer
  db: Database
  accountId: string
  /** Closes the database and removes the folder. */
  dispose(): void
}

export const testOfficeData: OfficeData = {
  name: 'Център за социални услуги',
  municipality: 'Примерна',
  region: 'Кюстендил',
  district: '',
  eik: '000093442',
  settlementKind: 'town',
  settlement: 'Примерна',
  address: 'ул. „Първа“ 1',
  phone: '',
  email: '',
  mayorName: 'Пример Примеров',
  mayorTitle: 'кмет',
  authorisedPerson: null,
  chiefAccountantName: '',
  headOfServiceName: 'Проба Пробева',
  programme: 'assistantSupport',
}

export const testNow = '2026-03-02T08:00:00.000Z'

/** A keyring of the right shape whose slot nobody opens: made in no time, for what only carries it. */
export function testKeyring(key: Buffer, officeId: string): Keyring {
  const publicKey = randomBytes(420).toString('base64')
  return {
    format: keyringFormat,
    officeId,
    officeName: 'Център за социални услуги – Община Примерна',
    revision: 1,
    keyId: keyIdOf(key),
    slots: [
      {
        id: 'slot',
        kind: 'account',
        displayName: 'Проба Пробева',
        publicKey,
        privateKey: {
          kdf: 'scrypt',
          ...{ n: 2 ** 17, r: 8, p: 1 },
          salt: '0'.repeat(32),
          nonce: '0'.repeat(24),
          ciphertext: publicKey,
          tag: '0'.repeat(32),
        },
        sealedKey: publicKey,
      },
    ],
  }
}

/** A real encrypted database in a folder of its own, migrated, with an office and one account. */
export function openTestOffice(): TestOffice {
  const folder = mkdtempSync(join(tmpdir(), 'opora-office-'))
  const key = randomBytes(32)
  const db = openDatabase(join(folder, 'office.db'), key, { create: true })
  migrate(db, { now: new Date(testNow), snapshot: null })
  const officeId = newId()
  const accountId = newId()
  db.transaction((tx) => {
    createAuditKey(tx, testNow)
    createFileKey(tx, testNow)
    insertOffice(tx, {
      id: officeId,
      data: testOfficeData,
      recoverySlotId: 'recovery',
      recoverySlotFingerprint: 'recovery-fingerprint',
      recoveryIssuedAt: testNow,
      createdAt: testNow,
      updatedAt: testNow,
    })
    insertAccount(tx, {
      id: accountId,
      displayName: 'Проба Пробева',
      roles: ['head'],
      slotId: 'slot',
      slotFingerprint: 'slot-fingerprint',
      passwordChangedAt: testNow,
      createdAt: testNow,
      updatedAt: testNow,
    })
  })
  writeKeyring(folder, testKeyring(key, officeId))
  return {
    folder,
    filesFolder: join(folder, 'files'),
    key,
    db,
    accountId,
    dispose() {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
