import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
} from 'node:fs'
import type { Stats } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { BackupFailed } from './backup/errors.ts'

/**
 * Nothing on a medium or in the data folder is followed: where a file or a folder of ours should be,
 * a link or a junction would make us read, write or empty what is somebody else's, and a pipe or a
 * device would keep us reading for ever. Each is refused by its place, before anything is done there.
 */

/** A plain file or folder, as it lies there itself. Null: nothing. Throws BackupFailed notFollowed. */
export function entryAt(path: string): Stats | null {
  return plain(path, lstatSync(path, { throwIfNoEntry: false }))
}

/**
 * The same of every folder on the way: `root` is where somebody else's part of the path ends, and is
 * not judged. What is missing on the way ends it.
 */
export function entryBelow(root: string, path: string): Stats | null {
  let found: Stats | null = null
  for (const step of stepsBelow(root, path)) {
    if (found?.isFile() === true) return null
    found = entryAt(step)
    if (!found) return null
  }
  return found
}

/** Throws notFollowed where a name in the folder is none of a plain file or folder; itself it may be a link. */
export function expectPlainNames(folder: string): void {
  for (const name of readdirSync(folder)) entryAt(join(folder, name))
}

/** Opens a plain file for reading; what took its place a moment ago is not followed either. */
export function openPlain(path: string, flags = 0): number {
  entryAt(path)
  const fd = openSync(path, reading | flags)
  try {
    plain(path, fstatSync(fd))
    return fd
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

/** Neither follows a last link nor waits for who writes into a pipe; Windows knows neither flag. */
const reading =
  process.platform === 'win32'
    ? constants.O_RDONLY
    : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** More bytes than whoever reads may take. */
export class TooLong extends Error {
  constructor() {
    super('a file is longer than it may be')
  }
}

/** Reads a small plain file, never more of it than `limit` bytes. Throws TooLong, and as the disk does. */
export function readPlain(path: string, limit: number): Buffer {
  const fd = openPlain(path)
  try {
    const bytes = Buffer.alloc(roomFor(fstatSync(fd).size, limit))
    let end = 0
    for (let read = -1; read !== 0 && end < bytes.length; end += read)
      read = readSync(fd, bytes, end, bytes.length - end, null)
    return bytes.subarray(0, end)
  } finally {
    closeSync(fd)
  }
}

/** The same without waiting for a slow medium, and of every folder on the way below `root`. */
export async function readPlainLater(root: string, path: string, limit: number): Promise<Buffer> {
  for (const step of stepsBelow(root, path)) plain(step, await lstat(step))
  const file = await open(path, reading)
  try {
    const stats = await file.stat()
    plain(path, stats)
    const bytes = Buffer.alloc(roomFor(stats.size, limit))
    const { bytesRead } = await file.read(bytes, 0, bytes.length)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function roomFor(size: number, limit: number): number {
  if (size > limit) throw new TooLong()
  return size
}

function plain(path: string, stats: Stats | undefined): Stats | null {
  if (!stats) return null
  if (!stats.isFile() && !stats.isDirectory()) throw refused(path)
  return stats
}

function refused(path: string): BackupFailed {
  return new BackupFailed('notFollowed', { where: path })
}

function stepsBelow(root: string, path: string): string[] {
  const parts = relative(root, path).split(sep)
  return parts.map((_, index) => join(root, ...parts.slice(0, index + 1)))
}

/**
 * Where somebody else's part of the path of a copy ends: at the medium that holds the archive, at the
 * data folder, or above a folder that was carried elsewhere.
 */
export function rootOfCopy(folder: string): string {
  const above = dirname(folder)
  if (basename(above) === 'copies' && basename(dirname(dirname(above))) === 'Opora')
    return dirname(dirname(dirname(above)))
  return basename(above) === 'snapshots' ? dirname(above) : above
}
