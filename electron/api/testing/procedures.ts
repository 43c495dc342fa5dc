import { isProcedure } from '@orpc/server'
import type { z } from 'zod'
import type { ProcedureMeta } from '../kernel/meta.ts'
import { wholeRouter } from '../router.ts'
import type { Client } from './office.ts'

export interface Found {
  /** `people.find`, as it is asked for. */
  name: string
  meta: ProcedureMeta
  input: z.ZodType
}

function proceduresOf(node: object, path: string[] = []): Found[] {
  if (isProcedure(node)) {
    const definition = node['~orpc'] as { meta: ProcedureMeta; inputSchema: z.ZodType }
    return [{ name: path.join('.'), meta: definition.meta, input: definition.inputSchema }]
  }
  return Object.entries(node).flatMap(([key, child]) =>
    proceduresOf(child as object, [...path, key]),
  )
}

/** Every procedure there is, from the router itself: a new one is attacked without being thought of. */
export const procedures: readonly Found[] = proceduresOf(await wholeRouter())
/** Those that need a session. */
export const guarded = procedures.filter((one) => one.meta.kind !== 'open')

type AnyCall = (input: unknown) => Promise<unknown>

export function call(client: Client, name: string, input: unknown): Promise<unknown> {
  let node: unknown = client
  for (const part of name.split('.')) node = (node as Record<string, unknown>)[part]
  return (node as AnyCall)(input)
}

/** What came back: `OK` with the answer, or the code of the refusal with everything it tells. */
export interface Outcome {
  code: string
  /** Of a refusal: code, message and data as they would leave the office. */
  told: string
  problems: string[]
}

/** Reads a stream to its end: the body of a job runs only then. */
export async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  try {
    const answer = await work
    if (answer && typeof answer === 'object' && Symbol.asyncIterator in answer) {
      const events = (answer as AsyncIterable<unknown>)[Symbol.asyncIterator]()
      while (!(await events.next()).done);
    }
    return { code: 'OK', told: '', problems: [] }
  } catch (error) {
    const { code, message, data } = error as { code?: string; message: string; data?: unknown }
    const problems = (data as { problems?: { code: string }[] } | undefined)?.problems ?? []
    return {
      code: code ?? `no code: ${String(error)}`,
      told: JSON.stringify([message, data]),
      problems: problems.map((one) => one.code),
    }
  }
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await outcomeOf(work)).code
}
