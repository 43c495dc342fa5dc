import { os } from '@orpc/server'
import { z } from 'zod'
import type { Permission } from '#domain/accounts/permissions.ts'
import { can } from '#domain/accounts/permissions.ts'
import type { Database, Db, Tx } from '#db/connection.ts'
import { appendAudit } from '#db/audit/append.ts'
import { findAnswer, saveAnswer } from '#db/queries/idempotency.ts'
import type { BusyReason } from '#domain/backup/office-state.ts'
import type {
  Alone,
  ApiContext,
  Caller,
  OfficeDoor,
  Session,
} from '#electron/api/kernel/office-door.ts'
import { apiError, apiErrors } from './errors.ts'
import { declaredError, ruleError } from './faults.ts'
import type { ProcedureMeta } from './meta.ts'

/** What a procedure's body is given. Identity comes from the session, never from the input. */
export interface Call {
  office: OfficeDoor
  actor: Session
  /** Instant, UTC ISO. */
  now: string
  /** Civil date in the office. */
  today: string
}
export interface ReadCall<I> extends Call {
  input: I
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
  /** The same of a list in which people stand by name; for procedures that declare `list.opened`. */
  noteList(list: NamedList): void
}
/** Lists that name people: looking through one is written down once a session, whatever is asked of it. */
export type NamedList =
  'people' | 'applications' | 'assessments' | 'plans' | 'contracts' | 'papers' | 'today'

export interface AuditLine {
  subjectId: string
  /** The dossier the line belongs to. */
  personId?: string
  /** What was done, in the record's own terms; kept apart from the chain so that it can be shredded. */
  payload?: Record<string, unknown>
}
export interface ActionCall<I> extends Call {
  input: I
  tx: Tx
  audit(line: AuditLine): void
}

/** Forbids a Promise where a body must be synchronous: an async one would half-commit. */
type Sync<T> = T extends PromiseLike<unknown> ? never : T

const base = os
  .$context<ApiContext>()
  .$meta<ProcedureMeta>({ kind: 'open', permission: undefined, audit: 'none' })
  .errors(apiErrors)
  .use(async ({ context, procedure, next }) => {
    const { office, caller } = context
    try {
      const { meta } = procedure['~orpc']
      if (meta.kind !== 'open') admit(office, caller, meta)
      return await next()
    } catch (error) {
      throw declaredError(error, office)
    }
  })

function admit(office: OfficeDoor, caller: Caller, meta: ProcedureMeta): void {
  const session = unlocked(office, caller)
  const { permission, whileOwing } = meta
  // Whoever gave the password knows it: its owner's drafts are not theirs either.
  if (session.owesPassword && !whileOwing)
    throw apiError('FORBIDDEN', { permission: permission ?? 'drafts.own' })
  if (permission && !can(session.roles, permission)) throw apiError('FORBIDDEN', { permission })
}

function unlocked(office: OfficeDoor, caller: Caller): Session {
  const session = sessionOf(caller)
  if (office.busy) throw apiError('BUSY', { reason: office.busy })
  if (session.locked || !office.vault.isOpen) throw apiError('LOCKED')
  return session
}

/** Asked again after every wait: in the meantime somebody may have logged out, or lost the right. */
function sessionOf(caller: Caller): Session {
  if (!caller.session) throw apiError('UNAUTHENTICATED', { reason: 'noSession' })
  return caller.session
}

function callOf(context: ApiContext): Call {
  const { office, caller } = context
  return {
    office,
    actor: unlocked(office, caller),
    now: office.now(),
    today: office.today(),
  }
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

export interface Definition<I extends z.ZodType> {
  permission: Permission
  /**
   * Name of the line in the audit chain; `none` where nobody is shown, or only what is read further
   * by another procedure. A test goes over all that read.
   */
  audit: string
  input: I
}

export function read<I extends z.ZodType, O>(
  definition: Definition<I>,
  run: (call: ReadCall<z.output<I>>) => Promise<O> | O,
) {
  return base
    .meta({ kind: 'read', permission: definition.permission, audit: definition.audit })
    .input(definition.input)
    .handler(({ input, context }) => {
      const call = callOf(context)
      const noteReadingOf: ReadCall<unknown>['noteReadingOf'] = (what, line) => {
        const key = `${definition.audit}:${what}`
        if (call.actor.readDossiers.has(key)) return
        call.actor.readDossiers.add(key)
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
        db: context.office.vault.database().orm,
        noteReadingOf,
        noteList: (list) => {
          noteReadingOf(list, { subject: { kind: 'list', id: list } })
        },
        noteReading: (personId, subject) => {
          noteReadingOf(personId, {
            subject: subject ?? { kind: 'person', id: personId },
            personId,
          })
        },
      })
    })
}

export interface ActionDefinition<I extends z.ZodType> extends Definition<I> {
  /** What the audit line is about. */
  subject: string
}

/**
 * One user action = one synchronous function in one transaction, with its audit line and its
 * remembered answer: a double click or a lost answer writes once.
 */
export function action<I extends z.ZodType, O>(
  definition: ActionDefinition<I>,
  run: (call: ActionCall<z.output<I>>) => Sync<O>,
) {
  return preparedAction(definition, undefined, (call) => run(call))
}

/**
 * An action with slow work (a PDF) before its transaction. `prepare` writes nothing to the
 * database; `run` is the same single synchronous function as in `action`.
 */
