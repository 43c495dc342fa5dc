import { storedEntry } from '../files/store.ts'
import { BackupFailed } from './errors.ts'
import { expectAuthentic, expectKnownSchema, readManifest } from './manifest.ts'
import { onMedium } from './medium-error.ts'
import type { TellProgress } from './progress.ts'
import { openAndCompare, readBack, type ReadBackOrder } from './read-back.ts'
import { listedFiles } from './restore-files.ts'

export interface CheckOrder {
  /** Folder of the copy. */
  folder: string
  /** The store on the medium. */
  files: string
  landmark: string
  key: Buffer
  wasAway: boolean
  writeAgain: ReadBackOrder['writeAgain']
  tell: TellProgress
}

/**
 * Reads a copy on a medium again, all of it, and opens it with the key. Throws BackupFailed and,
 * where the medium was not away, UncachedRefused.
 */
export function checkCopy(order: CheckOrder): void {
  const { manifest, manifestBytes, list } = onMedium(order.landmark, () => {
    const signed = readManifest(order.folder)
    expectAuthentic(signed, order.key)
    expectKnownSchema(signed.manifest)
    return {
      manifest: signed.manifest,
      manifestBytes: signed.bytes,
      list: listedFiles(order.folder, signed.manifest),
    }
  })
  const missing = list
    .filter((one) => !onMedium(order.landmark, () => storedEntry(order.files, one.hash)))
    .filter((one) => !order.writeAgain(one))
    .map((one) => one.hash)
  const whole = { ...order, manifest, manifestBytes, list, missing }
  readBack(whole)
  openAndCompare(whole, order.key, null)
  if (missing.length > 0) throw new BackupFailed('filesMissing', { count: missing.length })
}
