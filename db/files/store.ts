import { randomBytes } from 'node:crypto'
import { readdirSync, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Db, Tx } from '../connection.ts'
import { makeFolderDurably, writeDurably } from '../durable.ts'
import { newId } from '../ids.ts'
import { entryAt, entryBelow, readPlain } from '../plain-entries.ts'
import { removeFile } from '../removal.ts'
import {
  currentFileKey,
  findFileKey,
  getFile,
  insertFile,
  insertFileKey,
  listFileHashes,
} from '../queries/files.ts'
import type { FileRow } from '../schema/files.ts'
import {
  FileDamaged,
  hashOfSealed,
  openSealedFile,
  sealedSize,
  sealFile,
  type DataKey,
} from './format.ts'

/** Written and flushed, but not yet named by the database. */
export interface StoredFile {
  hash: string
  keyId: string
  size: number
}

/** Once, at set-up. */
export function createFileKey(tx: Tx, now: string): void {
  insertFileKey(tx, { id: newId(), key: randomBytes(32), createdAt: now })
}

/**
 * Encrypts and writes a file and makes it last, BEFORE the transaction that names it: after a
 * power cut there may be a file nobody names (see `findOrphans`), never a name without its file.
 * `folder` is the store's folder. Throws DiskFull, FileTooBig,
 * BackupFailed notFollowed.
 */
export function storeFile(db: Db, folder: string, bytes: Uint8Array): StoredFile {
  const dataKey = currentFileKey(db)
  if (!dataKey) throw new Error('the file store has no key')
  const sealed = sealFile(bytes, dataKey)
  const hash = hashOfSealed(sealed)
  const path = storedPath(folder, hash)
  storedEntry(folder, hash)
  makeFolderDurably(dirname(path))
  writeDurably(path, sealed)
  return { hash, keyId: dataKey.id, size: bytes.length }
}

/** Names a stored file in the database, in the transaction that uses it. */
export function recordFile(
  tx: Tx,
  stored: StoredFile,
  about: { mediaType: string; now: string; actor: string | null },
): FileRow {
  const row: FileRow = {
    id: newId(),
    ...stored,
    mediaType: about.mediaType,
    createdAt: about.now,
    createdBy: about.actor,
  }
  insertFile(tx, row)
  return row
}

/** The file's own bytes, checked by hash and tag. Throws RowMissing, FileDamaged, BackupFailed. */
export function readFile(db: Db, folder: string, id: string): Buffer {
  return readStored(db, folder, getFile(db, id))
}

export function readStored(db: Db, folder: string, file: FileRow): Buffer {
  if (!storedEntry(folder, file.hash)) throw new FileDamaged(file.hash, 'missing')
  const sealed = readStoredBytes(folder, { hash: file.hash, size: sealedSize(file.size) })
  if (!sealed) throw new FileDamaged(file.hash, 'hash')
  const dataKey: DataKey | undefined = findFileKey(db, file.keyId)
  if (!dataKey) throw new FileDamaged(file.hash, 'key')
  return openSealedFile(sealed, dataKey, file.hash)
}

/**
 * The sealed bytes if they are the ones that the name says. Null: missing, damaged, or of another size,
 * which is told before a byte is read. `size` is that in the store. Throws as the disk does, and
 * BackupFailed notFollowed.
 */
export function readStoredBytes(
  folder: string,
  { hash, size }: { hash: string; size: number },
): Buffer | null {
  if (storedEntry(folder, hash)?.size !== size) return null
  const sealed = readPlain(storedPath(folder, hash), size)
  return hashOfSealed(sealed) === hash ? sealed : null
}

/** What lies where a stored file should; null: nothing. Throws BackupFailed notFollowed. */
export function storedEntry(folder: string, hash: string): Stats | null {
  return entryBelow(dirname(folder), storedPath(folder, hash))
}

/** `ab/abcdef…`: no folder gets more than a 256th of all files. */
export function storedPath(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash)
}

/**
 * Paths in the store that the database does not name and that are older than `olderThanMs`
 * (younger ones may belong to a transaction that is about to commit).
 */
export function findOrphans(db: Db, folder: string, now: Date, olderThanMs = 3_600_000): string[] {
  const named = new Set(listFileHashes(db))
  return storedNames(folder)
    .filter(({ name }) => !named.has(name))
    .map(({ path }) => path)
    .filter((path) => now.getTime() - (entryAt(path)?.mtimeMs ?? Infinity) > olderThanMs)
}

/** Removes what `findOrphans` found; returns how many. */
export function removeOrphans(db: Db, folder: string, now: Date, olderThanMs?: number): number {
  const orphans = findOrphans(db, folder, now, olderThanMs)
  for (const path of orphans) removeFile(path)
  return orphans.length
}

function storedNames(folder: string): { name: string; path: string }[] {
  if (!entryAt(folder)) return []
  return readdirSync(folder)
    .filter((sub) => /^[0-9a-f]{2}$/.test(sub))
    .filter((sub) => entryAt(join(folder, sub))?.isDirectory() === true)
    .flatMap((sub) =>
      readdirSync(join(folder, sub)).map((name) => ({ name, path: join(folder, sub, name) })),
    )
}
