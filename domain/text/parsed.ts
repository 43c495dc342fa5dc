import type { Problem, Verdict } from '#domain/problems/schema.ts'

/** What typed text means, or why it means nothing. */
export type Parsed<T> = Verdict<{ value: T }>

export function refuse<T>(code: string, params?: Problem['params']): Parsed<T> {
  return { ok: false, problems: [params === undefined ? { code } : { code, params }] }
}
