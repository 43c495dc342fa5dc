import { z } from 'zod'
import type { Parsed } from './parsed.ts'
import { cleanLines, cleanText } from './clean.ts'
import { hasTurningMark, printProblem } from './printable.ts'

// The length is judged before anything else looks at the text: ten thousand characters cost nothing.
const rawLimit = 20_000

function rawText(requiredCode?: string) {
  return z
    .string(requiredCode)
    .max(rawLimit, { error: 'textTooLong', abort: true })
    .refine((text) => !hasTurningMark(text), { error: 'textTurned', abort: true })
}

/** Every text may be printed one day: what the papers cannot show is named where it is typed. */
function canBePrinted(text: string, context: z.core.$RefinementCtx<string>): void {
  const problem = printProblem(text)
  if (problem)
    context.addIssue({ code: 'custom', message: problem.code, params: problem.params ?? {} })
}

/** One line of text; empty where nothing is said. Codes: textTooLong, textTurned, textEmoji, textUnprintable. */
export function textField(max: number) {
  return rawText().overwrite(cleanText).max(max, 'textTooLong').superRefine(canBePrinted)
}

/** Several lines of text; empty where nothing is said. */
export function linesField(max: number) {
  return rawText().overwrite(cleanLines).max(max, 'textTooLong').superRefine(canBePrinted)
}

/** One line of text that must be filled in. */
export function lineField(max: number, requiredCode = 'required') {
  return rawText(requiredCode)
    .overwrite(cleanText)
    .min(1, requiredCode)
    .max(max, 'textTooLong')
    .superRefine(canBePrinted)
}

/** One line that may stay empty; empty is kept as null, so that a stored record fits the form again. */
export function optionalLine(max: number) {
  return optionalText(max, cleanText)
}

/** Several lines that may stay empty. */
export function optionalLines(max: number) {
  return optionalText(max, cleanLines)
}

function optionalText(max: number, clean: (text: string) => string) {
  return rawText()
    .overwrite(clean)
    .max(max, 'textTooLong')
    .superRefine(canBePrinted)
    .nullable()
    .default(null)
    .transform((text) => (text === '' ? null : text))
}

/** One of a closed list of which nothing is chosen beforehand: a form begins with null. */
export function choiceField<T extends string>(values: readonly T[], requiredCode = 'required') {
  return z
    .enum(values, requiredCode)
    .nullable()
    .transform((value, context) => {
      if (value !== null) return value
      context.addIssue({ code: 'custom', message: requiredCode })
      return z.NEVER
    })
}

/** A field judged by one of our parsers; its problems become the issues of the field. */
export function parsedField(parse: (text: string) => Parsed<string>, requiredCode = 'required') {
  return rawText(requiredCode).transform((text, context) => {
    const result = parse(text)
    if (result.ok) return result.value
    for (const { code, params } of result.problems)
      context.addIssue({ code: 'custom', message: code, params: params ?? {} })
    return z.NEVER
  })
}

/** The same for a field that may stay empty (kept as null). */
export function optionalParsedField(parse: (text: string) => Parsed<string>) {
  return rawText()
    .nullable()
    .default(null)
    .transform((text, context) => {
      if (text === null || cleanText(text) === '') return null
      const result = parse(text)
      if (result.ok) return result.value
      for (const { code, params } of result.problems)
        context.addIssue({ code: 'custom', message: code, params: params ?? {} })
      return z.NEVER
    })
}
