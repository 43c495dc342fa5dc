import { z } from 'zod'
import { linesField } from '#domain/text/fields.ts'
import { conditionSchema } from './conditions.ts'

/**
 * Text that lawyers change, as data: sections → articles („Чл. 1.“) → paragraphs „(1)“ → points „1.“.
 * Numbers are never typed: they follow from the order and from the conditions that hold.
 *
 * Inside a text stand tokens, see `tokens.ts`:
 * `{client.name}` a merge field · `{@fee.exempt}` a cross reference („чл. 6, ал. 2“) ·
 * `{client.sex|наричан|наричана}` a form by the person's sex.
 */
const idSchema = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'textPartId')
const textSchema = linesField(6000).min(1, 'required')

const pointSchema = z.object({
  id: idSchema.optional(),
  when: conditionSchema.optional(),
  text: textSchema,
})

const paragraphSchema = z.object({
  id: idSchema.optional(),
  when: conditionSchema.optional(),
  text: textSchema,
  points: z.array(pointSchema).max(60).optional(),
  /** What the program itself puts under the paragraph: agreed activities as points, the weekly table. */
  insert: z.enum(['activities', 'week']).optional(),
})

const articleSchema = z.object({
  id: idSchema,
  when: conditionSchema.optional(),
  paragraphs: z.array(paragraphSchema).min(1, 'required').max(40),
})

const sectionSchema = z.object({
  id: idSchema,
  title: textSchema,
  when: conditionSchema.optional(),
  articles: z.array(articleSchema).min(1, 'required').max(60),
})

export const standardTextSchema = z.object({
  /** Stable over versions, as `contract-assistant-support`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'textPartId'),
  /** As the foot of every page names it: „Договор – асистентска подкрепа“. */
  name: textSchema,
  /** Which list of merge fields and facts the text may use. */
  catalogue: z.enum([
    'contract',
    'plan',
    'assessment',
    'employment',
    'letter',
    'assignment',
    'event',
  ]),
  version: z.int().min(1),
  validFrom: z.iso.date('dateInvalid'),
  title: textSchema,
  subtitle: textSchema.optional(),
  /** Stands before the first section: place, date, parties. */
  preamble: z.array(paragraphSchema).max(30),
  sections: z.array(sectionSchema).max(40),
  /** Stands after everything else, before the signatures: who was told what. */
  closing: z.array(paragraphSchema).max(30).optional(),
})

export type StandardText = z.infer<typeof standardTextSchema>
export type TextSection = z.infer<typeof sectionSchema>
export type TextArticle = z.infer<typeof articleSchema>
export type TextParagraph = z.infer<typeof paragraphSchema>
export type TextPoint = z.infer<typeof pointSchema>

/** „договорът, версия 3“ as it stands in the foot of every page and in the register: `id/3`. */
export function textVersionName(text: { id: string; version: number }): string {
  return `${text.id}/${String(text.version)}`
}

/** The version in force on a day: the latest `validFrom` not after it, then the highest version. */
export function textInForce<T extends { validFrom: string; version: number }>(
  versions: readonly T[],
  day: string,
): T | undefined {
  return versions
    .filter((v) => v.validFrom <= day)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.version - a.version)[0]
}
