import { randomUUID } from 'node:crypto'
import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { mediumSchema, type Medium } from '#domain/backup/schema.ts'
import { codeOf } from '../disk.ts'
import { makeFolderDurably, writeDurably } from '../durable.ts'
import { isInside } from '../inside.ts'
import { entryAt, entryBelow, readPlain } from '../plain-entries.ts'
import { BackupFailed } from './errors.ts'
import { onMedium } from './medium-error.ts'
import { listCopies, removeUnfinished, type FoundCopy } from './snapshot.ts'

/** Where the archive of one office lies on a medium: docs/decisions/0009. */
export interface MediumPaths {
  /** As a person named it: a link there is their own. */
  place: string
  root: string
  copies: string
  files: string
  medium: string
}

/** A medium that is there, by the id that it carries. */
export interface MediumFound extends Medium {
  place: string
}

const programFolder = 'Opora'
/** `medium.json` has three short fields. */
export const largestMediumFile = 4096

export function mediumPaths(place: string, officeId: string): MediumPaths {
  const root = join(place, programFolder, officeId)
  return {
    place,
    root,
    copies: join(root, 'copies'),
    files: join(root, 'files'),
    medium: join(root, 'medium.json'),
  }
}

/** Throws notFollowed where anything down to copies, stored files or `medium.json` is not plain. */
export function expectPlainMedium({ place, copies, files, medium }: MediumPaths): void {
  for (const path of [copies, files, medium, `${medium}.part`]) entryBelow(place, path)
}

/**
 * The place as it really is. Throws BackupFailed: placeMissing, placeInsideData (a copy inside the
 * data folder goes with it).
 */
export function expectPlace(place: string, dataDir: string): void {
  let real: string
  try {
    real = realpathSync.native(place)
    if (!statSync(real).isDirectory()) throw new BackupFailed('placeMissing')
  } catch {
    throw new BackupFailed('placeMissing')
  }
  if (isInside(real, realpathSync.native(dataDir))) throw new BackupFailed('placeInsideData')
}

/**
 * The medium that the place carries for this office; null: none yet, or one that cannot be read.
 * Throws notFollowed.
 */
export function findMedium(place: string, officeId: string): MediumFound | null {
  const paths = mediumPaths(place, officeId)
  try {
    expectPlainMedium(paths)
    const text = readPlain(paths.medium, largestMediumFile).toString('utf8')
    return { ...mediumSchema.parse(JSON.parse(text)), place }
  } catch (error) {
    if (error instanceof BackupFailed) throw error
    return null
  }
}

/** Names for media: of those that the office knows by id, and for one that has none yet. */
export interface MediumNames {
  known: Readonly<Record<string, string>>
  forNew: string
}

/**
 * The medium of the place, made when there is none; it gets the name by which the office knows it.
 * Takes away what a cut left on it.
 */
export function openMedium(place: string, officeId: string, names: MediumNames): MediumFound {
  const paths = mediumPaths(place, officeId)
  return onMedium(place, () => {
    expectPlainMedium(paths)
    for (const folder of [paths.copies, paths.files]) makeFolderDurably(folder)
    removeUnfinished(paths.copies)
    for (const folder of storeFolders(paths.files)) removeUnfinished(folder)
    const found = findMedium(place, officeId)
    const name = found ? (names.known[found.id] ?? found.name) : names.forNew
    if (found?.name === name) return found
    return { ...writeMedium(paths, { format: 1, id: found?.id ?? randomUUID(), name }), place }
  })
}

/** Another name for a medium that is in. Throws BackupFailed: mediumGone where another one is in. */
export function renameOnMedium(place: string, officeId: string, id: string, name: string): void {
  const paths = mediumPaths(place, officeId)
  onMedium(place, () => {
    const found = findMedium(place, officeId)
    if (found?.id !== id) throw new BackupFailed('mediumGone')
    if (found.name !== name) writeMedium(paths, { format: 1, id, name })
  })
}

function writeMedium(paths: MediumPaths, medium: Medium): Medium {
  writeDurably(paths.medium, Buffer.from(`${JSON.stringify(medium)}\n`))
  return medium
}

/** Which offices have an archive at the place, without any key. Throws notFollowed. */
export function officesAt(place: string): string[] {
  try {
    if (!entryAt(join(place, programFolder))) return []
    return readdirSync(join(place, programFolder)).filter(
      (name) => entryBelow(place, mediumPaths(place, name).copies)?.isDirectory() === true,
    )
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return []
    throw error
  }
}

/** The copies of one office at a place, newest first. */
export function copiesAt(place: string, officeId: string): FoundCopy[] {
  const paths = mediumPaths(place, officeId)
  expectPlainMedium(paths)
  return listCopies(paths.copies).map((copy): FoundCopy =>
    copy.manifest && copy.manifest.officeId !== officeId
      ? { ...copy, problem: 'otherOffice', params: {} }
      : copy,
  )
}

/** The folders of the store on a medium: `ab`, `cd` … Throws notFollowed. */
export function storeFolders(files: string): string[] {
  return readdirSync(files)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .map((name) => join(files, name))
    .filter((folder) => entryAt(folder)?.isDirectory() === true)
}
