import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OfficeData } from '#domain/office/schema.ts'
import { createAuditKey } from '../audit/append.ts'
import { openDatabase, type Database } from '../connection.ts'
import { createFileKey } from '../files/store.ts'
import { newId } from '../ids.ts'
import type { HashOptions } from '../keyring/password-hash.ts'
import { migrate } from '../migrate.ts'
import { insertAccount } from '../queries/accounts.ts'
import { insertOffice } from '../queries/office.ts'

/** For tests: slots that open in a millisecond. Production refuses them. */
export const weakHash: HashOptions = { cost: { n: 2 ** 10, r: 8, p: 1 }, acceptWeakCost: true }

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

/** A real encrypted database in a folder of its own, migrated, with an office and one account. */
export function openTestOffice(): TestOffice {
  const folder = mkdtempSync(join(tmpdir(), 'opora-office-'))
  const key = randomBytes(32)
  const db = openDatabase(join(folder, 'office.db'), key, { create: true })
  migrate(db, { key, now: new Date(testNow) })
  const accountId = newId()
  db.transaction((tx) => {
    createAuditKey(tx, testNow)
    createFileKey(tx, testNow)
    insertOffice(tx, {
      id: newId(),
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
