import { toNestErrors } from '@hookform/resolvers'
import type { FieldError, FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import type { Problem } from '#domain/problems/schema.ts'

/** A field's error as the kit keeps it: a code with what fills its sentence. */
export interface CodedError extends FieldError {
  params?: Problem['params']
}

/** One fault as a judge names it: its message is a code. */
interface Issue {
  message: string
  path: readonly PropertyKey[]
}

/** What judges the values of a form: a schema of the domain, or what answers like one. */
export interface Judge<Input, Output> {
  safeParseAsync(
    values: Input,
  ): Promise<{ success: true; data: Output } | { success: false; error: { issues: Issue[] } }>
}

/**
 * A form whose fields need only be filled; each names the code of what is missing. The log-in and the
 * lock need no more, and are there before the library of schemas is.
 */
export function filled<V extends Record<string, string>>(
  codes: Readonly<Record<keyof V & string, string>>,
): Judge<V, V> {
  return {
    safeParseAsync(values) {
      const issues = Object.entries(codes)
        .filter(([name]) => !values[name])
        .map(([name, message]) => ({ message, path: [name] }))
      return Promise.resolve(
        issues.length === 0
          ? { success: true, data: values }
          : { success: false, error: { issues } },
      )
    },
  }
}

const isCode = (message: string) => /^[a-z][A-Za-z0-9]*$/.test(message)
const asKey = (part: PropertyKey): string | number =>
  typeof part === 'number' ? part : String(part)

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (now, part) => (now as Record<PropertyKey, unknown> | null | undefined)?.[part],
    values,
  )
}

/** Numbers and texts that zod or a refinement say about the fault; they fill the sentence. */
function paramsOf(issue: Issue): Problem['params'] {
  const said = { ...issue, ...('params' in issue ? (issue.params as object) : {}) } as Record<
    string,
    unknown
  >
  const kept: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(said))
    if (
      !['code', 'message', 'path'].includes(name) &&
      (typeof value === 'string' || typeof value === 'number')
    )
      kept[name] = value
  return kept
}

/** Turns zod's issues into problems: messages that are codes stay, zod's own sentences become codes. */
export function problemsOf(error: { issues: Issue[] }, values: unknown): Problem[] {
  return error.issues.map((issue) => {
    const value = valueAt(values, issue.path)
    const empty = value === undefined || value === null || value === ''
    const code = isCode(issue.message) ? issue.message : empty ? 'required' : 'notAccepted'
    return { code, path: issue.path.map(asKey), params: paramsOf(issue) }
  })
}

/**
 * The domain schema as judge of a form. Like zodResolver, but it keeps what fills a sentence
 * (maximum, dates) and adds what the fields themselves could not read from the typed text.
 */
export function domainResolver<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input> | Judge<Input, Output>,
  unread: ReadonlyMap<string, Problem>,
): Resolver<Input, unknown, Output> {
  return async (values, _context, options) => {
    const result = await schema.safeParseAsync(values)
    const found: Record<string, CodedError> = {}
    for (const [name, problem] of unread) found[name] = codedError(problem)
    for (const problem of result.success ? [] : problemsOf(result.error, values)) {
      const name = (problem.path ?? []).join('.')
      found[name] ??= codedError(problem)
    }
    if (result.success && unread.size === 0) return { values: result.data, errors: {} }
    return {
      values: {},
      errors: toNestErrors<Input>(found, {
        fields: options.fields,
        names: options.names,
        shouldUseNativeValidation: false,
      } as never),
    }
  }
}

export function codedError(problem: Problem): CodedError {
  return {
    type: 'problem',
    message: problem.code,
    ...(problem.params ? { params: problem.params } : {}),
  }
}

export interface FlatError {
  name: string
  problem: Problem
}

/** Every error of the form with the name of its field; the order is the form's business. */
export function flatten(errors: unknown, prefix = ''): FlatError[] {
  if (!errors || typeof errors !== 'object') return []
  const own = errors as Record<string, unknown>
  if (typeof own['message'] === 'string' && typeof own['type'] === 'string') {
    const params = own['params'] as Problem['params']
    return [{ name: prefix, problem: { code: own['message'], ...(params ? { params } : {}) } }]
  }
  return Object.entries(own).flatMap(([key, value]) =>
    key === 'ref' ? [] : flatten(value, prefix ? `${prefix}.${key}` : key),
  )
}
