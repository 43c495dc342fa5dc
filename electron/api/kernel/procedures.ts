import type { z } from 'zod'
import type { ListId } from '#domain/lists/register.ts'
import type { Database, Db } from '#db/connection.ts'
import { isPerson } from '#db/queries/people.ts'
import type { Caller, OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { notFound } from './faults.ts'
import { base, callOf, type Call, type Definition } from './gate.ts'

export interface ReadCall<I> extends Call {
  input: I
  /** Aborted when whoever asked waits no more. */
  signal: AbortSignal | undefined
  db: Db
  /** Writes down that this dossier was opened; once per dossier and session. */
  noteReading(personId: string, subject?: { kind: string; id: string }): void
  /** The same of something that is no dossier; once per `what` and session. */
  noteReadingOf(
    what: string,
    line: {
      subject: { kind: string; id: string }
      personId?: string | undefined
      payload?: Record<string, unknown>
    },
  ): void
  /** The same of a list in which people stand by name, by its id or `today`; for procedures that declare `list.opened`. */
  noteList(list: ListId | 'today'): void
}
/** Before there is a session: state of the office, first set-up, log-in, recovery. */
export function open<I extends z.ZodType, O>(
  definition: { audit: string; input: I },
  run: (call: { input: z.output<I>; office: OfficeDoor; caller: Caller }) => Promise<O> | O,
) {
  return base
    .meta({ kind: 'open', permission: undefined, audit: definition.audit })
    .input(definition.input)
    .handler(({ input, context }) => run({ input: input as z.output<I>, ...context }))
}

/** One's own session, preferences and drafts: any session, no permission. */
export function self<I extends z.ZodType, O>(
  { input: schema, ...meta }: { audit: string; input: I; whileOwing?: true },
  run: (call: Call & { input: z.output<I>; caller: Caller; database: Database }) => Promise<O> | O,
) {
  return base
    .meta({ kind: 'self', permission: undefined, ...meta })
    .input(schema)
    .handler(({ input, context }) =>
      run({
        ...callOf(context),
        input: input as z.output<I>,
        caller: context.caller,
        database: context.office.vault.database(),
      }),
    )
}

export function read<I extends z.ZodType, O>(
  definition: Definition<I>,
  run: (call: ReadCall<z.output<I>>) => Promise<O> | O,
) {
  return base
    .meta({ kind: 'read', permission: definition.permission, audit: definition.audit })
    .input(definition.input)
    .handler(({ input, context, signal }) => {
      const call = callOf(context)
      const db = context.office.vault.database().orm
      const keyOf = (what: string) => `${definition.audit}:${what}`
      const isNoted = (what: string) => call.actor.readDossiers.has(keyOf(what))
      const noteReadingOf: ReadCall<unknown>['noteReadingOf'] = (what, line) => {
        if (isNoted(what)) return
        call.actor.readDossiers.add(keyOf(what))
        call.office.noteReading({
          actor: call.actor.accountId,
          action: definition.audit,
          subjectKind: line.subject.kind,
          subjectId: line.subject.id,
          personId: line.personId ?? null,
          payload: line.payload ?? {},
          at: call.now,
        })
      }
      return run({
        ...call,
        input: input as z.output<I>,
        signal,
        db,
        noteReadingOf,
        noteList: (list) => {
          noteReadingOf(list, { subject: { kind: 'list', id: list } })
        },
        noteReading: (personId, subject) => {
          if (isNoted(personId)) return
          // A line about nobody would stand in the journal for good.
          if (!isPerson(db, personId)) throw notFound()
          noteReadingOf(personId, {
            subject: subject ?? { kind: 'person', id: personId },
            personId,
          })
        },
      })
    })
}
