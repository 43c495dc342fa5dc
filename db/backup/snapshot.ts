import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  copyFormat,
  type BackupProblem,
  type CopyKind,
  type CopyManifest,
  type CopyOccasion,
} from '#domain/backup/schema.ts'
import { openDatabase, vacuumInto, type Database } from '../connection.ts'
import { makeFolderDurably, renameDurably, syncFolder, writeFlushed } from '../durable.ts'
import { removeTree } from '../removal.ts'
import { keyIdOf } from '../keyring/slot.ts'
import { serialiseKeyring } from '../keyring/format.ts'
import { keyringOfCopy } from '../keyring/keyring.ts'
import { readKeyring } from '../keyring/store.ts'
import { trustedSlots } from '../keyring/verifier.ts'
import { expectIntegrity } from '../migrate.ts'
import { contentsOf, describeBytes, flushAndHash, hashFile, type CopyContents } from './contents.ts'
import { entryAt, entryBelow } from '../plain-entries.ts'
import { BackupFailed } from './errors.ts'
import {
  expectAuthentic,
  manifestFile,
  readManifest,
  schemaOf,
  serialiseManifest,
} from './manifest.ts'
import { expectOwnRoom, ownDiskError } from './own-disk.ts'

/** Names inside the folder of a copy: docs/decisions/0009. */
export const copyDatabaseFile = 'office.opora'
export const copyKeyringFile = 'keyring.json'
export const copyFilesFile = 'files.json'
export const snapshotsFolder = 'snapshots'
/** A line of the list takes 90 bytes: of half a million stored files. */
export const largestFileList = 48 * 1024 * 1024

export interface CopyOrder {
  /** The data folder: its keyring goes into the copy. */
  dataDir: string
  /** Any connection to the office's database. */
  database: Database
  key: Buffer
  now: Date
  occasion: CopyOccasion
  /** Name on the screen of who asked for it; null: the program by itself. */
  madeBy: string | null
  programVersion: string
}

/** The parts of a copy that lie ready, not yet in their place. */
export interface StagedCopy {
  manifest: CopyManifest
  contents: CopyContents
  /** Bytes of `keyring.json`, `files.json` and `manifest.json`. */
  small: { keyring: Buffer; files: Buffer; manifest: Buffer }
}

export interface FoundCopy {
  name: string
  folder: string
  /** When it was begun, by its name: also of one that does not read. */
  begunAt: string
  /** Null where it cannot be read; `problem` says why. */
  manifest: CopyManifest | null
  problem: BackupProblem | null
  /** What the sentence of the problem needs. */
  params: BackupFailed['params']
}

const copyName = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z-[0-9a-f]{6}$/

/**
 * A consistent copy of the database beside it, with its keyring: `VACUUM INTO`, opened and checked,
 * flushed, renamed. Reads of the office go on; a save in the meantime is in the next copy.
 * Throws BackupFailed (ownDiskFull), DatabaseDamaged, KeyringMissing, and leaves nothing behind.
 */
export function makeSnapshot(order: CopyOrder): { name: string; manifest: CopyManifest } {
  const folder = join(order.dataDir, snapshotsFolder)
  const copyId = randomUUID()
  const name = nameOfCopy(order.now, copyId)
  const part = join(folder, `${name}.part`)
  try {
    entryBelow(order.dataDir, part)
    makeFolderDurably(folder)
    removeUnfinished(folder)
    makeFolderDurably(part)
    const staged = stageCopy(order, part, { copyId, kind: 'snapshot' })
    writeFlushed(join(part, copyKeyringFile), staged.small.keyring)
    writeFlushed(join(part, copyFilesFile), staged.small.files)
    writeFlushed(join(part, manifestFile), staged.small.manifest)
    syncFolder(part)
    renameDurably(part, join(folder, name))
    return { name, manifest: staged.manifest }
  } catch (error) {
    const told = ownDiskError(error, databaseBytes(order.database), part)
    removeTree(part)
    throw told
  }
}

/**
 * Puts the database of a copy into `folder` and describes it; nothing else is written. A snapshot is
 * flushed and checked here, a copy to a medium where it is written and read back.
 */
