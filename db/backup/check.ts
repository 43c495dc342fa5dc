import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { storedFileListSchema } from '#domain/backup/schema.ts'
import { storedPath } from '../files/store.ts'
import { describeBytes } from './contents.ts'
import { BackupFailed } from './errors.ts'
import { expectAuthentic, expectKnownSchema, manifestFile, readManifest } from './manifest.ts'
import { onMedium } from './medium-error.ts'
import type { TellProgress } from './progress.ts'
import { openAndCompare, readBack, type ReadBackOrder } from './read-back.ts'
import { copyFilesFile } from './snapshot.ts'

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
    const text = readFileSync(join(order.folder, copyFilesFile))
    if (describeBytes(text).sha256 !== signed.manifest.files.sha256)
      throw new BackupFailed('copyDamaged')
    return {
      manifest: signed.manifest,
      manifestBytes: readFileSync(join(order.folder, manifestFile)),
      list: storedFileListSchema.parse(JSON.parse(text.toString('utf8'))),
    }
  })
  const missing = list
    .map((one) => one.hash)
    .filter((hash) => !existsSync(storedPath(order.files, hash)) && !order.writeAgain(hash))
  const whole = { ...order, manifest, manifestBytes, list, missing }
  readBack(whole)
  openAndCompare(whole, order.key, null)
  if (missing.length > 0) throw new BackupFailed('filesMissing', { count: missing.length })
}
