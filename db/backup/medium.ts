import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { mediumSchema, type Medium } from '#domain/backup/schema.ts'
import { codeOf, makeFolderDurably, writeDurably } from '../durable.ts'
import { BackupFailed } from './errors.ts'
import { onMedium } from './medium-error.ts'
import { listCopies, removeUnfinished, type FoundCopy } from './snapshot.ts'

/** Where the archive of one office lies on a medium: docs/decisions/0009. */
export interface MediumPaths {
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

export function mediumPaths(place: string, officeId: string): MediumPaths {
  const root = join(place, programFolder, officeId)
  return {
    root,
    copies: join(root, 'copies'),
    files: join(root, 'files'),
    medium: join(root, 'medium.json'),
  }
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
  const inside = relative(realpathSync.native(dataDir), real)
  if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside)))
    throw new BackupFailed('placeInsideData')
}

/** The medium that the place carries for this office; null: none yet, or one that cannot be read. */
export function findMedium(place: string, officeId: string): MediumFound | null {
  try {
    const text = readFileSync(mediumPaths(place, officeId).medium, 'utf8')
    return { ...mediumSchema.parse(JSON.parse(text)), place }
  } catch {
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

/** Which offices have an archive at the place, without any key. */
export function officesAt(place: string): string[] {
  try {
    return readdirSync(join(place, programFolder)).filter((name) =>
      existsSync(join(place, programFolder, name, 'copies')),
    )
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return []
    throw error
  }
}

/** The copies of one office at a place, newest first. */
export function copiesAt(place: string, officeId: string): FoundCopy[] {
  return listCopies(mediumPaths(place, officeId).copies)
}

/** The folders of the store on a medium: `ab`, `cd` … */
export function storeFolders(files: string): string[] {
  return readdirSync(files)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .map((name) => join(files, name))
}
