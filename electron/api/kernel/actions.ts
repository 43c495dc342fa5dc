import { z } from 'zod'
import { appendAudit } from '#db/audit/append.ts'
import type { Database, Db, Sync, Tx } from '#db/connection.ts'
import { findAnswer, saveAnswer } from '#db/queries/idempotency.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { ruleError } from './faults.ts'
import { base, callOf, sessionOf, type Call, type Definition } from './gate.ts'

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
