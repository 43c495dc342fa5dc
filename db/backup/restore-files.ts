import { dirname, join } from 'node:path'
import {
  storedFileListSchema,
  type CopyManifest,
  type StoredFileList,
} from '#domain/backup/schema.ts'
import { makeFolderDurably, writeDurably } from '../durable.ts'
import { readStoredBytes, storedEntry, storedPath } from '../files/store.ts'
import { readPlain } from '../plain-entries.ts'
import { describeBytes } from './contents.ts'
import { readMedium } from './copy-in.ts'
import { BackupFailed } from './errors.ts'
import { copyFilesFile, largestFileList } from './snapshot.ts'

/** `files.json` of a copy, as its manifest says. Throws BackupFailed. */
export function listedFiles(folder: string, manifest: CopyManifest): StoredFileList {
  const { size } = manifest.files
  if (size > largestFileList) throw new BackupFailed('copyDamaged')
  const bytes = readMedium(() => readPlain(join(folder, copyFilesFile), size))
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
    return storedEntry(filesFolder, hash)?.size === size ? sum : sum + size
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
  files.forEach((file, index) => {
    if (!fetchOne(file, copyStore, filesFolder)) missing += 1
    onProgress(index + 1, files.length)
  })
  if (missing > 0 && !withoutMissingFiles)
    throw new BackupFailed('filesMissing', { count: missing })
  return missing
}

function fetchOne(
  file: StoredFileList[number],
  copyStore: string,
  filesFolder: string | null,
): boolean {
  if (filesFolder !== null && whole(filesFolder, file)) return true
  if (copyStore === filesFolder) return false
  const bytes = whole(copyStore, file)
  if (!bytes) return false
  if (filesFolder === null) return true
  const path = storedPath(filesFolder, file.hash)
  makeFolderDurably(dirname(path))
  writeDurably(path, bytes)
  return true
}

/** The file's bytes if they are what their name says; a bad sector is the same as damaged. */
function whole(store: string, file: StoredFileList[number]): Buffer | null {
  try {
    return readStoredBytes(store, file)
  } catch (error) {
    if (error instanceof BackupFailed) throw error
    return null
  }
}
