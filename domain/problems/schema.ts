import { z } from 'zod'

/**
 * One reason why something may not be (or should not be) done. `code` names a sentence in
 * `locales/<lang>/problems.json`; `path` names the form field; `params` fill the sentence.
 * Params whose name ends in `date` are civil dates, in `Minutes` whole minutes.
 */
export const problemSchema = z.object({
  code: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Problem = z.infer<typeof problemSchema>

export type Verdict<T extends object = object> =
  ({ ok: true } & T) | { ok: false; problems: Problem[] }

/** Joins checks into one verdict: ok only when none of them named a problem. */
export function verdict(problems: (Problem | undefined | false)[]): Verdict {
  const found = problems.filter((p): p is Problem => Boolean(p))
  return found.length === 0 ? { ok: true } : { ok: false, problems: found }
}
