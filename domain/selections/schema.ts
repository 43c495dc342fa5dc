import { z } from 'zod'
import { linesField } from '#domain/text/fields.ts'

/** draft – being scored · scored – finished, waits for the head · approved – frozen, in the pool. */
export const selectionStates = ['draft', 'scored', 'approved'] as const
export type SelectionState = (typeof selectionStates)[number]

/** What whoever scores says of the candidate before the first point. */
export const conflictKinds = ['none', 'declared'] as const
export type ConflictKind = (typeof conflictKinds)[number]

/** What one account declared; a line stays when somebody else scores. */
export interface ConflictDeclaration {
  accountId: string
  kind: ConflictKind
  /** What the relation is; empty where there is none. */
  text: string
  /** UTC instant. */
  at: string
}

export const interviewOutcomes = ['yes', 'no'] as const
export type InterviewOutcome = (typeof interviewOutcomes)[number]

const selectionAnswerSchema = z.object({
  itemId: z.string().min(1, 'required').max(40, 'textTooLong'),
  optionId: z.string().max(40, 'textTooLong').nullable(),
  reason: linesField(1000),
})
export type SelectionAnswer = z.infer<typeof selectionAnswerSchema>

/** The rows of a card; half of it may be saved, `unfinished` judges whether it is whole. */
export const selectionAnswersSchema = z
  .array(selectionAnswerSchema)
  .max(200, 'tooMany')
  .superRefine((answers, ctx) => {
    answers.forEach(({ itemId }, index) => {
      if (answers.findIndex((one) => one.itemId === itemId) !== index)
        ctx.addIssue({ code: 'custom', message: 'answerTwice', path: [index] })
    })
  })
