import { access, readdir, readFile, realpath, statfs } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import filesystem from 'systeminformation/lib/filesystem.js'
import { mediumSchema } from '#domain/backup/schema.ts'
import { mediumPaths } from './medium.ts'
import { readManifestLater } from './manifest.ts'

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

interface Volume {
  mount: string
  label: string
  fileSystem: string
  removable: boolean
  size: number
  device: string
}

const notForCopies = ['squashfs', 'swap', 'iso9660', 'udf', 'crypto_luks', 'lvm2_member']
const systemMounts = /^\/(boot|snap|etc|proc|sys|dev|run\/(?!media)|var\/lib)(\/|$)/

/** The drives of the computer, those that can be taken out first. Starts a program: ask gently. */
export async function attachedDrives(
  dataDir: string,
  officeId: string | null,
): Promise<AttachedDrive[]> {
  const volumes = await mountedVolumes()
  const own = volumeOf(volumes, await realpath(dataDir))
  const candidates = volumes.filter(
    (one) =>
      one.mount !== '/' && !systemMounts.test(one.mount) && !notForCopies.includes(one.fileSystem),
  )
  const drives = await Promise.all(
    candidates.map(async (one): Promise<AttachedDrive> => {
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
        sameDisk:
          own !== undefined &&
          (own.mount === one.mount || (own.device !== '' && own.device === one.device)),
      }
    }),
  )
  return drives.sort(
    (a, b) => Number(b.removable) - Number(a.removable) || (a.place < b.place ? -1 : 1),
  )
}

/** The medium that a place carries now; null where there is none or where it does not answer. */
export function mediumAt(
  place: string,
  officeId: string,
): Promise<{ id: string; name: string } | null> {
  const read = async () => {
    const text = await readFile(mediumPaths(place, officeId).medium, 'utf8')
    const { id, name } = mediumSchema.parse(JSON.parse(text))
    return { id, name }
  }
  return within(read(), null)
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
  const volumes = await mountedVolumes()
  const [here, there] = await Promise.all([realpath(place), realpath(dataDir)])
  const [a, b] = [volumeOf(volumes, here), volumeOf(volumes, there)]
  if (!a || !b) return false
  return a.mount === b.mount || (a.device !== '' && a.device === b.device)
}

async function mountedVolumes(): Promise<Volume[]> {
  const found = await filesystem.blockDevices()
  // A stick says on the disk itself, not on its partition, that it came by USB.
  const usb = new Set(found.filter((one) => one.protocol === 'usb').map((one) => one.device))
  return found
    .filter((one) => one.mount !== '' && one.physical !== 'CD/DVD')
    .map((one) => ({
      // `E:` alone would be the folder where the program happens to stand on that drive.
      mount: /^[A-Za-z]:$/.test(one.mount) ? `${one.mount}\\` : one.mount,
      label: one.label,
      fileSystem: one.fsType.toLowerCase(),
      removable: one.removable || (one.device !== undefined && usb.has(one.device)),
      size: Number.parseInt(String(one.size), 10) || 0,
      device: one.device ?? '',
    }))
}

function volumeOf(volumes: readonly Volume[], path: string): Volume | undefined {
  return volumes
    .filter(({ mount }) => isInside(path, mount))
    .sort((a, b) => b.mount.length - a.mount.length)[0]
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

async function officesOn(place: string): Promise<string[]> {
  const folder = join(place, 'Opora')
  const names = await readdir(folder)
  const found = await Promise.all(
    names.map((name) =>
      access(join(folder, name, 'copies')).then(
        () => [name],
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

const patienceMs = 2_000

/** A network folder that is away may keep one waiting for a minute. */
async function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise)
    }, patienceMs)
  })
  try {
    return await Promise.race([work.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}
