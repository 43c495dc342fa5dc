import { lstat, readdir, realpath, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import filesystem from 'systeminformation/lib/filesystem.js'
import { mediumSchema } from '#domain/backup/schema.ts'
import { codeOf } from '../disk.ts'
import { within } from '../within.ts'
import { readPlainLater } from '../plain-entries.ts'
import { largestMediumFile, mediumPaths } from './medium.ts'
import { readManifestLater } from './manifest.ts'
import { onOneDisk, volumesForCopies, volumesOf, type Volume } from './volumes.ts'

/** A drive that is attached now and could take a copy. */
export interface AttachedDrive {
  /** What to give as the place of a copy: `E:\`, `/media/…`. */
  place: string
  /** Empty where the drive has no name. */
  label: string
  fileSystem: string
  removable: boolean
  sizeBytes: number
  /** Null: it does not answer. */
  freeBytes: number | null
  /** Known as this medium of the office. */
  medium: { id: string; name: string } | null
  /** Names of other offices whose archive is on it. */
  otherOffices: string[]
  /** The office's own data are on the same physical disk: both go together. */
  sameDisk: boolean
}

/** The drives of the computer, those that can be taken out first. Starts a program: ask gently. */
export async function attachedDrives(
  dataDir: string,
  officeId: string | null,
): Promise<AttachedDrive[]> {
  const [volumes, data] = await Promise.all([mountedVolumes(), realpath(dataDir)])
  return Promise.all(
    volumesForCopies(volumes, data).map(async (one): Promise<AttachedDrive> => {
      const offices = await within(officesOn(one.mount), [])
      const mine = officeId !== null && offices.includes(officeId) ? officeId : null
      const others = offices.filter((id) => id !== officeId)
      return {
        place: one.mount,
        label: one.label,
        fileSystem: one.fileSystem,
        removable: one.removable,
        sizeBytes: one.size,
        freeBytes: await freeBytesAt(one.mount),
        medium: mine === null ? null : await mediumAt(one.mount, mine),
        otherOffices: await Promise.all(others.map((id) => nameOfOffice(one.mount, id))),
        sameDisk: onOneDisk(volumes, one.mount, data),
      }
    }),
  )
}

/** The medium that a place carries now; null where there is none or where it does not answer. */
export function mediumAt(
  place: string,
  officeId: string,
): Promise<{ id: string; name: string } | null> {
  return within(readMedium(place, officeId), null)
}

type Whereabouts = 'here' | 'away' | 'unknown'

/**
 * Whether a medium is at its place. `unknown`: one that is slow, or whose `medium.json` cannot be
 * read just now, may be in all the time, and what the system holds of it in memory with it.
 */
export function whereabouts(
  place: string,
  officeId: string,
  mediumId: string,
): Promise<Whereabouts> {
  const look = readMedium(place, officeId).then(
    ({ id }): Whereabouts => (id === mediumId ? 'here' : 'away'),
    (error: unknown) => (notThere.includes(codeOf(error)) ? 'away' : 'unknown'),
  )
  return within(look, 'unknown')
}

const notThere = ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ENOMEDIUM']

async function readMedium(place: string, officeId: string): Promise<{ id: string; name: string }> {
  const { medium } = mediumPaths(place, officeId)
  const bytes = await readPlainLater(place, medium, largestMediumFile)
  const { id, name } = mediumSchema.parse(JSON.parse(bytes.toString('utf8')))
  return { id, name }
}

/** Bytes that may still be written there; null where the place does not answer. */
export function freeBytesAt(place: string): Promise<number | null> {
  return within(
    statfs(place).then(({ blocks, bavail, bsize }) => (blocks === 0 ? null : bavail * bsize)),
    null,
  )
}

/** Whether the place is on the same file system or physical disk as the data. */
export async function isOnDiskOf(place: string, dataDir: string): Promise<boolean> {
  const [volumes, here, there] = await Promise.all([
    mountedVolumes(),
    within(realpath(place), place),
    realpath(dataDir),
  ])
  return onOneDisk(volumes, here, there)
}

/**
 * On Windows a PowerShell is started for it, which takes seconds; where it is forbidden the library
 * never answers, and a copy must not wait for that.
 */
async function mountedVolumes(): Promise<Volume[]> {
  return volumesOf(await within(filesystem.blockDevices(), [], shellPatienceMs))
}

async function officesOn(place: string): Promise<string[]> {
  const folder = join(place, 'Opora')
  const names = (await lstat(folder)).isDirectory() ? await readdir(folder) : []
  const found = await Promise.all(
    names.map((name) =>
      lstat(join(folder, name, 'copies')).then(
        (copies) => (copies.isDirectory() ? [name] : []),
        () => [],
      ),
    ),
  )
  return found.flat()
}

/** As its newest copy says; its folder's name where none can be read. */
async function nameOfOffice(place: string, officeId: string): Promise<string> {
  const { copies } = mediumPaths(place, officeId)
  const read = async () => {
    const names = (await readdir(copies)).filter((name) => !name.endsWith('.part')).sort()
    const newest = names.at(-1)
    return newest === undefined
      ? officeId
      : (await readManifestLater(join(copies, newest))).manifest.officeName
  }
  return within(read(), officeId)
}

const shellPatienceMs = 15_000
