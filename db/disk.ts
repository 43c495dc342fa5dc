import * as fs from 'node:fs'

/**
 * The calls by which our own files reach a disk. Everything that must survive a power cut goes
 * through them, so that a test can put a disk that fails or keeps a record in their place.
 */
export interface Disk {
  openSync(path: string, flags: string | number, mode?: number): number
  writeSync(fd: number, bytes: Uint8Array, offset: number): number
  fsyncSync(fd: number): void
  closeSync(fd: number): void
  renameSync(from: string, to: string): void
  mkdirSync(path: string, mode: number): void
  unlinkSync(path: string): void
  rmdirSync(path: string): void
}

const realDisk: Disk = {
  openSync: fs.openSync,
  writeSync: (fd, bytes, offset) => fs.writeSync(fd, bytes, offset),
  fsyncSync: fs.fsyncSync,
  closeSync: fs.closeSync,
  renameSync: fs.renameSync,
  mkdirSync: (path, mode) => fs.mkdirSync(path, { mode }),
  unlinkSync: fs.unlinkSync,
  rmdirSync: (path) => fs.rmdirSync(path),
}
export let disk = realDisk

/** TESTS ONLY: another disk until the returned function is called. */
export function useDisk(make: (real: Disk) => Disk): () => void {
  disk = make(realDisk)
  return () => {
    disk = realDisk
  }
}

/** The code of a failed call of the file system; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const held = ['EPERM', 'EACCES', 'EBUSY']
const pauseMs = 100

/** A virus scanner or an indexer of Windows holds a file for a moment: so many tries until it lets go. */
export function whileHeld(tries: number, call: () => void): void {
  for (let done = 1; ; done++) {
    try {
      call()
      return
    } catch (error) {
      if (done === tries || !held.includes(codeOf(error))) throw error
      wait(pauseMs)
    }
  }
}

export function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
