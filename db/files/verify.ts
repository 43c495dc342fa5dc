import type { Db } from '../connection.ts'
import { listFiles, newestFiles } from '../queries/files.ts'
import { FileDamaged, sealedSize } from './format.ts'
import { findOrphans, readStored, storedEntry } from './store.ts'

export interface FilesReport {
  ok: boolean
  checked: number
  /** Named by the database but missing or altered. */
  damaged: { fileId: string; hash: string; reason: FileDamaged['reason'] }[]
  /** Files nobody names: harmless, of a transaction that was cut off. */
  orphans: number
}

/** Reads and opens every file of the store. For a worker: it reads everything. */
export function verifyFiles(
  db: Db,
  folder: string,
  options: { now: Date; onProgress?: (done: number, total: number) => void },
): FilesReport {
  const rows = listFiles(db)
  const damaged: FilesReport['damaged'] = []
  rows.forEach((row, index) => {
    try {
      readStored(db, folder, row)
    } catch (error) {
      if (!(error instanceof FileDamaged)) throw error
      damaged.push({ fileId: row.id, hash: row.hash, reason: error.reason })
    }
    options.onProgress?.(index + 1, rows.length)
  })
  const orphans = findOrphans(db, folder, options.now).length
  return { ok: damaged.length === 0, checked: rows.length, damaged, orphans }
}

/** The files that came last are there and as long as they were written: said without reading them. */
export function newestFilesThere(db: Db, folder: string): FilesReport {
  const rows = newestFiles(db, 200)
  const damaged = rows.flatMap((row): FilesReport['damaged'] => {
    const size = storedEntry(folder, row.hash)?.size
    if (size === sealedSize(row.size)) return []
    return [{ fileId: row.id, hash: row.hash, reason: size === undefined ? 'missing' : 'hash' }]
  })
  return { ok: damaged.length === 0, checked: rows.length, damaged, orphans: 0 }
}
