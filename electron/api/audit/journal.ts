import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { actionsOfKind, journalKinds } from '#domain/audit/actions.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { startOfDay } from '#domain/calendar/instant.ts'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { listFileName } from '#domain/lists/file-name.ts'
import { appendAudit } from '#db/audit/append.ts'
import type { Database, Db } from '#db/connection.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import {
  countJournalInPieces,
  journalWindow,
  lastSeq,
  type JournalFilter,
} from '#db/queries/audit-journal.ts'
import { getOffice } from '#db/queries/office.ts'
import { getPerson } from '#db/queries/people.ts'
import type { OfficeDoor, Session } from '#electron/api/kernel/office-door.ts'
import { mediaIn } from './anchors.ts'
import { journalLines } from './view.ts'
import { apiError } from '../kernel/errors.ts'
import { existing } from '../kernel/faults.ts'
import type { Call } from '../kernel/gate.ts'
import { handedOver } from '../kernel/hand-over.ts'
import { job } from '../kernel/long-work.ts'
import { id } from '../kernel/ids.ts'
import { read } from '../kernel/procedures.ts'

const journalFilter = z.object({
  /** Whose dossier it belongs to; only for who may open dossiers. */
  personId: id.optional(),
  /** Profile; null: nobody was logged in. */
  actor: id.nullable().optional(),
  kind: z.enum(journalKinds).optional(),
  /** Civil dates of writing, both included. */
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
})
type FilterInput = z.output<typeof journalFilter>

export const journal = {
  /** „Дневник на достъпа“: one window of what was done, newest first. */
  journal: read(
    {
      permission: 'audit.readAll',
      audit: 'journal.read',
      input: z.object({
        filter: journalFilter,
        offset: z.int().min(0).max(100_000_000),
        limit: z.int().min(1).max(200),
        /** The newest entry of the first window: what is added meanwhile moves nothing. */
        upTo: z.int().min(0).optional(),
      }),
    },
    async ({ input, db, actor, office, noteReadingOf }) => {
      office.writeReadingNotes()
      const upTo = Math.min(input.upTo ?? Infinity, lastSeq(db))
      const filter = allowedFilter(db, actor, input.filter, upTo)
      const { personId, ...narrowed } = input.filter
      noteReadingOf(JSON.stringify(input.filter), {
        subject: { kind: 'office', id: getOffice(db).id },
        personId,
        payload: narrowed,
      })
      const total = await counted(office, db, filter)
      const found = journalWindow(db, filter, input)
      return { rows: journalLines(db, actor.roles, found), total, upTo }
    },
  ),

  /** Who may stand in the filter „Профил“, also those that log in no more. */
  journalAccounts: read(
    { permission: 'audit.readAll', audit: 'none', input: z.object({}) },
    ({ db }) => listAccounts(db).map((account) => ({ id: account.id, name: account.displayName })),
  ),

  /**
   * „Провери веригата“: recomputes every entry in a worker and asks the copies that are in about its
   * end; ending the stream stops it.
   */
  verify: job(
    { permission: 'audit.readAll', audit: 'journal.verified', input: z.object({}) },
    async function* ({ office, actor, database }) {
      office.writeReadingNotes()
      const media = await mediaIn(office, database.orm)
      for await (const message of office.verifyChain(media)) {
        if (message.kind === 'done')
          database.transaction((tx) => {
            appendAudit(tx, {
              at: office.now(),
              actor: actor.accountId,
              action: 'journal.verified',
              subjectKind: 'office',
              subjectId: getOffice(tx).id,
              payload: { ok: message.report.ok, head: message.report.head },
            })
          })
        yield message
      }
    },
  ),

  /**
   * „Изнеси за проверка“: the filtered rows as a workbook, in pieces; `upTo` as the list has it, so
   * that no row leaves that was not shown. What leaves the house is written down before its first
   * piece goes.
   */
  exportJournal: job(
    {
      permission: 'audit.readAll',
      audit: 'journal.exported',
      input: z.object({
        filter: journalFilter,
        upTo: z.int().min(0).optional(),
        language: z.enum(['bg', 'en']),
      }),
    },
    async function* (call) {
      const { office, actor, database, input } = call
      office.writeReadingNotes()
      const upTo = Math.min(input.upTo ?? Infinity, lastSeq(database.orm))
      const filter = allowedFilter(database.orm, actor, input.filter, upTo)
      const say = await office.words(input.language)
      const name = `${listFileName(say('audit:title'), office.now())}.xlsx`
      const messages = office.exportWorkbook({
        of: 'journal',
        filter,
        asked: input.filter,
        roles: actor.roles,
        language: input.language,
      })
      yield* handedOver(messages, name, (rows) => {
        noteExport(call, input.filter, rows)
      })
    },
  ),
}

/** With the database held open: whoever asked may lock the screen between two pieces. */
async function counted(office: OfficeDoor, db: Db, filter: JournalFilter): Promise<number> {
  const release = office.vault.hold()
  try {
    return await countJournalInPieces(db, filter)
  } finally {
    release()
  }
}

function noteExport(
  { office, actor, database }: Call & { database: Database },
  asked: FilterInput,
  count: number,
): void {
  const { personId, ...filter } = asked
  database.transaction((tx) => {
    appendAudit(tx, {
      at: office.now(),
      actor: actor.accountId,
      action: 'journal.exported',
      subjectKind: 'office',
      subjectId: getOffice(tx).id,
      personId: personId ?? null,
      payload: { filter, count },
    })
  })
}

/** The question to the chain. Who opens no dossier may not ask by person either. */
function allowedFilter(db: Db, actor: Session, asked: FilterInput, upTo: number): JournalFilter {
  if (asked.personId !== undefined) {
    if (!can(actor.roles, 'people.read')) throw apiError('FORBIDDEN', { permission: 'people.read' })
    existing(getPerson(db, asked.personId))
  }
  return {
    ...(asked.personId === undefined ? {} : { personId: asked.personId }),
    ...(asked.actor === undefined ? {} : { actor: asked.actor }),
    ...(asked.kind === undefined ? {} : { actions: actionsOfKind(asked.kind) }),
    ...(asked.from === undefined ? {} : { from: startOfDay(asked.from) }),
    ...(asked.to === undefined ? {} : { to: startOfDay(addDays(asked.to, 1)) }),
    upTo,
  }
}
