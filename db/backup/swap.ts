import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import {
  codeOf,
  makeFolderDurably,
  removeTree,
  renameDurably,
  syncFolder,
  writeDurably,
} from '../durable.ts'
import { keyringCopyFile, keyringFile } from '../keyring/store.ts'

/**
 * Another database in the place of the one the office works with (docs/decisions/0010). Staged ones
 * lie under `work/<id>`; `swap.json` is the point from which there is only forward; what stood there
 * before goes to `aside/` and is never overwritten or deleted by the program.
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

/** The folder in which a restore or a change of key is made; empty. */
export function stageFolder(dataDir: string, id: string): string {
  const folder = join(dataDir, workFolder, id)
  removeTree(folder)
  makeFolderDurably(folder)
  return folder
}

/**
 * Puts what is staged under `work/<id>` (database and both keyrings, flushed and closed) into its
 * place. The caller has closed the live database. Returns the folder under `aside/` that holds what
 * stood there before. Throws DiskFull before anything was moved.
 */
export function swapIn(
  dataDir: string,
  staged: { id: string; purpose: SwapPurpose; now: string },
): string {
  const aside = startSwap(dataDir, staged)
  finishSwap(dataDir)
  return aside
}

/** Writes the journal: from here a cut is finished at the next start. */
export function startSwap(
  dataDir: string,
  { id, purpose, now }: { id: string; purpose: SwapPurpose; now: string },
): string {
  const staged = join(dataDir, workFolder, id)
  const missing = incoming.find((name) => !existsSync(join(staged, name)))
  if (missing !== undefined) throw new Error(`nothing staged as ${missing}`)
  const aside = freeName(join(dataDir, asideFolder), `${now.replaceAll(/[-:.]/g, '')}-${purpose}`)
  const journal: Journal = {
    format: 1,
    purpose,
    id,
    moves: [
      ...outgoing
        .filter((name) => existsSync(join(dataDir, name)))
        .map((name) => ({ from: name, to: `${asideFolder}/${aside}/${name}` })),
      ...incoming.map((name) => ({ from: `${workFolder}/${id}/${name}`, to: name })),
    ],
  }
  makeFolderDurably(join(dataDir, asideFolder))
  makeFolderDurably(join(dataDir, asideFolder, aside))
  syncFolder(staged)
  writeDurably(join(dataDir, swapFile), Buffer.from(JSON.stringify(journal)))
  return join(dataDir, asideFolder, aside)
}

/**
 * Finishes a swap that was begun, if there is one; true when there was. Done again from any point it
 * ends in the same. Called before anything of the folder is opened.
 */
export function finishSwap(dataDir: string): boolean {
  let steps = 0
  for (const step of swapSteps(dataDir)) steps += step
  return steps > 0
}

/** The same, one durable step at a time: tests cut the power after each. */
export function* swapSteps(dataDir: string): Generator<1> {
  const journal = readJournal(dataDir)
  if (!journal) return
  for (const { from, to } of journal.moves) {
    const [source, goal] = [join(dataDir, from), join(dataDir, to)]
    // Gone, or its goal is there: it was done. The order makes this safe – every file that goes out
    // was there when the journal was written, and all go out before the first comes in.
    if (!existsSync(source) || existsSync(goal)) continue
    move(source, goal)
    syncFolder(dirname(source))
    yield 1
  }
  removeTree(join(dataDir, swapFile))
  syncFolder(dataDir)
  yield 1
  removeTree(join(dataDir, workFolder, journal.id))
  yield 1
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
  return journalSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

function freeName(folder: string, wanted: string): string {
  const taken = existsSync(folder) ? readdirSync(folder) : []
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${String(n)}`
    if (!taken.includes(name)) return name
  }
}

const patience = 50
const pauseMs = 100

/** A virus scanner or an indexer holds a fresh file on Windows for a moment. */
function move(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameDurably(from, to)
      return
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error)) || attempt >= patience) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
    }
  }
}
