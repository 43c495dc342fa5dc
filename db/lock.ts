import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { holdLockFile } from './connection.ts'
import { isFullDisk, makeFolderDurably, unlessDiskRefuses, writeDurably } from './durable.ts'
import { folderProblem, type FolderProblem } from './folder.ts'
import { expectPlainNames, readPlain } from './plain-entries.ts'
import { removeFile } from './removal.ts'

// Nothing in this process may open this file otherwise: on Linux closing any handle of a file gives
// up all locks the process has on it. Copies of the folder leave it out.
const lockFile = 'office.lock'
const ownerFile = 'owner.json'
const largestOwner = 4096

const ownerSchema = z.object({
  computer: z.string(),
  pid: z.int(),
  /** UTC ISO instant. */
  since: z.string(),
  /** Where the owner can be spoken to by a program on the same computer; null: not at all. */
  endpoint: z.string().nullable(),
})
export type FolderOwner = z.infer<typeof ownerSchema>

/** Another program has the folder open. `owner` is null where it did not (yet) say who it is. */
export class FolderInUse extends Error {
  readonly owner: FolderOwner | null
  constructor(owner: FolderOwner | null) {
    super('the data folder is open elsewhere')
    this.owner = owner
  }
}

/** The folder is one where the database would be destroyed. */
export class FolderRefused extends Error {
  readonly problem: FolderProblem
  constructor(problem: FolderProblem) {
    super(`the data folder is refused: ${problem.reason}`)
    this.problem = problem
  }
}

export interface FolderLock {
  readonly owner: FolderOwner
  /** Tells other programs of this computer where to speak to the owner. */
  setEndpoint(endpoint: string | null): void
  release(): void
}

/**
 * Takes the data folder for this process, making it when it is not there. The operating system
 * holds the lock and gives it up when the process ends, however it ends.
 * Throws FolderInUse, FolderRefused, BackupFailed notFollowed.
 */
export function lockFolder(folder: string, now: Date): FolderLock {
  const problem = problemOfFolder(folder)
  if (problem) throw new FolderRefused(problem)
  makeFolderDurably(folder)
  expectPlainNames(folder)
  const held = holdLockFile(join(folder, lockFile))
  if (!held) throw new FolderInUse(readOwner(folder))
  const path = join(folder, ownerFile)
  let owner: FolderOwner = {
    computer: hostname(),
    pid: process.pid,
    since: now.toISOString(),
    endpoint: null,
  }
  const write = () => {
    writeDurably(path, Buffer.from(JSON.stringify(owner)))
  }
  try {
    write()
  } catch (error) {
    // Who else asks is then not told who has it; whoever stood there before is gone.
    if (isFullDisk(error)) removeFile(path)
    else {
      held.release()
      throw error
    }
  }
  return {
    get owner() {
      return owner
    },
    setEndpoint(endpoint) {
      owner = { ...owner, endpoint }
      unlessDiskRefuses(write)
    },
    release() {
      removeFile(path)
      held.release()
    },
  }
}

/** Who says to have the folder open. Only meaningful while the lock is held by somebody. */
export function readOwner(folder: string): FolderOwner | null {
  try {
    return ownerSchema.parse(
      JSON.parse(readPlain(join(folder, ownerFile), largestOwner).toString('utf8')),
    )
  } catch {
    return null
  }
}

/** Asks `folderProblem` with the facts of this computer. The folder need not exist yet. */
export function problemOfFolder(folder: string): FolderProblem | null {
  const { platform } = process
  const path = resolve(folder)
  return folderProblem({
    path,
    realPath: realPathOf(path),
    programFolder: dirname(realpathSync.native(process.execPath)),
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    mounts: platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : '',
    environment: process.env,
  })
}

/** The nearest folder that exists decides where a new one would really be. */
function realPathOf(path: string): string {
  let existing = path
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing)
  if (!existsSync(existing)) return path
  return join(realpathSync.native(existing), relative(existing, path))
}
