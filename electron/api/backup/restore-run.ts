import path from 'node:path'
import { can } from '#domain/accounts/permissions.ts'
import type { CopyManifest, RestoreStep } from '#domain/backup/schema.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import type { StageOrder, StagedRestore } from '#db/backup/restore.ts'
import { databaseName, isSwapping, removeStaged, stageFolder, swapIn } from '#db/backup/swap.ts'
import { removeTree } from '#db/removal.ts'
import { newId } from '#db/ids.ts'
import type { Alone, OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { apiError } from '../kernel/errors.ts'
import type { OpenedSource } from './restore-source.ts'

const undoDays = 7

export interface RestoreProgress {
  kind: 'progress'
  step: RestoreStep
  done: number
  total: number
}
export interface Restored {
  kind: 'done'
  copyCreatedAt: string
  /** Until when it can be undone; null where there was nothing to save before. */
  undoUntil: string | null
  /** Stored files that are neither on the copy nor here. */
  missingFiles: number
  /** False: the chain was broken already when the copy was made. */
  auditWhole: boolean
}

/**
 * Safety copy → stage and check in a worker → swap. The caller has closed the office. Everybody is
 * logged out afterwards: the passwords of the copy hold. `needsRight`: nobody of the live office
 * allows it, so the profile that opened the copy must have the right there.
 */
export async function* restoreCopy(
  office: OfficeDoor,
  alone: Alone,
  source: OpenedSource,
  options: { needsRight: boolean; withoutMissingFiles: boolean; madeBy: string | null },
): AsyncGenerator<RestoreProgress | Restored, void, void> {
  const id = newId()
  const live = office.vault.isOpen ? Buffer.from(office.vault.key()) : null
  try {
    const now = office.now()
    yield { kind: 'progress', step: 'safety', done: 0, total: 1 }
    // So that the safety copy is all that goes aside: nothing is written after it.
    writeNotes(office)
    const safetyCopy = live ? await saveBefore(office, live, options.madeBy) : null
    const undoUntil = safetyCopy === null ? null : inDays(now, undoDays)
    let staged: StagedRestore | undefined
    const order: StageOrder = {
      ...orderOf(source, stageFolder(office.dataDir, id)),
      filesFolder: office.filesDir,
      withoutMissingFiles: options.withoutMissingFiles,
      liveDatabase: live ? path.join(office.dataDir, databaseName) : null,
      liveKey: live ? Uint8Array.from(live) : null,
      mark: { restoreId: id, safetyCopy, undoUntil },
    }
    for await (const message of office.runJob('stageRestore', source.key, order)) {
      if (message.kind === 'done') staged = message.report
      if (message.kind === 'progress') yield message
    }
    if (!staged) throw new Error('the restore ended without its report')
    if (options.needsRight && source.slotId !== null) expectRight(staged)
    yield { kind: 'progress', step: 'swap', done: 0, total: 1 }
    const whole = closeLive(office, alone)
    try {
      const named = whole ? safetyCopy : null
      swapIn(office.dataDir, { id, purpose: 'restore', now, safetyCopy: named })
    } catch (error) {
      if (isSwapping(office.dataDir)) alone.endSessions()
      else if (live) alone.stayWith(live)
      throw error
    }
    office.recoverySheets.clear()
    alone.endSessions()
    const { manifest, missingFiles, auditWhole } = staged
    yield {
      kind: 'done',
      copyCreatedAt: manifest.createdAt,
      undoUntil,
      missingFiles,
      auditWhole,
    }
  } finally {
    live?.fill(0)
    source.key.fill(0)
    removeStaged(office.dataDir, id)
  }
}

/** Steps 1 and 2 in a folder that goes again: nothing of the office changes. */
export async function* tryCopy(
  office: OfficeDoor,
  source: OpenedSource,
): AsyncGenerator<RestoreProgress | { kind: 'done'; manifest: CopyManifest }, void, void> {
  const id = `trial-${newId()}`
  try {
    const order: StageOrder = {
      ...orderOf(source, stageFolder(office.dataDir, id)),
      filesFolder: null,
      withoutMissingFiles: false,
      liveDatabase: null,
      liveKey: null,
      mark: null,
    }
    for await (const message of office.runJob('stageRestore', source.key, order)) {
      if (message.kind === 'done') yield { kind: 'done', manifest: message.report.manifest }
      if (message.kind === 'progress') yield message
    }
  } finally {
    removeTree(path.join(office.dataDir, 'work', id))
  }
}

function orderOf(source: OpenedSource, target: string) {
  return {
    copyFolder: source.folder,
    copyStore: source.store,
    slotId: source.slotId,
    target,
  }
}

/** Null where a page of the live database is damaged: its files go aside as they are. */
async function saveBefore(
  office: OfficeDoor,
  key: Buffer,
  madeBy: string | null,
): Promise<string | null> {
  const order = { occasion: 'safety' as const, madeBy, olderThanMs: 0 }
  try {
    for await (const message of office.runJob('snapshot', key, order))
      if (message.kind === 'done' && message.report.made) return message.report.made.name
  } catch (error) {
    if (error instanceof BackupFailed && error.problem === 'databaseDamaged') return null
    throw error
  }
  throw new Error('the safety copy ended without its report')
}

/** A damaged database may refuse its last writes; its files go aside with their journal. */
function closeLive(office: OfficeDoor, alone: Alone): boolean {
  try {
    alone.closeVault()
    return true
  } catch (error) {
    office.logFault('restore', error)
    return false
  }
}

function writeNotes(office: OfficeDoor): void {
  try {
    office.writeReadingNotes()
  } catch (error) {
    // A database that is damaged or a full disk: what comes next says it.
    office.logFault('restore', error)
  }
}

function expectRight({ opener }: StagedRestore): void {
  if (!opener || !can(opener.roles, 'backup.restore'))
    throw apiError('FORBIDDEN', { permission: 'backup.restore' })
}

function inDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString()
}
