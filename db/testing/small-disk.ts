import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `ramfs` lets nobody read past its cache, and has no size. */
export type DiskKind = 'ext4' | 'vfat' | 'exfat' | 'ntfs' | 'tmpfs' | 'ramfs'

export interface SmallDisk {
  kind: DiskKind
  /** Where it is mounted. */
  place: string
  /** Takes it out as a hand does: paths are gone at once, what is open goes on into nowhere. */
  pullOut(): void
  /** Puts it in again; nothing of it is in the system's memory. */
  putIn(options?: { readOnly?: boolean }): void
  dispose(): void
}

const megabyte = 1024 * 1024
const makers: Record<Exclude<DiskKind, 'tmpfs' | 'ramfs'>, string[]> = {
  ext4: ['mkfs.ext4', '-q', '-F', '-m', '0'],
  vfat: ['mkfs.vfat', '-I', '-F', '32', '-s', '1'],
  exfat: ['mkfs.exfat'],
  ntfs: ['mkfs.ntfs', '-F', '-f', '-q'],
}

/**
 * A real file system of a few megabytes for a test, as a stick has one; a string says why this
 * computer cannot give one (no root, no driver, no program that makes it).
 */
export function smallDisk(kind: DiskKind, megabytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return 'only on Linux'
  const folder = mkdtempSync(join(tmpdir(), `opora-${kind}-`))
  const place = join(folder, 'stick')
  const image = join(folder, 'image')
  const kept = join(folder, 'kept')
  mkdirSync(place)
  let device = ''
  // A stick that may be emptied, or one of a virtual machine, which has no loop devices.
  const given = kind === 'vfat' ? process.env['OPORA_STICK'] : undefined
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' }).trim()
  const mount = (readOnly: boolean) => {
    const options = readOnly ? 'ro' : 'rw'
    if (kind === 'tmpfs') {
      run('mount', '-t', 'tmpfs', '-o', `${options},size=${String(megabytes)}m`, 'tmpfs', place)
      return
    }
    if (kind === 'ramfs') {
      // What it holds goes with its last mount: kept under another path while it is „out“.
      run('mount', '--bind', '-o', options, kept, place)
      return
    }
    const tries = {
      ext4: [['mount', '-t', 'ext4', '-o', options, device, place]],
      vfat: [['mount', '-t', 'vfat', '-o', options, device, place]],
      exfat: [
        ['mount', '-t', 'exfat', '-o', options, device, place],
        ['mount.exfat-fuse', '-o', options, device, place],
      ],
      ntfs: [
        ['mount', '-t', 'ntfs3', '-o', options, device, place],
        ['ntfs-3g', '-o', options, device, place],
      ],
    }[kind]
    firstOf(
      tries.map(
        ([program = '', ...args]) =>
          () =>
            run(program, ...args),
      ),
    )
  }
  const unmount = (...options: string[]) => {
    try {
      run('umount', ...options, place)
    } catch {
      // Taken out already.
    }
  }
  const dispose = () => {
    unmount('-l')
    if (kind === 'ramfs') run('umount', '-l', kept)
    if (device !== '' && device !== given) run('losetup', '-d', device)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (kind === 'ramfs') {
      mkdirSync(kept)
      run('mount', '-t', 'ramfs', 'ramfs', kept)
    } else if (given !== undefined) {
      const [program = '', ...args] = makers.vfat
      run(program, ...args, given, String(megabytes * 1024))
      device = given
    } else if (kind !== 'tmpfs') {
      const fd = openSync(image, 'w')
      ftruncateSync(fd, megabytes * megabyte)
      closeSync(fd)
      const [program = '', ...args] = makers[kind]
      run(program, ...args, image)
      device = run('losetup', '-f', '--show', image)
    }
    mount(false)
  } catch (error) {
    dispose()
    // Somebody put it in to be tried: then it is not skipped.
    if (given !== undefined) throw error
    return `${kind}: ${error instanceof Error ? (error.message.split('\n').at(-1) ?? '') : ''}`
  }
  return {
    kind,
    place,
    pullOut() {
      unmount('-l')
    },
    putIn(options = {}) {
      unmount()
      mount(options.readOnly ?? false)
    },
    dispose,
  }
}

function firstOf(tries: (() => void)[]): void {
  let failure: unknown
  for (const attempt of tries) {
    try {
      attempt()
      return
    } catch (error) {
      failure = error
    }
  }
  throw failure
}
