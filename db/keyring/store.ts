import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isFullDisk, writeDurably } from '../durable.ts'
import { readPlain, TooLong } from '../plain-entries.ts'
import { KeyringMissing, KeyringNewer } from './errors.ts'
import { formatOf, keyringFormat, parseKeyring, serialiseKeyring, type Keyring } from './format.ts'

export const keyringFile = 'keyring.json'
export const keyringCopyFile = 'keyring.copy.json'
/** A slot takes less than 2 KB: more than any office has profiles. */
export const largestKeyring = 1024 * 1024

/**
 * Writes the keyring twice, one file after the other, each `.part` → fsync → rename → fsync of the
 * folder: at any moment at least one of the two is whole.
 */
export function writeKeyring(folder: string, keyring: Keyring): void {
  const bytes = serialiseKeyring(keyring)
  writeDurably(join(folder, keyringFile), bytes)
  writeDurably(join(folder, keyringCopyFile), bytes)
}

export interface ReadKeyring {
  keyring: Keyring
  /** The other copy was missing, torn or older and has been written again. */
  repaired: boolean
}

/**
 * Reads the newer of the two whole copies and repairs the other (unless told not to: a stick that
 * is only looked at). Throws KeyringMissing, KeyringNewer.
 */
export function readKeyring(folder: string, options: { repair?: boolean } = {}): ReadKeyring {
  const texts = [keyringFile, keyringCopyFile].map((name) => readText(join(folder, name)))
  if (texts.some((text) => text !== null && (formatOf(text) ?? 0) > keyringFormat))
    throw new KeyringNewer()
  const same = texts[0] === texts[1]
  // Every unlock reads it several times: two copies of one text are parsed once.
  const [first, second] = (same ? texts.slice(0, 1) : texts).map((text) =>
    text === null ? null : parseKeyring(text),
  )
  const best = newer(first ?? null, second ?? null)
  if (!best) throw new KeyringMissing(texts.some((text) => text !== null))
  if (same || options.repair === false) return { keyring: best, repaired: false }
  try {
    writeKeyring(folder, best)
  } catch (error) {
    // One whole copy opens the office; the other waits for room.
    if (isFullDisk(error)) return { keyring: best, repaired: false }
    throw error
  }
  return { keyring: best, repaired: true }
}

/** Whether a keyring (whole or not) is in the folder: an office was set up here. */
export function keyringExists(folder: string): boolean {
  return existsSync(join(folder, keyringFile)) || existsSync(join(folder, keyringCopyFile))
}

function newer(a: Keyring | null, b: Keyring | null): Keyring | null {
  if (!a || !b) return a ?? b
  return b.revision > a.revision ? b : a
}

function readText(path: string): string | null {
  try {
    return readPlain(path, largestKeyring).toString('utf8')
  } catch (error) {
    // No keyring of ours: as one that is damaged.
    if (error instanceof TooLong) return ''
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
