import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CopyManifest, StoredFileList } from '#domain/backup/schema.ts'
import { auditHead } from '../audit/append.ts'
import { openDatabase } from '../connection.ts'
import { DatabaseError } from '../errors.ts'
import { codeOf } from '../disk.ts'
import { storedEntry, storedPath } from '../files/store.ts'
import { entryAt } from '../plain-entries.ts'
import { expectIntegrity } from '../migrate.ts'
import { contentsOf, describeBytes } from './contents.ts'
import { BackupFailed } from './errors.ts'
import { manifestFile } from './manifest.ts'
import { mediumError, onMedium } from './medium-error.ts'
import { counter, type TellProgress } from './progress.ts'
import { copyDatabaseFile, copyFilesFile, copyKeyringFile } from './snapshot.ts'
import { readThroughCache, readUncached } from './uncached.ts'

export interface ReadBackOrder {
  /** Folder of the copy on the medium. */
  folder: string
  /** The store on the medium. */
  files: string
  manifest: CopyManifest
  /** The bytes of the manifest itself, as they should be. */
  manifestBytes: Uint8Array
  list: StoredFileList
  /** Stored files that are known not to be there. */
  missing: readonly string[]
  /** The medium was away meanwhile: what the system reads now comes from the medium. */
  wasAway: boolean
  landmark: string
  /** Writes a stored file once more; false where the computer does not have it either. */
  writeAgain: (file: StoredFileList[number]) => boolean
  tell: TellProgress
}

/**
 * Reads everything that the copy names from the medium itself and compares its SHA-256. Throws
 * BackupFailed (readBackDiffers, copyIncomplete, medium…) and UncachedRefused.
 */
export function readBack(order: ReadBackOrder): void {
  const { manifest } = order
  const missing = new Set(order.missing)
  const list = order.list.filter((one) => !missing.has(one.hash))
  const parts = [
    { name: copyDatabaseFile, ...manifest.database },
    { name: copyKeyringFile, ...manifest.keyring },
    { name: copyFilesFile, ...manifest.files },
    { name: manifestFile, ...describeBytes(order.manifestBytes) },
  ]
  const total = [...parts, ...list].reduce((sum, one) => sum + one.size, 0)
  const count = counter(order.tell, 'readBack', total)
  for (const { name, size, sha256 } of parts)
    if (readHash(order, join(order.folder, name), size, count) !== sha256)
      throw new BackupFailed('readBackDiffers')
  for (const file of list) {
    const { hash, size } = file
    const path = storedPath(order.files, hash)
    onMedium(order.landmark, () => storedEntry(order.files, hash))
    if (readHash(order, path, size, count) === hash) continue
    // Once more: a single bad write is no reason to give up a stick.
    if (!order.writeAgain(file) || readHash(order, path, size, () => undefined) !== hash)
      throw new BackupFailed('readBackDiffers')
  }
}

/**
 * Opens the database on the medium with the key and compares what is in it. `rows` is null where
 * only the manifest says what should be there. Throws BackupFailed.
 */
export function openAndCompare(
  order: Pick<ReadBackOrder, 'folder' | 'manifest' | 'landmark' | 'tell'>,
  key: Buffer,
  rows: string | null,
): void {
  const { manifest, tell } = order
  tell('open', 0, 1)
  const file = join(order.folder, copyDatabaseFile)
  try {
    const copy = openDatabase(file, key, { copy: true })
    try {
      expectIntegrity(copy.raw)
      const broken = copy.raw.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new BackupFailed('databaseDamaged')
      tell('compare', 0, 1)
      const found = contentsOf(copy)
      const head = auditHead(copy.orm)
      const same =
        (rows === null || rows === found.rows) &&
        JSON.stringify(found.counts) === JSON.stringify(manifest.counts) &&
        head?.hash === manifest.auditHead?.hash &&
        head?.seq === manifest.auditHead?.seq
      if (!same) throw new BackupFailed('readBackDiffers')
      tell('compare', 1, 1)
    } finally {
      copy.close()
    }
  } catch (error) {
    // The bytes are the ones that were written: it is the office's own database that is not whole.
    if (error instanceof DatabaseError) throw new BackupFailed('databaseDamaged')
    throw mediumError(error, order.landmark)
  }
}

/** Empty where it cannot be it: another size is told without reading, it may be without end. */
function readHash(
  order: ReadBackOrder,
  path: string,
  size: number,
  count: (bytes: number) => void,
): string {
  const hash = createHash('sha256')
  const read = order.wasAway ? readThroughCache : readUncached
  try {
    if (entryAt(path)?.size !== size && existsSync(order.landmark)) return ''
    read(path, (bytes) => {
      hash.update(bytes)
      count(bytes.length)
    })
  } catch (error) {
    // The medium is there, but what it was given is not, or its cells are bad.
    if (['ENOENT', 'EIO'].includes(codeOf(error)) && existsSync(order.landmark)) return ''
    throw mediumError(error, order.landmark)
  }
  return hash.digest('hex')
}
