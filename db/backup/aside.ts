import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  asideFate,
  copiesBeforeAsideGoes,
  type AsideFate,
  type AsideKind,
  type AsideSince,
} from '#domain/backup/aside.ts'
import { appendAudit } from '../audit/append.ts'
import type { Db, Tx } from '../connection.ts'
import { removeTree } from '../removal.ts'
import type { Keyring } from '../keyring/format.ts'
import { readKeyring } from '../keyring/store.ts'
import { entryAt, entryBelow, readPlain } from '../plain-entries.ts'
import { verifiedSinceRestore } from '../queries/backup-restores.ts'
import { getOffice } from '../queries/office.ts'
import { asideNote, asideNoteSchema } from './aside-note.ts'
import { hashFile } from './contents.ts'
import { bytesIn } from './own-disk.ts'
import { copyDatabaseFile, listSnapshots, snapshotsFolder } from './snapshot.ts'
import { asideFolder } from './swap.ts'

/** One folder under `aside/`. */
export interface Aside {
  name: string
  kind: AsideKind
  /** Instant; null where the name does not say it. */
  at: string | null
  bytes: number
  /** Name of the safety copy of what lies here; null: none was made, or none is known. */
  safetyCopy: string | null
  fate: AsideFate
  /** Copies that must still be made and verified before the program takes it away. */
  copiesWanted: number
}

/**
 * Every folder under `aside/`, newest first, and what becomes of it. Opens no database of it; where
 * nothing lies nothing is asked.
 */
export function listAsides(
  db: Db,
  dataDir: string,
  { now, keyId }: { now: string; keyId: string },
): Aside[] {
  const folder = join(dataDir, asideFolder)
  if (!entryAt(folder)) return []
  const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  if (found.length === 0) return []
  const snapshots = wholeSnapshots(dataDir)
  const since: AsideSince = {
    now,
    copies: verifiedSinceRestore(db),
    snapshotUnderKey: snapshots.some((one) => one.manifest?.keyId === keyId),
  }
  const standing = new Set(snapshots.map(({ name }) => name))
  return found
    .map(({ name }) => {
      const { kind, at } = fromName(name)
      const safetyCopy = safetyCopyOf(join(folder, name))
      const there = safetyCopy === null ? null : standing.has(safetyCopy) ? 'there' : 'gone'
      return {
        ...{ name, kind, at, safetyCopy },
        bytes: bytesIn(join(folder, name)),
        fate: asideFate({ kind, at, safetyCopy: there }, since),
        copiesWanted: Math.max(0, copiesBeforeAsideGoes - since.copies),
      }
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1))
}

/**
 * Takes away what the rule lets go. Of a set that a restore put aside the safety copy is read whole
 * once more before: its bytes must be those that were opened then. Reads gigabytes: for a worker.
 */
export function removeSettledAsides(
  db: Db,
  dataDir: string,
  office: { now: string; keyId: string },
): Pick<Aside, 'name' | 'bytes'>[] {
  const gone = listAsides(db, dataDir, office).filter(
    ({ fate, safetyCopy }) =>
      fate === 'goes' && (safetyCopy === null || readsWhole(dataDir, safetyCopy)),
  )
  for (const { name } of gone) removeAside(dataDir, name)
  return gone.map(({ name, bytes }) => ({ name, bytes }))
}

/** One folder by its name; undefined: it is not there. */
export function findAside(
  dataDir: string,
  name: string,
): Pick<Aside, 'name' | 'bytes'> | undefined {
  // Compared, not joined: a name that leads elsewhere is none of these.
  if (!listNames(dataDir).includes(name)) return undefined
  return { name, bytes: bytesIn(join(dataDir, asideFolder, name)) }
}

/** Takes one away, for instance because a person said so; see `findAside`. Throws notFollowed. */
export function removeAside(dataDir: string, name: string): void {
  const folder = join(dataDir, asideFolder, name)
  entryBelow(dataDir, folder)
  removeTree(folder)
}

/** Names of the snapshots without which something put aside would be the only trace of itself. */
export function sparedSnapshots(dataDir: string): Set<string> {
  const folder = join(dataDir, asideFolder)
  return new Set(
    listNames(dataDir).flatMap((name) => {
      const safetyCopy = safetyCopyOf(join(folder, name))
      return safetyCopy === null ? [] : [safetyCopy]
    }),
  )
}

/**
 * The keyrings of what lies there and is known to have opened before it was put aside: they say whose
 * data stood here when nothing else does any more.
 */
export function keyringsAside(dataDir: string): Keyring[] {
  return listNames(dataDir).flatMap((name) => {
    const folder = join(dataDir, asideFolder, name)
    if (fromName(name).kind !== 'keyChange' && safetyCopyOf(folder) === null) return []
    try {
      return [readKeyring(folder, { repair: false }).keyring]
    } catch {
      return []
    }
  })
}

/** The line of the chain for what the program took away by itself. */
export function recordAsideRemoved(
  tx: Tx,
  removed: { name: string; bytes: number },
  now: string,
): void {
  appendAudit(tx, {
    at: now,
    actor: null,
    action: 'aside.removed',
    subjectKind: 'office',
    subjectId: getOffice(tx).id,
    payload: removed,
  })
}

function listNames(dataDir: string): string[] {
  const folder = join(dataDir, asideFolder)
  return entryAt(folder) ? readdirSync(folder) : []
}

function wholeSnapshots(dataDir: string) {
  return listSnapshots(dataDir).filter(({ problem }) => problem === null)
}

function readsWhole(dataDir: string, name: string): boolean {
  const copy = wholeSnapshots(dataDir).find((one) => one.name === name)
  if (!copy?.manifest) return false
  const file = join(dataDir, snapshotsFolder, name, copyDatabaseFile)
  if (entryAt(file)?.size !== copy.manifest.database.size) return false
  const found = hashFile(file)
  return found.sha256 === copy.manifest.database.sha256
}

const largestNote = 4096

/** What cannot be read says nothing: then it stays until a person removes it. */
function safetyCopyOf(folder: string): string | null {
  try {
    const text = readPlain(join(folder, asideNote), largestNote).toString('utf8')
    return asideNoteSchema.parse(JSON.parse(text)).safetyCopy
  } catch {
    return null
  }
}

const swapped = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})\d*Z-(restore|keyChange)(?:-\d+)?$/
const ofCopy = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z-[0-9a-f]{6}-files$/

function fromName(name: string): { kind: AsideKind; at: string | null } {
  const [, year, month, day, hour, minute, second, purpose] = swapped.exec(name) ?? []
  if (year !== undefined)
    return {
      kind: purpose === 'keyChange' ? 'keyChange' : 'restore',
      at: [[year, month, day].join('-'), [hour, minute, second].join(':')].join('T') + 'Z',
    }
  const [, date, ...time] = ofCopy.exec(name) ?? []
  if (date !== undefined) return { kind: 'damagedFiles', at: `${date}T${time.join(':')}Z` }
  return { kind: 'other', at: null }
}
