import { z } from 'zod'
import { placeSchema } from '#domain/backup/schema.ts'
import { freeMediumName } from '#domain/text/medium-name.ts'
import { findAside, removeAside } from '#db/backup/aside.ts'
import { isOnDiskOf } from '#db/backup/drives.ts'
import { listMedia, listMediumCopies, renameMedium } from '#db/queries/backup.ts'
import { getOffice } from '#db/queries/office.ts'
import { checkCopyAgain, makeCopy, nameOnMedium, pruneCopies, type CopyWork } from './work.ts'
import { copyView, lightOf, numbersWait, overviewOf } from './view.ts'
import { findingsNow } from '../health/actions.ts'
import { existing } from '../kernel/faults.ts'
import { action, preparedAction } from '../kernel/actions.ts'
import type { Call } from '../kernel/gate.ts'
import { job } from '../kernel/long-work.ts'
import { read } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'
import type { Database } from '#db/connection.ts'
import { OfficeBusyError } from '#electron/api/kernel/office-door.ts'

const mediumName = z.string().trim().min(1, 'required').max(60, 'textTooLong')

/** Copies to media: made, read again, known by name. Whoever makes copies need not see a dossier. */
export default {
  overview: read(
    { permission: 'backup.make', audit: 'none', input: z.object({}) },
    ({ office, db, today }) => overviewOf(office, db, today),
  ),

  /** The light in the header and on „Днес“: cheap, asked often. */
  light: read(
    { permission: 'backup.make', audit: 'none', input: z.object({}) },
    ({ office, db, today }) => ({
      ...lightOf(db, today),
      numbersWait: numbersWait(db),
      snapshotFailure: office.copies.snapshotFailure,
      damaged: findingsNow(office, db).length > 0,
    }),
  ),

  /** The drives attached now. Asked while somebody looks; it takes up to a second. */
  drives: read({ permission: 'backup.make', audit: 'none', input: z.object({}) }, ({ office }) =>
    office.copies.drives(),
  ),

  /**
   * Makes a copy at a place and reads it back from there: progress in bytes, then the copy with its
   * state. Ending the stream stops it. RULE with a `BackupProblem` at `place`.
   */
  make: job(
    {
      permission: 'backup.make',
      audit: 'backup.made',
      input: z.object({ place: placeSchema, mediumName: mediumName.optional() }),
    },
    async function* (call) {
      const work = workOf(call)
      const { office, input, database } = call
      const media = listMedia(database.orm)
      const outcome = yield* makeCopy(work, {
        place: input.place,
        names: {
          known: Object.fromEntries(media.map(({ id, name }) => [id, name])),
          forNew: input.mediumName ?? freeMediumName(media.map((one) => one.name)),
        },
        madeBy: call.actor.displayName,
      })
      const keep = settingValue(database.orm, 'copiesPerMedium', office.today())
      // Old copies go only when this one was read back whole.
      const prunedCopies = outcome.reason === null ? await pruneCopies(work, outcome, keep) : 0
      yield {
        ...done(database, outcome),
        prunedCopies,
        /** On the disk of the data themselves: allowed, but no help when that disk dies. */
        sameDisk: await isOnDiskOf(input.place, office.dataDir).catch(() => false),
      }
    },
  ),

  /** Reads a copy on its medium again, all of it. `place` where the medium is somewhere else now. */
  check: job(
    {
      permission: 'backup.make',
      audit: 'backup.verified',
      input: z.object({ copyId: z.uuid(), place: placeSchema.optional() }),
    },
    async function* (call) {
      const { input, office, database } = call
      const outcome = yield* checkCopyAgain(workOf(call), {
        copyId: input.copyId,
        place: input.place,
        wasAway: office.copies.wasAway(input.copyId),
      })
      yield done(database, outcome)
    },
  ),

  /**
   * Takes away something that was put aside: for good, and by whoever may restore. Before the commit,
   * which needs room on a disk that may have none.
   */
  removeAside: action(
    {
      permission: 'backup.restore',
      audit: 'aside.removed',
      subject: 'office',
      input: z.object({ name: z.string().min(1).max(200) }),
    },
    ({ input, office, tx, audit }) => {
      const one = existing(findAside(office.dataDir, input.name))
      audit({ subjectId: getOffice(tx).id, payload: one })
      removeAside(office.dataDir, one.name)
      return one
    },
  ),

  /** Here at once; on the medium right after, or with its next copy. */
  renameMedium: preparedAction(
    {
      permission: 'backup.make',
      audit: 'backup.mediumRenamed',
      subject: 'medium',
      input: z.object({ mediumId: z.uuid(), name: mediumName }),
    },
    undefined,
    ({ input, tx, audit }) => {
      renameMedium(tx, input.mediumId, input.name)
      audit({ subjectId: input.mediumId, payload: { to: input.name } })
      return { mediumId: input.mediumId, name: input.name }
    },
    ({ office, input }) => {
      const work = { copies: office.copies, database: office.vault.database() }
      nameOnMedium(work, input.mediumId).catch((error: unknown) => {
        if (!(error instanceof OfficeBusyError)) office.logFault('medium', error)
      })
    },
  ),
}

function workOf(call: Call & { database: Database; signal: AbortSignal | undefined }): CopyWork {
  const { office, database, signal, actor } = call
  return {
    copies: office.copies,
    database,
    signal,
    doer: () => ({ actor: actor.accountId, now: office.now() }),
  }
}

function done(
  database: Database,
  outcome: { copyId: string; reason: string | null; missingFiles: number; healedFiles: number },
) {
  const copy = existing(listMediumCopies(database.orm).find((one) => one.id === outcome.copyId))
  const { reason, missingFiles, healedFiles } = outcome
  return { kind: 'done' as const, copy: copyView(copy), reason, missingFiles, healedFiles }
}
