import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  storedFileListSchema,
  type CopyManifest,
  type StoredFileList,
} from '#domain/backup/schema.ts'
import { makeFolderDurably, writeDurably } from '../durable.ts'
import { hashOfSealed } from '../files/format.ts'
import { storedPath } from '../files/store.ts'
import { describeBytes } from './contents.ts'
import { readMedium } from './copy-in.ts'
import { BackupFailed } from './errors.ts'
import { copyFilesFile } from './snapshot.ts'

/** `files.json` of a copy, as its manifest says. Throws BackupFailed. */
export function listedFiles(folder: string, manifest: CopyManifest): StoredFileList {
  const bytes = readMedium(() => readFileSync(join(folder, copyFilesFile)))
  if (describeBytes(bytes).sha256 !== manifest.files.sha256) throw new BackupFailed('copyDamaged')
  return storedFileListSchema.parse(JSON.parse(bytes.toString('utf8')))
}

/** Bytes of the listed files that the store of this computer does not have yet; none in a trial. */
export function bytesToFetch(
  { filesFolder }: { filesFolder: string | null },
  files: StoredFileList,
): number {
  if (filesFolder === null) return 0
  return files.reduce((sum, { hash, size }) => {
    const there = statSync(storedPath(filesFolder, hash), { throwIfNoEntry: false })
    return there?.size === size ? sum : sum + size
  }, 0)
}

/**
 * Brings every stored file that the copy names into the store of this computer; one that lies there
 * damaged is replaced. In a trial it is only read. Returns how many are nowhere.
 * Throws BackupFailed filesMissing unless that is accepted, DiskFull.
 */
export function fetchFiles(
  {
    copyStore,
    filesFolder,
    withoutMissingFiles,
  }: { copyStore: string; filesFolder: string | null; withoutMissingFiles: boolean },
  files: StoredFileList,
  onProgress: (done: number, total: number) => void,
): number {
  let missing = 0
  files.forEach(({ hash }, index) => {
    if (!fetchOne(hash, copyStore, filesFolder)) missing += 1
    onProgress(index + 1, files.length)
  })
  if (missing > 0 && !withoutMissingFiles)
    throw new BackupFailed('filesMissing', { count: missing })
  return missing
}

function fetchOne(hash: string, copyStore: string, filesFolder: string | null): boolean {
  if (filesFolder !== null && whole(filesFolder, hash)) return true
  if (copyStore === filesFolder) return false
  const bytes = whole(copyStore, hash)
  if (!bytes) return false
  if (filesFolder === null) return true
  const path = storedPath(filesFolder, hash)
  makeFolderDurably(dirname(path))
  writeDurably(path, bytes)
  return true
}

/** The file's bytes if they are what their name says. */
function whole(store: string, hash: string): Buffer | null {
  const path = storedPath(store, hash)
  if (!existsSync(path)) return null
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    // A bad sector: the same as damaged.
    return null
  }
  return hashOfSealed(bytes) === hash ? bytes : null
}
