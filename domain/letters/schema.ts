import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { listQuestionSchema } from '#domain/lists/shape.ts'
import { lineField } from '#domain/text/fields.ts'
import { idSchema } from '#domain/text/id.ts'
import { mostOfPile } from './rules.ts'

/** Which rows of „Изтича“ a pile of letters is about, and of which day. */
export const pileQuestionSchema = z.object({
  question: listQuestionSchema,
  date: civilDateSchema,
  /** Also about what a letter of an earlier day told already. */
  again: z.boolean(),
})

/** „Писма…“ */
export const letterOrderSchema = pileQuestionSchema.extend({
  /** Until when an answer is waited for; null: none is asked for. */
  answerBy: civilDateSchema.nullable(),
  /** Typed for those whose own is not enough for the post; without one they are left out. */
  addresses: z
    .array(z.object({ personId: idSchema, address: lineField(300) }))
    .max(mostOfPile, 'tooMany'),
})
export type LetterOrder = z.output<typeof letterOrderSchema>
