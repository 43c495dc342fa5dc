import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isFullDisk } from '#db/durable.ts'
import { entryAt } from '#db/plain-entries.ts'
import { removeFile } from '#db/removal.ts'

/**
 * Makes a folder in which a shell keeps files of its own, and writes there: without rights the lock of
 * its one instance would fail as if it were taken, in silence. Without room there is still all that
 * was saved to be read. Throws as the disk does, and notFollowed.
 */
export function expectWritable(folder: string): void {
  entryAt(folder)
  const probe = path.join(folder, 'probe')
  try {
    mkdirSync(folder, { recursive: true })
    entryAt(probe)
    writeFileSync(probe, '')
    removeFile(probe)
  } catch (error) {
    if (!isFullDisk(error)) throw error
  }
}
