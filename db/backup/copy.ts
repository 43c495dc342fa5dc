import { randomUUID } from 'node:crypto'
import { existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { CopyState, StoredFileList } from '#domain/backup/schema.ts'
import {
  makeFolderDurably,
  readInPieces,
  renameDurably,
  syncFolder,
  writeFlushed,
  writeWith,
} from '../durable.ts'
import { removeTree } from '../removal.ts'
import { DatabaseDamaged } from '../errors.ts'
import { entryBelow } from '../plain-entries.ts'
import { readKeyring } from '../keyring/store.ts'
import { BackupFailed } from './errors.ts'
import { manifestFile } from './manifest.ts'
import {
  expectPlace,
  mediumPaths,
  openMedium,
  type MediumFound,
  type MediumNames,
} from './medium.ts'
import { bigFileError, fileFits, onMedium, pieceBytes } from './medium-error.ts'
import { freeBytes, ownDiskError } from './own-disk.ts'
import { counter, type TellProgress } from './progress.ts'
import { openAndCompare, readBack } from './read-back.ts'
import {
  copyDatabaseFile,
  copyFilesFile,
  copyKeyringFile,
  databaseBytes,
  nameOfCopy,
  stageCopy,
  type CopyOrder,
  type StagedCopy,
} from './snapshot.ts'
import { bringAgain, bringFiles, bytesToBring } from './stored-files.ts'
import { UncachedRefused } from './uncached.ts'

export interface MediumOrder extends Omit<CopyOrder, 'occasion'> {
  /** The store beside the database. */
  filesFolder: string
  place: string
  names: MediumNames
}

/** A copy that has its name on the medium. */
export interface WrittenCopy {
  id: string
  name: string
  createdAt: string
  auditSeq: number
  people: number
  bytes: number
}

export interface CopyNews {
  tell: TellProgress
  /** From here it is „Записан“; it must be written down before anything else happens. */
  written: (medium: MediumFound, copy: WrittenCopy) => void
}

export interface CopyResult {
  state: Exclude<CopyState, 'failed'>
  /** Why it is only written; null where it is verified. */
  reason: 'uncachedRefused' | 'filesMissing' | null
  missingFiles: number
  /** Files of the computer that came back from the medium. */
  healed: string[]
}

/** Directory entries, the end of the last cluster of every file and the like. */
const spaceToSpare = 4 * 1024 * 1024

/**
 * Makes a copy on a medium in the order of docs/decisions/0009. What was on the medium before is not
 * touched; a failure takes away what has no name yet. Throws BackupFailed, Stopped.
 */
export function copyToMedium(order: MediumOrder, news: CopyNews): CopyResult {
  expectPlace(order.place, order.dataDir)
  // Before it is staged: of a database of that size this takes minutes.
  expectFits(order.place, databaseBytes(order.database))
  const { keyring } = readKeyring(order.dataDir)
  const paths = mediumPaths(order.place, keyring.officeId)
  const medium = openMedium(order.place, keyring.officeId, order.names)
  const work = join(order.dataDir, 'work', randomUUID())
  const copyId = randomUUID()
  const name = nameOfCopy(order.now, copyId)
  const part = join(paths.copies, `${name}.part`)
  let named = false
  try {
    const staged = stage(order, work, copyId, news.tell)
    const list = staged.contents.files
    const landmark = paths.medium
    expectSpace(order.place, staged, bytesToBring(list, paths.files))

    const bytes = staged.manifest.database.size + staged.manifest.files.bytes
    const count = counter(news.tell, 'write', bytes)
    const files = {
      local: order.filesFolder,
      onMedium: paths.files,
      aside: join(order.dataDir, 'aside', `${name}-files`),
      landmark,
    }
    const { missing, healed } = bringFiles({ ...files, list, count })
    onMedium(landmark, () => {
      entryBelow(order.place, part)
      makeFolderDurably(part)
    })
    copyDatabase(join(work, copyDatabaseFile), join(part, copyDatabaseFile), landmark, count)
    onMedium(landmark, () => {
      writeFlushed(join(part, copyKeyringFile), staged.small.keyring)
      writeFlushed(join(part, copyFilesFile), staged.small.files)
      writeFlushed(join(part, manifestFile), staged.small.manifest)
      syncFolder(part)
      renameDurably(part, join(paths.copies, name))
    })
    named = true
    news.written(medium, {
      id: copyId,
      name,
      createdAt: staged.manifest.createdAt,
      auditSeq: staged.manifest.auditHead?.seq ?? 0,
      people: staged.manifest.counts.people,
      bytes,
    })

    const result = { missingFiles: missing.length, healed }
    const whole = {
      folder: join(paths.copies, name),
      files: paths.files,
      manifest: staged.manifest,
      manifestBytes: staged.small.manifest,
      list,
      missing,
      wasAway: false,
      landmark,
      writeAgain: (file: StoredFileList[number]) => bringAgain(files, file),
      tell: news.tell,
    }
    try {
      readBack(whole)
    } catch (error) {
      if (!(error instanceof UncachedRefused)) throw error
      return { ...result, state: 'written', reason: 'uncachedRefused' }
    }
    openAndCompare(whole, order.key, staged.contents.rows)
    if (missing.length > 0) return { ...result, state: 'written', reason: 'filesMissing' }
    return { ...result, state: 'verified', reason: null }
  } finally {
    removeTree(work)
    if (!named) removeQuietly(part)
  }
}

/** One consistent state of the database on the computer's own disk. */
function stage(order: MediumOrder, work: string, copyId: string, tell: TellProgress): StagedCopy {
  const needed = databaseBytes(order.database)
  tell('snapshot', 0, needed)
  try {
    entryBelow(order.dataDir, work)
    makeFolderDurably(work)
    const staged = stageCopy({ ...order, occasion: 'asked' }, work, { copyId, kind: 'stick' })
    tell('snapshot', needed, needed)
    return staged
  } catch (error) {
    const told = ownDiskError(error, needed, work)
    throw told instanceof DatabaseDamaged ? new BackupFailed('databaseDamaged') : told
  }
}

/** Throws fileTooBigForMedium. */
function expectFits(place: string, bytes: number): void {
  onMedium(place, () => {
    if (!fileFits(statfsSync(place).type, bytes)) throw new BackupFailed('fileTooBigForMedium')
  })
}

function expectSpace(place: string, { manifest, small }: StagedCopy, filesBytes: number): void {
  const { database } = manifest
  expectFits(place, database.size)
  onMedium(place, () => {
    const smallBytes = small.keyring.length + small.files.length + small.manifest.length
    const needed = database.size + filesBytes + smallBytes + spaceToSpare
    const free = freeBytes(place)
    if (free !== null && needed > free) throw new BackupFailed('mediumFull', { needed, free })
  })
}

function copyDatabase(
  from: string,
  to: string,
  landmark: string,
  count: (bytes: number) => void,
): void {
  let end = 0
  try {
    writeWith(to, (write) => {
      readInPieces(from, pieceBytes, (piece) => {
        end += piece.length
        write(piece)
        count(piece.length)
      })
    })
  } catch (error) {
    throw bigFileError(error, landmark, end)
  }
}

/** The medium may be gone: then there is nothing to take away. */
function removeQuietly(part: string): void {
  try {
    if (existsSync(part)) removeTree(part)
  } catch {
    // The next copy takes it away.
  }
}
