import { createHash } from 'node:crypto'
import { closeSync, fstatSync, readSync } from 'node:fs'
import { codeOf } from '../disk.ts'
import { writeWith } from '../durable.ts'
import { openPlain, TooLong } from '../plain-entries.ts'
import { BackupFailed } from './errors.ts'

const pieceBytes = 1024 * 1024

/**
 * Copies a file from a medium and hashes what was read; flushed. Throws copyDamaged where it is not
 * what the manifest says – of another size it is not read at all, it might fill the disk – copyIncomplete, mediumUnreadable, mediumGone, and DiskFull of this side.
 */
export function copyHashed(
  from: string,
  to: string,
  expected: { size: number; sha256: string },
  onProgress: (doneBytes: number) => void,
): void {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(pieceBytes)
  const fd = readMedium(() => openPlain(from))
  try {
    if (readMedium(() => fstatSync(fd)).size !== expected.size)
      throw new BackupFailed('copyDamaged')
    const fill = (write: (bytes: Uint8Array) => void) => {
      let done = 0
      while (done < expected.size) {
        const wanted = Math.min(pieceBytes, expected.size - done)
        const read = readMedium(() => readSync(fd, piece, 0, wanted, null))
        if (read === 0) break
        hash.update(piece.subarray(0, read))
        write(piece.subarray(0, read))
        done += read
        onProgress(done)
      }
    }
    // In a trial the office saves meanwhile.
    writeWith(to, fill, { through: true })
  } finally {
    closeSync(fd)
  }
  if (hash.digest('hex') !== expected.sha256) throw new BackupFailed('copyDamaged')
}

/** Reads from a medium; what the file system says becomes a problem that names the medium. */
export function readMedium<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new BackupFailed('copyIncomplete')
    if (error instanceof TooLong) throw new BackupFailed('copyDamaged')
    if (code === 'ENODEV' || code === 'ENXIO') throw new BackupFailed('mediumGone')
    if (code !== '') throw new BackupFailed('mediumUnreadable')
    throw error
  }
}