export function preparedAction<I extends z.ZodType, P, O>(
  definition: ActionDefinition<I>,
  prepare: ((call: Call & { input: z.output<I>; db: Db }) => Promise<P>) | undefined,
  run: (call: ActionCall<z.output<I>> & { prepared: P }) => Sync<O>,
  /** What follows the commit and may be lost without harm: removing what is no longer named. */
  after?: (call: Call & { input: z.output<I>; prepared: P }) => void,
) {
  const input = z.object({ requestId: z.uuid(), data: definition.input })
  return base
    .meta({ kind: 'action', permission: definition.permission, audit: definition.audit })
    .input(input)
    .handler(async ({ input: raw, context, path }) => {
      const call = callOf(context)
      const request = raw as { requestId: string; data: z.output<I> }
      const name = path.join('.')
      const work = async (): Promise<O> => {
        // Whatever takes rights away takes a turn too: what has begun may be finished.
        sessionOf(context.caller)
        const database = call.office.vault.database()
        const earlier = answered(database.orm, request.requestId, call.actor, name)
        if (earlier) return earlier.result as O
        const prepared = prepare
          ? await prepare({ ...call, input: request.data, db: database.orm })
          : (undefined as P)
        const answer = commit(definition, call, request, name, (tx, audit) =>
          run({ ...call, input: request.data, tx, audit, prepared }),
        )
        after?.({ ...call, input: request.data, prepared })
        return answer
      }
      // Slow actions take turns, so that a second click finds the first one's answer.
      return prepare ? call.office.issueInTurn(work) : work()
    })
}

/** The answer given before to the same click. An id used for something else gets no answer. */
function answered(db: Db, requestId: string, actor: Session, procedure: string) {
  const found = findAnswer(db, requestId)
  if (!found) return undefined
  if (found.accountId !== actor.accountId || found.procedure !== procedure)
    throw ruleError([{ code: 'requestIdUsed' }])
  return { result: found.result }
}

function commit<O>(
  definition: ActionDefinition<z.ZodType>,
  call: Call,
  request: { requestId: string },
  name: string,
  run: (tx: Tx, audit: (line: AuditLine) => void) => Sync<O>,
): O {
  const { office, actor, now } = call
  return office.vault.database().transaction((tx) => {
    const earlier = answered(tx, request.requestId, actor, name)
    if (earlier) return earlier.result as Sync<O>
    let lines = 0
    const answer = run(tx, (line) => {
      lines += 1
      // A PDF may have been made since `now`: written is what is written at this moment.
      appendAudit(
        tx,
        {
          at: now,
          actor: actor.accountId,
          action: definition.audit,
          subjectKind: definition.subject,
          subjectId: line.subjectId,
          personId: line.personId ?? null,
          payload: line.payload ?? {},
        },
        office.now(),
      )
    })
    if (lines === 0) throw new Error(`${name} wrote no audit line`)
    saveAnswer(tx, {
      requestId: request.requestId,
      accountId: actor.accountId,
      procedure: name,
      result: answer,
      now,
    })
    return answer
  })
}

/**
 * An action whose answer is a secret and so is never remembered: asked twice, it is done twice. It
 * opens its own transaction and appends its own audit line there.
 */
export function unrepeatable<I extends z.ZodType, O>(
  definition: Definition<I>,
  run: (call: Call & { input: z.output<I>; database: Database }) => Promise<O>,
) {
  return base
    .meta({ kind: 'action', permission: definition.permission, audit: definition.audit })
    .input(definition.input)
    .handler(({ input, context }) => {
      const call = callOf(context)
      return call.office.issueInTurn(() => {
        sessionOf(context.caller)
        return run({
          ...call,
          input: input as z.output<I>,
          database: call.office.vault.database(),
        })
      })
    })
}

/** Long work of many transactions: streamed progress, cancel by ending the stream. */
export function job<I extends z.ZodType, E>(
  definition: Definition<I>,
  run: (
    call: Call & { input: z.output<I>; database: Database; signal: AbortSignal | undefined },
  ) => AsyncGenerator<E, void, void>,
) {
  return base
    .meta({ kind: 'job', permission: definition.permission, audit: definition.audit })
    .input(definition.input)
    .handler(async function* ({ input, context, signal }) {
      const call = callOf(context)
      const release = call.office.vault.hold()
      try {
        yield* run({
          ...call,
          input: input as z.output<I>,
          database: call.office.vault.database(),
          signal,
        })
      } catch (error) {
        throw declaredError(error, call.office)
      } finally {
        release()
      }
    })
}

/**
 * A job that closes the office for everybody else (a restore, a change of key). `prepare` runs before
 * the office is closed: what refuses the whole, a password for one. It is given no database: what is
 * open before may be another one afterwards.
 */
export function exclusiveJob<I extends z.ZodType, P, E>(
  definition: Definition<I> & { reason: BusyReason },
  prepare: (call: Call & { input: z.output<I> }) => Promise<P>,
  run: (
    call: Call & { input: z.output<I>; alone: Alone; prepared: P },
  ) => AsyncGenerator<E, void, void>,
) {
  const meta = {
    kind: 'job' as const,
    permission: definition.permission,
    audit: definition.audit,
  }
  return base
    .meta(meta)
    .input(definition.input)
    .handler(async function* ({ input, context }) {
      const call = { ...callOf(context), input: input as z.output<I> }
      try {
        const prepared = await prepare(call)
        // The session may have ended, been locked or lost its right while a password was tried.
        admit(call.office, context.caller, meta)
        yield* call.office.exclusively(definition.reason, (alone) =>
          run({ ...call, alone, prepared }),
        )
      } catch (error) {
        throw declaredError(error, call.office)
      }
    })
}
