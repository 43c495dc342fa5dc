import { ORPCError } from '@orpc/server'
import { z } from 'zod'
import { busyReasons, rescueReasons } from '#domain/backup/office-state.ts'
import { problemSchema } from '#domain/problems/schema.ts'

/**
 * Everything a procedure may answer instead of a result. Codes and data only: sentences live in
 * the page's locales, and no name, ЕГН or SQL ever travels in an error.
 */
export const apiErrors = {
  UNAUTHENTICATED: {
    status: 401,
    data: z.object({
      reason: z.enum(['noSession', 'badPassword', 'badCode', 'oldKeys', 'notSetUp']),
    }),
  },
  LOCKED: { status: 423 },
  FORBIDDEN: { status: 403, data: z.object({ permission: z.string() }) },
  NOT_FOUND: { status: 404 },
  CONFLICT: {
    status: 409,
    data: z.object({
      changedBy: z.string(),
      changedAt: z.string(),
      /** The record as it is now, for the page that shows both side by side. */
      theirs: z.unknown(),
    }),
  },
  RULE: { status: 422, data: z.object({ problems: z.array(problemSchema) }) },
  INVALID: { status: 400, data: z.object({ problems: z.array(problemSchema) }) },
  TRY_LATER: { status: 429, data: z.object({ seconds: z.number() }) },
  DISK_FULL: { status: 507 },
  /** Closed for everybody while a restore or a change of key runs; `session.current` tells when it ends. */
  BUSY: { status: 503, data: z.object({ reason: z.enum(busyReasons) }) },
  /** What stands in the data folder does not open; `rescue.state` says what can be done. */
  NOT_OPENING: { status: 503, data: z.object({ reason: z.enum(rescueReasons) }) },
  /** Another program has the data folder open. `holder` is null where it did not say who it is. */
  OPEN_ELSEWHERE: {
    status: 503,
    data: z.object({
      holder: z.object({ computer: z.string(), since: z.string(), here: z.boolean() }).nullable(),
    }),
  },
  INTERNAL: { status: 500, data: z.object({ reference: z.string() }) },
} as const

type Code = keyof typeof apiErrors
type DataOf<C extends Code> = (typeof apiErrors)[C] extends { data: z.ZodType<infer D> }
  ? D
  : undefined

/** A declared error. Its status makes it a known one on both roads, with its data typed. */
export function apiError<C extends Code>(
  code: C,
  ...[data]: DataOf<C> extends undefined ? [] : [data: DataOf<C>]
): ORPCError<C, DataOf<C>> {
  const { status } = apiErrors[code]
  return new ORPCError<C, DataOf<C>>(code, { status, data: data as DataOf<C> })
}