export function stageCopy(
  order: CopyOrder,
  folder: string,
  { copyId, kind }: { copyId: string; kind: CopyKind },
): StagedCopy {
  expectOwnRoom(folder, databaseBytes(order.database))
  const file = join(folder, copyDatabaseFile)
  const before = readKeyring(order.dataDir).keyring
  vacuumInto(order.database, file)
  const after = readKeyring(order.dataDir).keyring
  const database = kind === 'snapshot' ? flushAndHash(file) : hashFile(file)
  const { contents, trusted } = readCopy(file, order.key, (copy) => {
    if (kind === 'snapshot') expectIntegrity(copy.raw)
    return { contents: contentsOf(copy), trusted: trustedSlots(copy.orm) }
  })
  const keyring = keyringOfCopy(before, after, trusted)
  if (!keyring) {
    // Passwords were changed one after the other meanwhile: the next state of both is taken.
    removeTree(file)
    return stageCopy(order, folder, { copyId, kind })
  }
  const small = {
    keyring: serialiseKeyring(keyring),
    files: Buffer.from(`${JSON.stringify(contents.files)}\n`),
  }
  const manifest: CopyManifest = {
    format: copyFormat,
    copyId,
    officeId: keyring.officeId,
    officeName: keyring.officeName,
    kind,
    occasion: order.occasion,
    createdAt: order.now.toISOString(),
    madeBy: order.madeBy,
    programVersion: order.programVersion,
    schema: contents.schema,
    keyId: keyIdOf(order.key),
    counts: contents.counts,
    auditHead: contents.auditHead,
    ...(contents.restoredAt === undefined ? {} : { restoredAt: contents.restoredAt }),
    database,
    keyring: describeBytes(small.keyring),
    files: {
      ...describeBytes(small.files),
      bytes: contents.files.reduce((sum, one) => sum + one.size, 0),
    },
  }
  return {
    manifest,
    contents,
    small: { ...small, manifest: serialiseManifest(manifest, order.key) },
  }
}

/**
 * The copies in a folder, newest first, with those that do not read where their names say they stand:
 * whoever takes the first must not be given an older one in silence. `.part` is the rubbish of a cut.
 */
export function listCopies(folder: string): FoundCopy[] {
  if (entryAt(folder)?.isDirectory() !== true) return []
  const found = readdirSync(folder)
    .filter((name) => copyName.test(name))
    .map((name) => findCopy(join(folder, name), name))
  const ordered = found.filter(({ manifest }) => manifest !== null).sort(newestFirst)
  const unread = found.filter(({ manifest }) => manifest === null)
  for (const one of unread.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const next = ordered.findIndex(({ name }) => name < one.name)
    ordered.splice(next === -1 ? ordered.length : next, 0, one)
  }
  return ordered
}

/** The snapshots beside the database, newest first. */
export function listSnapshots(dataDir: string): FoundCopy[] {
  return listCopies(join(dataDir, snapshotsFolder))
}

/**
 * Opens the database of a copy for reading only, also on a write-protected medium, once the
 * manifest is authentic. Throws BackupFailed, WrongKey, DatabaseDamaged; close it.
 */
export function openCopy(folder: string, key: Buffer): Database {
  const signed = readManifest(folder)
  expectAuthentic(signed, key)
  expectSize(join(folder, copyDatabaseFile), signed.manifest.database.size)
  return openDatabase(join(folder, copyDatabaseFile), key, { copy: true })
}

/** Before a byte is read: what is longer than its manifest says could be read for ever. */
export function expectSize(path: string, size: number): void {
  if (entryAt(path)?.size !== size) throw new BackupFailed('copyDamaged')
}

/** Bytes that a copy of the database takes at most. */
export function databaseBytes({ raw }: Database): number {
  const pragma = (name: string) => Number(raw.pragma(name, { simple: true }))
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size')
}

/** `2026-11-27T085231Z-1f0c9a`. The id is random, so that two in one second differ. */
export function nameOfCopy(now: Date, copyId: string): string {
  return `${now.toISOString().replaceAll(':', '').replace(/\.\d+/, '')}-${copyId.slice(0, 6)}`
}

function readCopy<T>(file: string, key: Buffer, read: (copy: Database) => T): T {
  const copy = openDatabase(file, key, { copy: true })
  try {
    return read(copy)
  } finally {
    copy.close()
  }
}

/** Takes away what a cut left in a folder. Throws notFollowed, with nothing taken away. */
export function removeUnfinished(folder: string): void {
  const left = readdirSync(folder)
    .filter((name) => name.endsWith('.part'))
    .map((name) => join(folder, name))
  for (const path of left) entryAt(path)
  for (const path of left) removeTree(path)
}

function findCopy(folder: string, name: string): FoundCopy {
  const begunAt = name.replace(copyName, '$1T$2:$3:$4Z')
  try {
    const { manifest } = readManifest(folder)
    const schema = schemaOf(manifest)
    const params: FoundCopy['params'] =
      schema === 'newer' ? { version: manifest.programVersion } : {}
    const problem =
      schema === 'known' ? null : schema === 'newer' ? 'copyNewer' : ('copyForked' as const)
    return { name, folder, begunAt, manifest, problem, params }
  } catch (error) {
    const failed = error instanceof BackupFailed ? error : new BackupFailed('mediumUnreadable')
    const { problem, params } = failed
    return { name, folder, begunAt, manifest: null, problem, params }
  }
}

/**
 * By the last restore, then by what was written down last: a restore makes the numbers lower, and a
 * clock that was set forward makes nothing newer. Asked also where no database opens, so the copies
 * must say it themselves.
 */
function newestFirst(a: FoundCopy, b: FoundCopy): number {
  const since = (one: FoundCopy) => one.manifest?.restoredAt ?? ''
  if (since(a) !== since(b)) return since(a) < since(b) ? 1 : -1
  const seq = (b.manifest?.auditHead?.seq ?? 0) - (a.manifest?.auditHead?.seq ?? 0)
  if (seq !== 0) return seq
  return a.name < b.name ? 1 : -1
}
