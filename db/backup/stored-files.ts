import { dirname, join } from 'node:path'
import type { StoredFileList } from '#domain/backup/schema.ts'
import { codeOf } from '../disk.ts'
import {
  DurableFiles,
  makeFolder,
  makeFolderDurably,
  renameDurably,
  syncFolder,
  writeDurably,
} from '../durable.ts'
import { readStoredBytes, storedEntry, storedPath } from '../files/store.ts'
import { removeFile } from '../removal.ts'
import { mediumError } from './medium-error.ts'
import { ownDiskError } from './own-disk.ts'

export interface BroughtFiles {
  /** Neither on the computer nor on the medium with the right bytes. */
  missing: string[]
  /** Were missing or damaged on the computer and came back from the medium. */
  healed: string[]
}

export interface FilesOrder {
  list: StoredFileList
  /** The store beside the database. */
  local: string
  /** The store on the medium. */
  onMedium: string
  /** Where a damaged file of the computer is put; it is never overwritten. */
  aside: string
  /** A path that is there while the medium is. */
  landmark: string
  count: (bytes: number) => void
}

/** Bytes of the listed files that the medium does not have yet. */
export function bytesToBring(list: StoredFileList, onMedium: string): number {
  return list.reduce((sum, one) => (hasSize(onMedium, one) ? sum : sum + one.size), 0)
}

/**
 * Writes the stored files that the medium does not have, and reads every one on the computer: what
 * is missing or damaged there comes back from the medium when the medium has it. A file never
 * changes, so one that is on the medium is not written again.
 */
export function bringFiles(order: FilesOrder): BroughtFiles {
  const found: BroughtFiles = { missing: [], healed: [] }
  const written = new DurableFiles()
  const folders = new Set<string>()
  try {
    for (const one of order.list) {
      const local = readWhole(order.local, one)
      if (hasSize(order.onMedium, one)) {
        if (!local && heal(order, one)) found.healed.push(one.hash)
        else if (!local) found.missing.push(one.hash)
      } else if (local) {
        const path = storedPath(order.onMedium, one.hash)
        onMedium(order, () => {
          makeOnce(dirname(path), folders)
          written.add(path, local)
        })
      } else found.missing.push(one.hash)
      order.count(one.size)
    }
    onMedium(order, () => {
      written.finish()
      if (folders.size > 0) syncFolder(order.onMedium)
    })
    return found
  } catch (error) {
    written.abandon()
    throw error
  }
}

/** Writes one file of the computer once more over one that reads differently. False: not there. */
export function bringAgain(
  order: Omit<FilesOrder, 'list' | 'count'>,
  file: StoredFileList[number],
): boolean {
  const local = readWhole(order.local, file)
  if (!local) return false
  const path = storedPath(order.onMedium, file.hash)
  onMedium(order, () => {
    storedEntry(order.onMedium, file.hash)
    removeFile(path)
    writeDurably(path, local)
  })
  return true
}

/** From the medium back to the computer; false where the medium's own bytes are wrong. */
function heal(order: FilesOrder, file: StoredFileList[number]): boolean {
  const good = readWhole(order.onMedium, file)
  if (!good) return false
  const path = storedPath(order.local, file.hash)
  try {
    makeFolderDurably(dirname(path))
    if (storedEntry(order.local, file.hash)) {
      makeFolderDurably(order.aside)
      renameDurably(path, join(order.aside, file.hash))
    }
    writeDurably(path, good)
  } catch (error) {
    throw ownDiskError(error, good.length, dirname(path))
  }
  return true
}

/** The bytes if they are the ones that the name says; null: missing, damaged or unreadable. */
function readWhole(store: string, file: StoredFileList[number]): Buffer | null {
  try {
    return readStoredBytes(store, file)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EIO'].includes(codeOf(error))) return null
    throw error
  }
}

function hasSize(folder: string, { hash, size }: StoredFileList[number]): boolean {
  return storedEntry(folder, hash)?.size === size
}

/**
 * One folder of the store. Not those above it: where the medium is gone they would be made anew on
 * the disk below its mount point.
 */
function makeOnce(folder: string, made: Set<string>): void {
  if (made.has(folder)) return
  makeFolder(folder)
  made.add(folder)
}

function onMedium<T>({ landmark }: { landmark: string }, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw mediumError(error, landmark)
  }
}
