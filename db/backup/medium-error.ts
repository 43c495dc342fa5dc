import { existsSync } from 'node:fs'
import { codeOf } from '../durable.ts'
import { BackupFailed } from './errors.ts'

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

/** Runs calls on the medium; what the file system says comes out as BackupFailed. */
export function onMedium<T>(landmark: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw mediumError(error, landmark)
  }
}
