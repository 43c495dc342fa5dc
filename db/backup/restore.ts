import { join } from 'node:path'
import type { Role } from '#domain/accounts/roles.ts'
import type { CopyManifest, RestoreStep } from '#domain/backup/schema.ts'
import { verifyAudit } from '../audit/verify.ts'
import { openDatabase, type Database } from '../connection.ts'
import { syncFile } from '../durable.ts'
import {
  DatabaseDamaged,
  DatabaseForked,
  DatabaseNewer,
  NotADatabase,
  WrongKey,
} from '../errors.ts'
import { SlotForged } from '../keyring/errors.ts'
import { parseKeyring, type Keyring } from '../keyring/format.ts'
import { largestKeyring, writeKeyring } from '../keyring/store.ts'
import { accountOfSlot } from '../keyring/verifier.ts'
import { migrate } from '../migrate.ts'
import { readPlain } from '../plain-entries.ts'
import { checkIntegrity } from '../verify.ts'
import { contentsOf, describeBytes } from './contents.ts'
import { copyHashed, readMedium } from './copy-in.ts'
import { BackupFailed } from './errors.ts'
import { bytesToFetch, fetchFiles, listedFiles } from './restore-files.ts'
import { carryOver, markRestored, type RestoreMark } from './restore-marks.ts'
import { expectAuthentic, expectKnownSchema, readManifest } from './manifest.ts'
import { onOwnDisk, type ClaimRoom } from './own-disk.ts'
import { copyDatabaseFile, copyKeyringFile } from './snapshot.ts'
import { databaseName } from './swap.ts'

export interface StageOrder {
  /** The folder of the copy, and the store its files lie in. */
  copyFolder: string
  copyStore: string
  /** The empty folder under `work/`. */
  target: string
  /** The store of this computer; null in a trial, which takes nothing in. */
  filesFolder: string | null
  /** Slot of the copy's keyring that opened it; null: the recovery sheet, or a trial. */
  slotId: string | null
  /** Stored files that the copy names are neither on it nor here: go on without them. */
  withoutMissingFiles: boolean
  /** What of the office as it stands goes on: erasures and known media. Null: it does not open. */
  liveDatabase: string | null
  liveKey: Uint8Array | null
  /** Written into the database that comes back; null in a trial. */
  mark: RestoreMark | null
}

/** With the key of the copy, which the caller overwrites. */
type Staging = StageOrder & { key: Buffer; now: string }

export interface StagedRestore {
  manifest: CopyManifest
  /** Who opened it, as the copy knows them; null for the sheet. */
  opener: { accountId: string; roles: readonly Role[] } | null
  migrated: string[]
  missingFiles: number
  /** False: the chain was broken before the copy was made; `verify` says where. */
  auditWhole: boolean
}

type Tell = (step: RestoreStep, done: number, total: number) => void

/**
 * Reads a copy into `target`, opens, migrates and checks it: database and keyring lie there ready
 * for the swap. Nothing of the live office changes but that its store may get more files.
 * Throws BackupFailed.
 */
export function stageRestore(order: Staging, tell: Tell): StagedRestore {
  try {
    return onOwnDisk(order.target, (claim) => stage(order, tell, claim))
  } catch (error) {
    throw problemOf(error)
  } finally {
    order.liveKey?.fill(0)
  }
}

function stage(order: Staging, tell: Tell, claim: ClaimRoom): StagedRestore {
  const { copyFolder, target, key } = order
  tell('read', 0, 1)
  const signed = readManifest(copyFolder)
  const { manifest } = signed
  expectAuthentic(signed, key)
  expectKnownSchema(manifest)
  const list = listedFiles(copyFolder, manifest)
  // Twice: migrating an older database writes every page it changes into its journal first.
  claim(manifest.database.size * 2 + bytesToFetch(order, list))
  const file = join(target, databaseName)
  copyHashed(join(copyFolder, copyDatabaseFile), file, manifest.database, (done) => {
    tell('read', done, manifest.database.size)
  })
  writeKeyring(target, copiedKeyring(copyFolder, manifest))
  const missingFiles = fetchFiles(order, list, (done, total) => {
    tell('read', done, total)
  })
  tell('open', 0, 1)
  const staged = openDatabase(file, key)
  try {
    expectContents(staged, copyFolder, manifest)
    tell('migrate', 0, 1)
    const { applied } = migrate(staged, { now: new Date(order.now), snapshot: null })
    tell('check', 0, 1)
    const auditWhole = check(staged, manifest, tell)
    const opener = openerOf(staged, copyFolder, manifest, order.slotId)
    if (order.mark) {
      carryOver(staged, order)
      markRestored(staged, { ...order.mark, manifest, opener, now: order.now, missingFiles })
    }
    return { manifest, opener, migrated: applied, missingFiles, auditWhole }
  } finally {
    staged.close()
    syncFile(file)
  }
}

/** The keyring of the copy, whole and of the key that the manifest names. Throws BackupFailed. */
export function copiedKeyring(folder: string, manifest: CopyManifest): Keyring {
  const bytes = readMedium(() => readPlain(join(folder, copyKeyringFile), largestKeyring))
  if (describeBytes(bytes).sha256 !== manifest.keyring.sha256) throw new BackupFailed('copyDamaged')
  const keyring = parseKeyring(bytes.toString('utf8'))
  if (keyring?.keyId !== manifest.keyId || keyring.officeId !== manifest.officeId)
    throw new BackupFailed('copyDamaged')
  return keyring
}

/** Before anything is migrated: it is the database that the manifest describes. */
function expectContents(staged: Database, folder: string, manifest: CopyManifest): void {
  const found = contentsOf(staged)
  const same =
    JSON.stringify(found.counts) === JSON.stringify(manifest.counts) &&
    found.schema.chain === manifest.schema.chain &&
    found.auditHead?.hash === manifest.auditHead?.hash &&
    JSON.stringify(found.files) === JSON.stringify(listedFiles(folder, manifest))
  if (!same) throw new BackupFailed('copyDamaged')
}

function check(staged: Database, { auditHead }: CopyManifest, tell: Tell): boolean {
  const broken = staged.raw.pragma('foreign_key_check') as unknown[]
  if (checkIntegrity(staged).length > 0 || broken.length > 0) throw new BackupFailed('copyDamaged')
  const report = verifyAudit(staged.orm, {
    anchors: auditHead ? [auditHead] : [],
    onProgress: (done, total) => {
      tell('check', done, total)
    },
  })
  if (report.breaks.some(({ kind }) => kind === 'anchor')) throw new BackupFailed('copyDamaged')
  return report.ok
}

function openerOf(
  staged: Database,
  folder: string,
  manifest: CopyManifest,
  slotId: string | null,
): StagedRestore['opener'] {
  const slot = copiedKeyring(folder, manifest).slots.find((one) => one.id === slotId)
  if (!slot) return null
  const { id, roles } = accountOfSlot(staged.orm, slot)
  return { accountId: id, roles }
}

/** What the staged files say when they do not fit: the copy is not what it says it is. */
function problemOf(error: unknown): unknown {
  if (error instanceof DatabaseNewer) return new BackupFailed('copyNewer', { version: '' })
  if (error instanceof DatabaseForked) return new BackupFailed('copyForked')
  const damaged = [DatabaseDamaged, WrongKey, NotADatabase, SlotForged]
  if (damaged.some((kind) => error instanceof kind)) return new BackupFailed('copyDamaged')
  return error
}
