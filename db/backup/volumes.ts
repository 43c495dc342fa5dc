import { posix, win32 } from 'node:path'
import type { Systeminformation } from 'systeminformation'
import { isInside } from '../inside.ts'

/** What the computer said of one drive, mounted or not: as systeminformation brings it. */
export type BlockDevice = Pick<
  Systeminformation.BlockDevicesData,
  'mount' | 'label' | 'fsType' | 'removable' | 'physical'
> & {
  /** Bytes; on Windows text, empty where nothing is in the drive. */
  size: number | string
  /** Linux: `usb` stands on the disk, not on its partition. */
  protocol?: string
  /** The physical disk, where that is known. */
  device?: string | undefined
}

/** A file system that is there under a path. */
export interface Volume {
  /** `E:\`, `/media/…` */
  mount: string
  label: string
  fileSystem: string
  removable: boolean
  size: number
  /** The physical disk; empty where it is not known. */
  device: string
}

const notForCopies = ['squashfs', 'swap', 'iso9660', 'udf', 'crypto_luks', 'lvm2_member']
const systemMounts = /^\/(boot|snap|etc|proc|sys|dev|var\/lib)(\/|$)|^\/run\/(?!media\/)/

/** What can be written to or read from by a path: no disc, and no reader without a card. */
export function volumesOf(found: readonly BlockDevice[]): Volume[] {
  const usb = new Set(found.filter((one) => one.protocol === 'usb').map((one) => one.device))
  return found
    .filter(({ mount, physical }) => mount !== '' && physical !== 'CD/DVD')
    .map((one) => ({
      // `E:` alone would be the folder where the program happens to stand on that drive.
      mount: /^[A-Za-z]:$/.test(one.mount) ? `${one.mount}\\` : one.mount,
      label: one.label,
      fileSystem: one.fsType.toLowerCase(),
      removable: one.removable || (one.device !== undefined && usb.has(one.device)),
      size: Number.parseInt(String(one.size), 10) || 0,
      device: one.device ?? '',
    }))
    .filter(({ fileSystem, size }) => fileSystem !== '' || size > 0)
}

/**
 * The volumes that may take a copy, those that can be taken out first. Not among them: the system's
 * own, and the fixed one on which the office's data lie – a copy there goes with them.
 */
export function volumesForCopies(volumes: readonly Volume[], dataDir: string): Volume[] {
  const own = volumeOf(volumes, dataDir)
  return volumes
    .filter(
      (one) =>
        one.mount !== '/' &&
        !systemMounts.test(one.mount) &&
        !notForCopies.includes(one.fileSystem) &&
        (one.removable || one.mount !== own?.mount),
    )
    .sort((a, b) => Number(b.removable) - Number(a.removable) || (a.mount < b.mount ? -1 : 1))
}

/** Whether both paths are on one volume or on one physical disk; false where that is not known. */
export function onOneDisk(volumes: readonly Volume[], path: string, other: string): boolean {
  const [a, b] = [volumeOf(volumes, path), volumeOf(volumes, other)]
  if (!a || !b) return false
  return a.mount === b.mount || (a.device !== '' && a.device === b.device)
}

/** The innermost volume over a path. */
function volumeOf(volumes: readonly Volume[], path: string): Volume | undefined {
  return volumes
    .filter(({ mount }) => isInside(path, mount, mount.startsWith('/') ? posix : win32))
    .sort((a, b) => b.mount.length - a.mount.length)[0]
}
