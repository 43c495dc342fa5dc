import { join } from 'node:path'
import type { RestoreStep } from '#domain/backup/schema.ts'
import { appendAudit } from '../audit/append.ts'
import { openDatabase, rekeyFile, vacuumInto, type Database } from '../connection.ts'
import { syncFile } from '../durable.ts'
import { DatabaseDamaged, WrongKey } from '../errors.ts'
import { resealAll } from '../keyring/keyring.ts'
import { readKeyring, writeKeyring } from '../keyring/store.ts'
import { trustedSlots } from '../keyring/verifier.ts'
import { expectIntegrity } from '../migrate.ts'
import { getOffice } from '../queries/office.ts'
import { contentsOf, type CopyContents } from './contents.ts'
import { onOwnDisk, type ClaimRoom } from './own-disk.ts'
import { databaseBytes } from './snapshot.ts'
import { databaseName } from './swap.ts'

export interface RekeyOrder {
  newKey: Uint8Array
  /** The empty folder under `work/`. */
  target: string
  /** Account that asked for it. */
  actor: string
}
/** With the live database and its key, which the caller overwrites. */
type Rekeying = RekeyOrder & { dataDir: string; key: Buffer; now: string }

/** The keyring's revision that was sealed anew: in between nobody may have written another one. */
export interface Rekeyed {
  revision: number
}

type Tell = (step: RestoreStep, done: number, total: number) => void

/**
 * The live database under another key, with its keyring sealed anew, staged for the swap. Whole or
 * an error: what is there was opened with the new key, holds the same rows and the same chain, and
 * does not open with the old one. The live files are only read.
 * Throws BackupFailed (ownDiskFull), DatabaseDamaged, SlotForged.
 */
export function rekeyCopy(order: Rekeying, tell: Tell): Rekeyed {
  const { key } = order
  const newKey = Buffer.from(order.newKey)
  const file = join(order.target, databaseName)
  try {
    return onOwnDisk(order.target, (claim) => {
      tell('read', 0, 1)
      const before = copyOut(order, key, file, claim)
      tell('open', 0, 1)
      rekeyFile(file, key, newKey)
      tell('check', 0, 1)
      expectOldKeyRefused(file, key)
      const revision = checkAndNote(order, newKey, file, before)
      syncFile(file)
      return { revision }
    })
  } finally {
    newKey.fill(0)
    order.newKey.fill(0)
  }
}

function copyOut(order: Rekeying, key: Buffer, file: string, claim: ClaimRoom): CopyContents {
  const live = openDatabase(join(order.dataDir, databaseName), key, { readonly: true })
  try {
    // The copy, and the journal of all its pages while they change their key.
    claim(databaseBytes(live) * 2)
    vacuumInto(live, file)
    return contentsOf(live)
  } finally {
    live.close()
  }
}

function checkAndNote(order: Rekeying, newKey: Buffer, file: string, before: CopyContents): number {
  // Opened as every connection is: cipher and pragmas are set and read back.
  const staged = openDatabase(file, newKey)
  try {
    expectIntegrity(staged.raw)
    expectSame(before, contentsOf(staged))
    const { keyring } = readKeyring(order.dataDir, { repair: false })
    writeKeyring(order.target, resealAll(keyring, newKey, trustedSlots(staged.orm)))
    note(staged, order)
    return keyring.revision
  } finally {
    staged.close()
  }
}

function note(staged: Database, { now, actor }: Rekeying): void {
  staged.transaction((tx) => {
    appendAudit(tx, {
      at: now,
      actor,
      action: 'key.changed',
      subjectKind: 'office',
      subjectId: getOffice(tx).id,
      payload: {},
    })
  })
}

function expectSame(before: CopyContents, after: CopyContents): void {
  if (before.rows !== after.rows || before.auditHead?.hash !== after.auditHead?.hash)
    throw new DatabaseDamaged('copy under the new key')
}

function expectOldKeyRefused(file: string, key: Buffer): void {
  try {
    openDatabase(file, key, { copy: true }).close()
  } catch (error) {
    if (error instanceof WrongKey) return
    throw error
  }
  throw new Error('the old key still opens the copy')
}
