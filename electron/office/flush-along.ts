import { closeSync, fdatasyncSync, openSync } from 'node:fs'

const everyMs = 4

/**
 * Flushes a growing file in pieces until `stop` is not 0. A gigabyte left for one flush at the end
 * would make the next save's own flush wait behind it: a journalling file system writes what lies
 * before it first. The file may not be there yet; its last flush stays the writer's own.
 */
export function flushAlong(file: string, stop: SharedArrayBuffer): void {
  const told = new Int32Array(stop)
  while (Atomics.wait(told, 0, 0, everyMs) === 'timed-out') {
    try {
      const fd = openSync(file, 'r+')
      try {
        fdatasyncSync(fd)
      } finally {
        closeSync(fd)
      }
    } catch {
      // Whoever writes the file meets the fault of the disk and says so.
    }
  }
}
