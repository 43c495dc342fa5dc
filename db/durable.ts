import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { typedDatabaseError, DiskFull } from './errors.ts'

/**
 * Writes a file so that after a power cut there is either the old one or the new one, whole:
 * `.part` → fsync → rename → fsync of the folder. Throws DiskFull; the old file stays.
 */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const part = `${path}.part`
  try {
    const fd = openSync(part, 'w', 0o600)
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw diskError(error)
  }
  syncFolder(dirname(path))
}

/** Flushes an existing file, for example one that SQLite wrote without its own fsync. */
export function syncFile(path: string): void {
  const fd = openSync(path, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Makes renames and new names in the folder last. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Makes a folder and makes its name last. */
export function makeFolderDurably(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (first !== undefined) syncFolder(dirname(folder))
}

function diskError(error: unknown): unknown {
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new DiskFull('full')
    if (error.code === 'EIO' || error.code === 'EROFS') return new DiskFull('io')
  }
  return typedDatabaseError(error)
}
