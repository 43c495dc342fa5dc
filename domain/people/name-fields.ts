import type { z } from 'zod'
import { cleanText } from '#domain/text/clean.ts'
import { optionalParsedField, parsedField } from '#domain/text/fields.ts'
import { parseName } from '#domain/text/parse-name.ts'
import { refuse } from '#domain/text/parsed.ts'

export const nameField = parsedField(parseName, 'nameRequired')
/**
 * Null: has one name only. The empty text of a form is a name that is missing, with a sentence of its
 * own: two equal lines in a summary do not say which one.
 */
export const lastNameField = parsedField(
  (text) => (cleanText(text) === '' ? refuse('lastNameRequired') : parseName(text)),
  'lastNameRequired',
).nullable()
export const optionalName = optionalParsedField(parseName)

/** Who has one name only has no second one either. */
export function checkOneName(
  value: { middleName: string | null; lastName: string | null },
  context: z.core.$RefinementCtx,
): void {
  if (value.lastName === null && value.middleName !== null)
    context.addIssue({ code: 'custom', message: 'middleNameOfOneName', path: ['middleName'] })
}
