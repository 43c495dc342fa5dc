import { z } from 'zod'
import { appendAudit, auditHead } from '#db/audit/append.ts'
import { contentsOf } from '#db/backup/contents.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { getOffice } from '#db/queries/office.ts'
import { raiseCounter } from '#db/queries/registry-numbers.ts'
import {
  confirmNumbers,
  entryHashAt,
  lastRestore,
  noteTried,
  unconfirmedRestore,
} from '#db/queries/backup-restores.ts'
import { placeSchema, type CopyManifest } from '#domain/backup/schema.ts'
import { ruleError } from '../kernel/faults.ts'
import { action } from '../kernel/actions.ts'
import { exclusiveJob, job } from '../kernel/long-work.ts'
import { read } from '../kernel/procedures.ts'
import { askedRegisters } from './restore-numbers.ts'
import { copiesFoundAt } from './restore-find.ts'
import { restoreCopy, tryCopy } from './restore-run.ts'
import {
  copySecretSchema,
  copySourceSchema,
  expectSource,
  findSource,
  openedByOwnKey,
  openSource,
} from './restore-source.ts'
import { seenCopy } from './restore-view.ts'

const number = z.int().min(0).max(9_999_999)

/** Bringing a copy back over the office that stands here; `rescue` is for where none opens. */
export default {
  /** „Какво има в него“ beside „Какво имате сега“, and what would be lost. */
  look: read(
    {
      permission: 'backup.make',
      audit: 'none',
      input: z.object({ source: copySourceSchema }),
    },
    async ({ input, office, db }) => {
      await expectSource(input.source)
      const { manifest, keyring } = findSource(office, input.source)
      const { counts } = contentsOf(office.vault.database())
      const head = auditHead(db)
      return {
        ...seenCopy(manifest, keyring),
        /** The key of today opens it: a trial asks nobody for a password. */
        ownKey: openable(office, input.source),
        here: { counts, lastEntry: head ? { seq: head.seq, at: head.recordedAt } : null },
        lost: lostEntries(db, manifest, head?.seq ?? 0),
      }
    },
  ),

  /** Copies at a place that is typed, of whatever office, newest first. */
  find: read(
    {
      permission: 'backup.make',
      audit: 'none',
      input: z.object({ place: placeSchema }),
    },
    ({ input }) => copiesFoundAt(input.place),
  ),

  run: exclusiveJob(
    {
      permission: 'backup.restore',
      audit: 'office.restored',
      reason: 'restore',
      input: z.object({
        source: copySourceSchema,
        secret: copySecretSchema,
        /** The person was told how many stored files are nowhere. */
        withoutMissingFiles: z.boolean().default(false),
      }),
    },
    ({ input, office }) => openSource(office, input.source, input.secret),
    ({ input, office, actor, alone, prepared }) =>
      restoreCopy(office, alone, prepared, {
        needsRight: false,
        withoutMissingFiles: input.withoutMissingFiles,
        madeBy: actor.displayName,
      }),
  ),

  /** „Отмени възстановяването“: the safety copy comes back by the same road. */
  undo: exclusiveJob(
    {
      permission: 'backup.restore',
      audit: 'office.restored',
      reason: 'restore',
      input: z.object({ secret: copySecretSchema }),
    },
    ({ input, office, now }) => {
      const name = undoable(office.vault.database().orm, now)?.safetyCopy
      if (name === undefined) throw ruleError([{ code: 'nothingToUndo' }])
      return openSource(office, { kind: 'snapshot', name }, input.secret)
    },
    ({ office, actor, alone, prepared }) =>
      restoreCopy(office, alone, prepared, {
        needsRight: false,
        withoutMissingFiles: true,
        madeBy: actor.displayName,
      }),
  ),

  /** The last restore: until when it can be undone and whose passwords open the state before. */
  last: read(
    { permission: 'backup.make', audit: 'none', input: z.object({}) },
    ({ office, db, now }) => {
      const row = lastRestore(db)
      if (!row) return null
      const back = undoable(db, now)
      return {
        restoredAt: row.restoredAt,
        by: row.restoredBy === null ? null : (findAccount(db, row.restoredBy)?.displayName ?? null),
        copyCreatedAt: row.copyCreatedAt,
        numbersConfirmed: row.numbersConfirmedAt !== null,
        undo: back
          ? { until: back.undoUntil, profiles: profilesOf(office, back.safetyCopy) }
          : null,
      }
    },
  ),

  /** Everything a restore does except the swap, in a folder that goes again. */
  trial: job(
    {
      permission: 'backup.make',
      audit: 'copy.tried',
      input: z.object({ source: copySourceSchema, secret: copySecretSchema.optional() }),
    },
    async function* ({ input, office, actor, database }) {
      await expectSource(input.source)
      const opened =
        openedByOwnKey(office, input.source) ??
        (input.secret ? await openSource(office, input.source, input.secret) : null)
      if (!opened) throw ruleError([{ code: 'copyPasswordNeeded', path: ['secret'] }])
      try {
        for await (const message of tryCopy(office, opened)) {
          if (message.kind === 'done')
            database.transaction((tx) => {
              noteTried(tx, message.manifest.copyId, office.now())
              appendAudit(tx, {
                at: office.now(),
                actor: actor.accountId,
                action: 'copy.tried',
                subjectKind: 'copy',
                subjectId: message.manifest.copyId,
                payload: {},
              })
            })
          yield message
        }
      } finally {
        opened.key.fill(0)
      }
    },
  ),

  /** Registers whose last number on paper is asked for; `open` while no number may be drawn. */
  numbers: read(
    { permission: 'backup.restore', audit: 'none', input: z.object({}) },
    ({ db, today }) => {
      const waiting = unconfirmedRestore(db)
      return {
        open: waiting !== undefined,
        copyCreatedAt: waiting?.copyCreatedAt ?? null,
        registers: waiting ? askedRegisters(db, waiting.copyCreatedAt, today) : [],
      }
    },
  ),

  /** Raises the counters to what stands on paper, records the gaps, and lets numbers be drawn again. */
  confirmNumbers: action(
    {
      permission: 'backup.restore',
      audit: 'registers.confirmed',
      subject: 'office',
      input: z.object({
        registers: z
          .array(
            z.object({
              register: z.string().max(40),
              year: z.int().min(0).max(9999),
              lastOnPaper: number,
            }),
          )
          .max(500),
      }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const waiting = unconfirmedRestore(tx)
      if (!waiting) throw ruleError([{ code: 'numbersAlreadyConfirmed' }])
      const asked = askedRegisters(tx, waiting.copyCreatedAt, today)
      const typed = asked.map((one) => ({
        ...one,
        lastOnPaper: input.registers.find(
          ({ register, year }) => register === one.register && year === one.year,
        )?.lastOnPaper,
      }))
      const problems = typed.flatMap(({ register, year, lastNumber, lastOnPaper }) => {
        const path = ['registers', `${register}-${String(year)}`]
        if (lastOnPaper === undefined) return [{ code: 'required', path }]
        return lastOnPaper < lastNumber
          ? [{ code: 'numberBelowCounter', path, params: { number: lastNumber } }]
          : []
      })
      if (problems.length > 0) throw ruleError(problems)
      const gaps = typed.flatMap(({ register, year, lastNumber, lastOnPaper = 0 }) => {
        if (lastOnPaper === lastNumber) return []
        const gap = raiseCounter(
          tx,
          { register, year, lastOnPaper },
          { reason: 'restored', actor: actor.accountId, now },
        )
        return gap ? [{ register, year, ...gap }] : []
      })
      confirmNumbers(tx, { now, accountId: actor.accountId })
      audit({ subjectId: getOffice(tx).id, payload: { gaps } })
      return { gaps }
    },
  ),
}

function undoable(db: Db, now: string) {
  const row = lastRestore(db)
  if (!row || row.safetyCopy === null || row.undoUntil === null || row.undoUntil <= now)
    return undefined
  return { safetyCopy: row.safetyCopy, undoUntil: row.undoUntil }
}

function profilesOf(office: Parameters<typeof findSource>[0], name: string) {
  try {
    const { manifest, keyring } = findSource(office, { kind: 'snapshot', name })
    return seenCopy(manifest, keyring).profiles
  } catch (error) {
    if (error instanceof BackupFailed) return []
    throw error
  }
}

function openable(...args: Parameters<typeof openedByOwnKey>): boolean {
  const opened = openedByOwnKey(...args)
  opened?.key.fill(0)
  return opened !== null
}

/** Entries that were written after the copy; null where the copy is not an earlier state of this one. */
function lostEntries(db: Db, { auditHead: at }: CopyManifest, seq: number): number | null {
  if (at === null) return seq
  return entryHashAt(db, at.seq) === at.hash ? seq - at.seq : null
}
