import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, disk, whileHeld } from './disk.ts'

/**
 * Taking away, by the two calls that do one thing each: `fs.rm` and `fs.cp` of Node before 24.15 did
 * nothing, without a word, on Windows where a path has Cyrillic letters. So a look comes afterwards.
 */

/** Only where a scanner may hold it: elsewhere a refusal stays one. */
const tries = process.platform === 'win32' ? 6 : 1

/** It was taken away, the disk said so, and it is there all the same. */
export class NotRemoved extends Error {
  readonly code = 'EBUSY'
  constructor() {
    super('what was removed is still there')
  }
}

/** Takes a file, or a link itself, away; nothing is there: nothing to do. Throws as the disk does. */
export function removeFile(path: string): void {
  gone(path, () => {
    disk.unlinkSync(path)
  })
}

/**
 * Takes a file or a folder with all in it away; nothing is there: nothing to do. A link among it is
 * taken away itself: what it leads to is never looked at. Throws as the disk does.
 */
export function removeTree(path: string): void {
  // A junction is a link to lstat, and its own name goes by unlink.
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    removeFile(path)
    return
  }
  for (const name of namesIn(path)) removeTree(join(path, name))
  gone(path, () => {
    disk.rmdirSync(path)
  })
}

function gone(path: string, call: () => void): void {
  whileHeld(tries, () => {
    try {
      call()
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return
      throw error
    }
    if (lstatSync(path, { throwIfNoEntry: false })) throw new NotRemoved()
  })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
