import * as fs from 'node:fs'
import { dirname } from 'node:path'
import { codeOf, disk, wait, whileHeld } from './disk.ts'
import { typedDatabaseError, DiskFull } from './errors.ts'
import { entryAt, openPlain } from './plain-entries.ts'
import { removeFile } from './removal.ts'

/**
 * Writes a file so that after a power cut there is either the old one or the new one, whole:
 * `.part` → fsync → rename → fsync of the folder. Throws DiskFull; the old file stays.
 */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const part = `${path}.part`
  try {
    writeFlushed(part, bytes)
    rename(part, path)
  } catch (error) {
    removeFile(part)
    throw diskError(error)
  }
  syncFolder(dirname(path))
}

/** Writes and flushes a file of a folder that gets its own name later. Throws as the disk does. */
export function writeFlushed(path: string, bytes: Uint8Array): void {
  writeWith(path, (write) => {
    write(bytes)
  })
}

/** Node names the flag on other systems; on Windows libuv makes FILE_FLAG_WRITE_THROUGH of it. */
const writeThrough = process.platform === 'win32' ? 0x04000000 : fs.constants.O_DSYNC

/**
 * The same in pieces: `fill` is given the function that writes. `through`: every piece goes to the
 * disk at once, for a large file beside which others save, see `flushInPieces`.
 */
export function writeWith(
  path: string,
  fill: (write: (bytes: Uint8Array) => void) => void,
  { through = false } = {},
): void {
  const { O_WRONLY, O_CREAT, O_TRUNC } = fs.constants
  entryAt(path)
  const fd = disk.openSync(path, O_WRONLY | O_CREAT | O_TRUNC | (through ? writeThrough : 0), 0o600)
  try {
    fill((bytes) => {
      writeAll(fd, bytes)
    })
    disk.fsyncSync(fd)
  } finally {
    disk.closeSync(fd)
  }
}

/** Flushes an existing file, for example one that SQLite wrote without its own fsync. */
export function syncFile(path: string): void {
  entryAt(path)
  const fd = disk.openSync(path, 'r+')
  try {
    disk.fsyncSync(fd)
  } finally {
    disk.closeSync(fd)
  }
}

const flushedAtOnce = 256 * 1024
const restMs = 1

/**
 * Flushes a large file piece by piece, with a rest after each: what is flushed as a whole holds up
 * everybody else's flush on that disk until it is through. Every piece is given to `take` and written
 * over with itself, through to the disk. Throws as the disk does.
 */
export function flushInPieces(path: string, take: (piece: Uint8Array) => void): void {
  entryAt(path)
  const fd = disk.openSync(path, fs.constants.O_RDWR | writeThrough)
  try {
    readInPieces(path, flushedAtOnce, (piece) => {
      take(piece)
      writeAll(fd, piece)
      wait(restMs)
    })
    disk.fsyncSync(fd)
  } finally {
    disk.closeSync(fd)
  }
}

/** Reads a file from its beginning; each piece is overwritten by the next. */
export function readInPieces(
  path: string,
  pieceBytes: number,
  take: (piece: Uint8Array) => void,
): void {
  const buffer = Buffer.allocUnsafe(pieceBytes)
  const fd = openPlain(path)
  try {
    for (let read = fs.readSync(fd, buffer); read > 0; read = fs.readSync(fd, buffer))
      take(buffer.subarray(0, read))
  } finally {
    fs.closeSync(fd)
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += disk.writeSync(fd, bytes, done)
}

/**
 * Makes renames and new names in the folder last. Windows has no such call and needs none; some
 * network file systems have none either.
 */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = disk.openSync(folder, 'r')
  try {
    disk.fsyncSync(fd)
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) throw error
  } finally {
    disk.closeSync(fd)
  }
}

/** Gives a whole file or folder its name, and makes the name last. */
export function renameDurably(from: string, to: string): void {
  rename(from, to)
  syncFolder(dirname(to))
}

/** Makes a folder and those above it, and makes every new name last. */
export function makeFolderDurably(folder: string): void {
  if (fs.existsSync(folder)) return
  makeFolderDurably(dirname(folder))
  disk.mkdirSync(folder, 0o700)
  syncFolder(dirname(folder))
}

/** A scanner of Windows reads a large copy for seconds. */
const renameTries = process.platform === 'win32' ? 50 : 10
/** On Windows the name of what a scanner holds cannot be changed meanwhile. */
function rename(from: string, to: string): void {
  whileHeld(renameTries, () => {
    disk.renameSync(from, to)
  })
}

/**
 * Many files, each made to last under its own name, but flushed together: one by one each would
 * wait for the disk. Call `finish`, or `abandon` in a `catch`.
 */
export class DurableFiles {
  #open: { fd: number; part: string; path: string }[] = []
  #bytes = 0
  readonly #folders = new Set<string>()

  add(path: string, bytes: Uint8Array): void {
    const part = `${path}.part`
    entryAt(part)
    const fd = disk.openSync(part, 'w', 0o600)
    this.#open.push({ fd, part, path })
    writeAll(fd, bytes)
    this.#bytes += bytes.length
    if (this.#open.length === 64 || this.#bytes > 64 * 1024 * 1024) this.#flush()
  }

  /** Gives every file its name and makes all names last. */
  finish(): void {
    this.#flush()
    for (const folder of this.#folders) syncFolder(folder)
    this.#folders.clear()
  }

  /** Takes away what has no name yet. */
  abandon(): void {
    for (const { fd, part } of this.#open) {
      try {
        fs.closeSync(fd)
      } catch {
        // Closed already, or the medium is gone.
      }
      removeFile(part)
    }
    this.#open = []
  }

  #flush(): void {
    for (const { fd } of this.#open) disk.fsyncSync(fd)
    for (let next = this.#open[0]; next; next = this.#open[0]) {
      disk.closeSync(next.fd)
      rename(next.part, next.path)
      this.#open.shift()
      this.#folders.add(dirname(next.path))
    }
    this.#bytes = 0
  }
}

/** One folder, not those above it; its name lasts when the folder above is flushed. */
export function makeFolder(folder: string): void {
  if (!fs.existsSync(folder)) disk.mkdirSync(folder, 0o700)
}

/** A full or failing disk as the type that the whole program knows. */
export function diskError(error: unknown): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DiskFull('full')
  if (code === 'EIO' || code === 'EROFS') return new DiskFull('io')
  return typedDatabaseError(error)
}

/** No room is left: who only wants to read need not be kept out by it. */
export function isFullDisk(error: unknown): boolean {
  const told = diskError(error)
  return told instanceof DiskFull && told.kind === 'full'
}

/** What can wait until there is room again. Throws whatever is no full or refusing disk. */
export function unlessDiskRefuses(run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(diskError(error) instanceof DiskFull)) throw error
  }
}
