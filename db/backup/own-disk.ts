import { diskError } from '../durable.ts'
import { DatabaseDamaged, DiskFull } from '../errors.ts'
import { BackupFailed } from './errors.ts'
import { freeBytes } from './snapshot.ts'

/** Before anything is written. Throws BackupFailed ownDiskFull. */
export function expectOwnRoom(needed: number, folder: string): void {
  const free = freeBytes(folder)
  if (free !== null && needed > free) throw new BackupFailed('ownDiskFull', { needed })
}

/** A disk that filled in the middle, in the same words; anything else typed. `needed`: bytes. */
export function roomProblem(thrown: unknown, needed: number): unknown {
  const error = diskError(thrown)
  const isFull = error instanceof DiskFull && error.kind === 'full'
  return isFull ? new BackupFailed('ownDiskFull', { needed }) : error
}

/** The same where the office's own database is read: it may be what is damaged. */
export function ownDiskProblem(thrown: unknown, needed: number): unknown {
  const error = roomProblem(thrown, needed)
  if (error instanceof DatabaseDamaged) return new BackupFailed('databaseDamaged')
  return error
}
