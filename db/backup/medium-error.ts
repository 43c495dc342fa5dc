import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf } from '../disk.ts'
import { TooLong } from '../plain-entries.ts'
import { BackupFailed } from './errors.ts'
import { freeBytes } from './own-disk.ts'

const full = ['ENOSPC', 'EDQUOT']
const readOnly = ['EROFS', 'EACCES', 'EPERM']
const gone = [
  'ENODEV',
  'ENXIO',
  'ENOENT',
  'ENOTDIR',
  'ENOMEDIUM',
  'ESTALE',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTCONN',
  'ECONNRESET',
  'ETIMEDOUT',
]

/**
 * What a failed call on the medium means for the person in front of it; an error that is none of
 * the file system's comes back as it is. `landmark` is a path that is there while the medium is.
 */
export function mediumError(error: unknown, landmark: string): unknown {
  if (error instanceof BackupFailed) return error
  if (error instanceof TooLong) return new BackupFailed('copyDamaged')
  const code = codeOf(error)
  if (full.includes(code)) return new BackupFailed('mediumFull')
  if (code === 'EFBIG') return new BackupFailed('fileTooBigForMedium')
  if (readOnly.includes(code)) return new BackupFailed('mediumReadOnly')
  if (gone.includes(code)) return new BackupFailed('mediumGone')
  // Windows says no more of a stick that was pulled out than of one with bad cells.
  if (/^(E[A-Z0-9]+|UNKNOWN)$/.test(code))
    return new BackupFailed(existsSync(landmark) ? 'mediumUnreadable' : 'mediumGone')
  return error
}

/** Bytes of the largest file that FAT32 can hold. */
export const largestOnFat = 2 ** 32 - 1
const fatMagic = 0x4d44

/**
 * Whether a file of so many bytes can stand on a file system of this type, the number by which Linux
 * tells it; Windows gives none, there the disk itself says it while it is written.
 */
export function fileFits(fileSystemType: number, bytes: number): boolean {
  return fileSystemType !== fatMagic || bytes <= largestOnFat
}

/** A large file is written in pieces of so many bytes. */
export const pieceBytes = 1024 * 1024

/**
 * The same for one large file whose next piece was to end at `end`. Linux says EFBIG where a file
 * would grow past what FAT32 can hold; the driver of Windows says „disk full“, with room enough.
 */
export function bigFileError(error: unknown, landmark: string, end: number): unknown {
  const crosses = end > largestOnFat && end - pieceBytes <= largestOnFat
  return crosses && codeOf(error) === 'ENOSPC' && hasRoom(dirname(landmark))
    ? new BackupFailed('fileTooBigForMedium')
    : mediumError(error, landmark)
}

function hasRoom(folder: string): boolean {
  try {
    return (freeBytes(folder) ?? 0) > 2 * pieceBytes
  } catch {
    return false
  }
}

/** Runs calls on the medium; what the file system says comes out as BackupFailed. */
export function onMedium<T>(landmark: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw mediumError(error, landmark)
  }
}
