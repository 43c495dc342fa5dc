import { mediumAt } from '#db/backup/drives.ts'
import type { MediumNames } from '#db/backup/medium.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { copyRuleOf } from '#db/backup/prune.ts'
import {
  recordFailed,
  recordHealed,
  recordPruned,
  recordVerified,
  recordWritten,
  type Doer,
} from '#db/backup/record.ts'
import type { Database } from '#db/connection.ts'
import { copiesOn, getCopy, getMedium, sawMedium } from '#db/queries/backup.ts'
import { getOffice } from '#db/queries/office.ts'
import type { CopyDesk } from '#electron/api/kernel/office-door.ts'
import type { CopyStep } from '#domain/backup/schema.ts'

export interface CopyProgress {
  kind: 'progress'
  step: CopyStep
  done: number
  total: number
}

export interface CopyWork {
  copies: CopyDesk
  database: Database
  doer: () => Doer
  signal: AbortSignal | undefined
}

/** What came of it. `reason` says why a copy is „Записан“ and not „Проверен“. */
export interface CopyOutcome {
  copyId: string
  mediumId: string
  reason: 'uncachedRefused' | 'filesMissing' | null
  missingFiles: number
  healedFiles: number
}

/** Problems after which a copy that was written is not to be trusted. */
const untrustworthy = ['readBackDiffers', 'copyDamaged', 'copyIncomplete', 'databaseDamaged']

/** Makes a copy and writes down what becomes of it, step by step. Throws BackupFailed. */
export async function* makeCopy(
  work: CopyWork,
  order: { place: string; names: MediumNames; madeBy: string },
): AsyncGenerator<CopyProgress, CopyOutcome> {
  const { database, doer } = work
  let written: { copyId: string; mediumId: string } | undefined
  try {
    for await (const message of work.copies.run('copy', order, work.signal)) {
      if (message.kind === 'progress') yield message
      if (message.kind === 'note') {
        const { medium, copy } = message.note
        written = { copyId: copy.id, mediumId: medium.id }
        work.copies.noteWritten(copy.id)
        database.transaction((tx) => {
          recordWritten(tx, medium, copy, doer())
        })
      }
      if (message.kind === 'done' && written) {
        const { copyId } = written
        const { state, reason, missingFiles, healed } = message.report
        database.transaction((tx) => {
          recordHealed(tx, copyId, healed, doer())
          if (state === 'verified') recordVerified(tx, copyId, doer())
        })
        return { ...written, reason, missingFiles, healedFiles: healed.length }
      }
    }
    throw new Error('a copy ended without a word')
  } catch (error) {
    if (written) noteFailure(work, written.copyId, error)
    throw error
  }
}

/** Reads a copy on a medium again. Throws BackupFailed, RowMissing. */
export async function* checkCopyAgain(
  work: CopyWork,
  order: { copyId: string; place: string | undefined; wasAway: boolean },
): AsyncGenerator<CopyProgress, CopyOutcome> {
  const { database, doer } = work
  const copy = getCopy(database.orm, order.copyId)
  const medium = getMedium(database.orm, copy.mediumId)
  const officeId = getOffice(database.orm).id
  const place = order.place ?? (await placeOf(work.copies, medium, officeId))
  const outcome = { copyId: copy.id, mediumId: medium.id, missingFiles: 0, healedFiles: 0 }
  const { id: mediumId } = medium
  const job = { place, officeId, mediumId, name: copy.name, wasAway: order.wasAway }
  try {
    for await (const message of work.copies.run('check', job, work.signal)) {
      if (message.kind === 'progress') yield message
      if (message.kind !== 'done') continue
      const { read } = message.report
      database.transaction((tx) => {
        sawMedium(tx, { ...medium, place }, doer().now)
        if (read) recordVerified(tx, copy.id, doer())
      })
      return { ...outcome, reason: read ? null : 'uncachedRefused' }
    }
    throw new Error('a check ended without a word')
  } catch (error) {
    const wasWhole = copy.state === 'verified'
    if (error instanceof BackupFailed && error.problem === 'filesMissing' && !wasWhole) {
      const missingFiles = Number(error.params['count'] ?? 0)
      return { ...outcome, missingFiles, reason: 'filesMissing' }
    }
    noteFailure(work, copy.id, error)
    throw error
  }
}

/** Takes old copies off a medium by the rule; nothing is said of a failure: the next one tries again. */
export async function pruneCopies(
  work: CopyWork,
  { mediumId, copyId }: { mediumId: string; copyId: string },
  keep: number,
): Promise<number> {
  const { database, doer } = work
  const { orm } = database
  const { place } = getMedium(orm, mediumId)
  const remembered = copiesOn(orm, mediumId)
  const order = {
    ...{ place, officeId: getOffice(orm).id, remembered, keep, made: copyId },
    ...copyRuleOf(orm),
  }
  let gone = 0
  for await (const message of work.copies.run('prune', order, work.signal)) {
    if (message.kind !== 'done') continue
    const { pruned } = message.report
    gone = pruned.length
    database.transaction((tx) => {
      recordPruned(tx, pruned, doer())
    })
  }
  return gone
}

/**
 * Writes the name that the office gave to a medium on the medium itself. One that is out, or busy
 * with a copy, gets it with its next copy.
 */
export async function nameOnMedium(
  work: Pick<CopyWork, 'copies' | 'database'>,
  mediumId: string,
): Promise<void> {
  const { copies, database } = work
  const medium = getMedium(database.orm, mediumId)
  const officeId = getOffice(database.orm).id
  try {
    const place = await placeOf(copies, medium, officeId)
    const job = copies.run('nameMedium', { place, officeId, mediumId, name: medium.name })
    while (!(await job.next()).done);
  } catch (error) {
    if (!(error instanceof BackupFailed)) throw error
  }
}

/** Where the medium is now: where it was last, or at another letter. Throws mediumGone. */
async function placeOf(
  copies: CopyDesk,
  medium: { id: string; place: string },
  officeId: string,
): Promise<string> {
  if ((await mediumAt(medium.place, officeId))?.id === medium.id) return medium.place
  const drive = (await copies.drives()).find((one) => one.medium?.id === medium.id)
  if (!drive) throw new BackupFailed('mediumGone')
  return drive.place
}

function noteFailure({ database, doer }: CopyWork, copyId: string, error: unknown): void {
  if (!(error instanceof BackupFailed)) return
  const lost = error.problem === 'filesMissing' || untrustworthy.includes(error.problem)
  if (!lost || getCopy(database.orm, copyId).state === 'failed') return
  database.transaction((tx) => {
    recordFailed(tx, copyId, doer())
  })
}
