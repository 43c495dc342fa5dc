import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import {
  diskError,
  makeFolderDurably,
  renameDurably,
  syncFolder,
  writeDurably,
} from '../durable.ts'
import { removeTree } from '../removal.ts'
import { DiskFull } from '../errors.ts'
import { entryBelow, readPlain } from '../plain-entries.ts'
import { keyringCopyFile, keyringFile } from '../keyring/store.ts'
import { asideNote, type AsideNote } from './aside-note.ts'
import { BackupFailed } from './errors.ts'
import { ownDiskError } from './own-disk.ts'

/**
 * Another database in the place of the one the office works with (docs/decisions/0010). Staged ones
 * lie under `work/<id>`; `swap.json` is the point from which there is only forward; what stood there
 * before goes to `aside/` and is never overwritten; `aside.ts` says what may go from there, and when.
 */
export const swapPurposes = ['restore', 'keyChange'] as const
export type SwapPurpose = (typeof swapPurposes)[number]

export const databaseName = 'office.opora'
export const workFolder = 'work'
export const asideFolder = 'aside'
export const swapFile = 'swap.json'

/** The live ones that make room, side files of a process that was killed among them. */
const outgoing = [
  `${databaseName}-wal`,
  `${databaseName}-shm`,
  `${databaseName}-journal`,
  databaseName,
  keyringFile,
  keyringCopyFile,
]
const incoming = [databaseName, keyringFile, keyringCopyFile]

/** Inside the data folder, by `/`; a journal that names anything else is not one of ours. */
const inside = z.string().regex(/^(?:(?:work|aside)\/[\w-]+\/)?[\w-]+\.[\w.-]+$/)
const journalSchema = z.object({
  format: z.literal(1),
  purpose: z.enum(swapPurposes),
  /** Name of the staged folder under `work/`. */
  id: z.string().regex(/^[\w-]+$/),
  /** In this order: all out, then all in. Only files that were there when it was written. */
  moves: z.array(z.object({ from: inside, to: inside })),
})
type Journal = z.infer<typeof journalSchema>
const largestJournal = 64 * 1024

export interface StagedSwap {
  /** Name of the folder under `work/`. */
  id: string
  purpose: SwapPurpose
  now: string
  /** The snapshot that was made of what goes aside; null where it did not open. */
  safetyCopy: string | null
}

/** The folder in which a restore or a change of key is made; empty. Throws BackupFailed (ownDiskFull). */
export function stageFolder(dataDir: string, id: string): string {
  const folder = join(dataDir, workFolder, id)
  entryBelow(dataDir, folder)
  removeTree(folder)
  try {
    makeFolderDurably(folder)
  } catch (error) {
    const told = ownDiskError(error, null, dataDir)
    removeTree(folder)
    throw told
  }
  return folder
}

/**
 * Puts what is staged under `work/<id>` (database and both keyrings, flushed and closed) into its
 * place. The caller has closed the live database. Returns the folder under `aside/` that holds what
 * stood there before; where nothing stood it is not made. Throws BackupFailed: ownDiskFull before
 * anything was moved, swapUnfinished where the disk refused in the middle and the next start goes on.
 */
export function swapIn(dataDir: string, staged: StagedSwap): string {
  const aside = startSwap(dataDir, staged)
  try {
    finishSwap(dataDir)
  } catch (error) {
    // Without the journal all is in its place; what is left is swept at the next start.
    if (isSwapping(dataDir)) throw new BackupFailed('swapUnfinished')
    if (!(diskError(error) instanceof DiskFull)) throw error
  }
  return aside
}

/** A swap has begun and is not finished. */
export function isSwapping(dataDir: string): boolean {
  return existsSync(join(dataDir, swapFile))
}

/** Takes away what was staged, unless a swap that has begun still needs it: the next start ends it. */
export function removeStaged(dataDir: string, id: string): void {
  if (readJournal(dataDir)?.id !== id) removeTree(join(dataDir, workFolder, id))
}

/** Writes the journal: from here a cut is finished at the next start. */
export function startSwap(dataDir: string, { id, purpose, now, safetyCopy }: StagedSwap): string {
  const staged = join(dataDir, workFolder, id)
  const missing = incoming.find((name) => !existsSync(join(staged, name)))
  if (missing !== undefined) throw new Error(`nothing staged as ${missing}`)
  const aside = freeName(join(dataDir, asideFolder), `${now.replaceAll(/[-:.]/g, '')}-${purpose}`)
  const leaving = outgoing.filter((name) => existsSync(join(dataDir, name)))
  const journal: Journal = {
    format: 1,
    purpose,
    id,
    moves: [
      ...leaving.map((name) => ({ from: name, to: `${asideFolder}/${aside}/${name}` })),
      ...incoming.map((name) => ({ from: `${workFolder}/${id}/${name}`, to: name })),
    ],
  }
  const folder = join(dataDir, asideFolder, aside)
  for (const path of [staged, folder]) entryBelow(dataDir, path)
  try {
    // On a fresh computer nothing stands here: „Архив“ would list an empty folder for ever.
    if (leaving.length > 0) makeFolderDurably(folder)
    if (safetyCopy !== null) {
      const note: AsideNote = { format: 1, safetyCopy }
      writeDurably(join(folder, asideNote), Buffer.from(JSON.stringify(note)))
    }
    // The names; each staged file was flushed by whoever made it.
    syncFolder(staged)
    writeDurably(join(dataDir, swapFile), Buffer.from(JSON.stringify(journal)))
  } catch (error) {
    // Only the flush of its name may have failed: nothing was moved yet, so it is taken back.
    removeTree(join(dataDir, swapFile))
    removeTree(folder)
    throw ownDiskError(error, null, dataDir)
  }
  return folder
}

/**
 * Finishes a swap that was begun, if there is one; true when there was. Done again from any point it
 * ends in the same. Called before anything of the folder is opened.
 */
export function finishSwap(dataDir: string): boolean {
  const journal = readJournal(dataDir)
  if (!journal) return false
  for (const { from, to } of journal.moves) {
    const [source, goal] = [join(dataDir, from), join(dataDir, to)]
    for (const path of [source, goal]) entryBelow(dataDir, path)
    // Gone, or its goal is there: it was done. The order makes this safe – every file that goes out
    // was there when the journal was written, and all go out before the first comes in.
    if (!existsSync(source) || existsSync(goal)) continue
    renameDurably(source, goal)
    syncFolder(dirname(source))
  }
  removeTree(join(dataDir, swapFile))
  syncFolder(dataDir)
  removeTree(join(dataDir, workFolder, journal.id))
  return true
}

/**
 * What a start does first: finishes a swap and removes what a cut left half made. The caller holds
 * the folder's lock, so nobody else works under `work/`.
 */
export function settleFolder(dataDir: string): boolean {
  const finished = finishSwap(dataDir)
  removeTree(join(dataDir, workFolder))
  removeTree(join(dataDir, `${swapFile}.part`))
  return finished
}

function readJournal(dataDir: string): Journal | null {
  const path = join(dataDir, swapFile)
  if (!existsSync(path)) return null
  return journalSchema.parse(JSON.parse(readPlain(path, largestJournal).toString('utf8')))
}

function freeName(folder: string, wanted: string): string {
  const taken = existsSync(folder) ? readdirSync(folder) : []
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${String(n)}`
    if (!taken.includes(name)) return name
  }
}
