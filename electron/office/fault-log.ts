import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

const LARGEST = 2 * 1024 * 1024

/**
 * Unknown faults by their reference number. Only the kind of error and the program's own lines are
 * written: a message may quote a row, and this file is read by strangers.
 */
export function logFault(dataDir: string, at: string, reference: string, error: unknown): void {
  const kind = error instanceof Error ? `${error.name} ${codeOf(error)}` : typeof error
  const stack =
    error instanceof Error
      ? (error.stack ?? '')
          // The message stands before the lines; its own lines may look like them.
          .replace(error.message, '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 12)
      : []
  try {
    const folder = path.join(dataDir, 'logs')
    mkdirSync(folder, { recursive: true })
    const file = path.join(folder, 'faults.log')
    if (sizeOf(file) > LARGEST) renameSync(file, `${file}.1`)
    appendFileSync(file, [`${at} ${reference} ${kind}`, ...stack, ''].join('\n'))
  } catch {
    // A full disk must not turn one fault into two.
  }
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}
