import type { z } from 'zod'
import type { Database, Sync } from '#db/connection.ts'
import type { BusyReason } from '#domain/backup/office-state.ts'
import type { Alone } from '#electron/api/kernel/office-door.ts'
import { declaredError } from './faults.ts'
import { admit, base, callOf, sessionOf, type Call, type Definition } from './gate.ts'

/**
 * A paper that is kept nowhere and so made anew each time, in nobody's way. `write` leaves its audit
 * line before the paper goes.
 */
export function handOut<I extends z.ZodType, P, O>(
  definition: Definition<I>,
  make: (call: Call & { input: z.output<I>; database: Database }) => Promise<P>,
  write: (call: Call & { input: z.output<I>; database: Database; made: P }) => Sync<O>,
) {
  return base
    .meta({ kind: 'action', permission: definition.permission, audit: definition.audit })
    .input(definition.input)
    .handler(async ({ input, context }) => {
      const call = callOf(context)
      const release = call.office.vault.hold()
      try {
        const given = {
          ...call,
          input: input as z.output<I>,
          database: call.office.vault.database(),
        }
        const made = await make(given)
        sessionOf(context.caller)
        return write({ ...given, made })
      } finally {
        release()
      }
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
