import { closeSync, constants, fstatSync, readSync } from 'node:fs'
import { codeOf } from '../disk.ts'
import { openPlain } from '../plain-entries.ts'

/** The file system does not let anybody read past its cache. */
export class UncachedRefused extends Error {
  constructor() {
    super('reading past the cache is refused')
  }
}

/**
 * Reading that goes to the medium itself. Node names O_DIRECT on Linux only; on Windows libuv turns
 * this bit into FILE_FLAG_NO_BUFFERING.
 */
const pastTheCache = process.platform === 'win32' ? 0x02000000 : constants.O_DIRECT
const refusals = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']
const pieceBytes = 4 * 1024 * 1024

let pageAligned: Uint8Array | undefined

/**
 * Such reads need memory that begins at a page: a WebAssembly memory always does, and its length,
 * a multiple of 64 KiB, is one of every sector size.
 */
function piece(): Uint8Array {
  pageAligned ??= new Uint8Array(new WebAssembly.Memory({ initial: pieceBytes / 65_536 }).buffer)
  return pageAligned
}

/**
 * Reads a file from the medium, not from the system's cache, and gives the pieces one after the
 * other; each is overwritten by the next. Throws UncachedRefused, and as the file system does.
 */
export function readUncached(path: string, take: (bytes: Uint8Array) => void): void {
  readInPieces(path, pastTheCache, take)
}

/** The ordinary way: only for a medium that was away meanwhile, so that nothing of it is cached. */
export function readThroughCache(path: string, take: (bytes: Uint8Array) => void): void {
  readInPieces(path, 0, take)
}

function readInPieces(path: string, flag: number, take: (bytes: Uint8Array) => void): void {
  const buffer = piece()
  let fd: number
  try {
    fd = openPlain(path, flag)
  } catch (error) {
    throw refused(error, flag)
  }
  try {
    const { size } = fstatSync(fd)
    for (let at = 0; at < size;) {
      let read: number
      try {
        read = readSync(fd, buffer, 0, buffer.length, at)
      } catch (error) {
        throw refused(error, flag)
      }
      if (read === 0) return
      take(buffer.subarray(0, read))
      at += read
    }
  } finally {
    closeSync(fd)
  }
}

function refused(error: unknown, flag: number): unknown {
  return flag !== 0 && refusals.includes(codeOf(error)) ? new UncachedRefused() : error
}
