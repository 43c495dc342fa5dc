import { readdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../disk.ts'
import { diskError } from '../durable.ts'
import { DiskFull } from '../errors.ts'
import { BackupFailed } from './errors.ts'

/** Bytes that may still be written there; null: the file system does not say. */
export function freeBytes(folder: string): number | null {
  const { blocks, bavail, bsize } = statfsSync(folder)
  return blocks === 0 ? null : bavail * bsize
}

/** Throws ownDiskFull with both figures where they are known and the room is too small. */
export function expectOwnRoom(folder: string, needed: number): void {
  const free = freeBytes(folder)
  if (free !== null && needed > free) throw new BackupFailed('ownDiskFull', { needed, free })
}

/**
 * What went wrong on the computer's own disk while `needed` bytes were staged in `folder`, in the
 * words of a copy; any other error comes back as the type that the program knows. Asked before what
 * is half there is taken away: that room is free again afterwards and counts as free.
 */
export function ownDiskError(thrown: unknown, needed: number | null, folder: string): unknown {
  const error = diskError(thrown)
  if (!(error instanceof DiskFull)) return error
  const free = freeAfterwards(folder)
  const figures = needed !== null && free !== null && needed > free ? { needed, free } : undefined
  // A side file that cannot grow is told by SQLite as a disk that refuses.
  if (error.kind === 'io' && figures === undefined) return error
  return new BackupFailed('ownDiskFull', figures)
}

/** Asks for so many bytes on the computer's own disk. Throws BackupFailed (ownDiskFull). */
export type ClaimRoom = (needed: number) => void

/**
 * Stages something in `folder`. What the whole needs shows only on the way: `work` claims it once it
 * knows. A disk that fills is told as ownDiskFull, with both figures once the room was claimed.
 */
export function onOwnDisk<T>(folder: string, work: (claim: ClaimRoom) => T): T {
  let claimed: number | null = null
  try {
    return work((needed) => {
      claimed = needed
      expectOwnRoom(folder, needed)
    })
  } catch (error) {
    throw ownDiskError(error, claimed, folder)
  }
}

function freeAfterwards(folder: string): number | null {
  try {
    const free = freeBytes(folder)
    return free === null ? null : free + bytesIn(folder)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return null
  }
}

/** Bytes of all files in a folder and below; 0 where it is not there. */
export function bytesIn(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0
    throw error
  }
}
