import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { activityTypes } from '#domain/regimes/activities-data.ts'
import { choiceField, linesField, textField } from '#domain/text/fields.ts'

const shortText = textField(200)
const longText = linesField(4000)
const needed = (schema: z.ZodString) => schema.min(1, 'required')

const activityIds = activityTypes.map((activity) => activity.id)

/** One line of the week: an activity on some weekdays between two times (minutes of the day). */
export const weekRowSchema = z
  .object({
    activity: z.string().refine((id) => activityIds.includes(id), 'activityUnknown'),
    weekdays: z
      .array(z.int().min(1, 'weekdayUnknown').max(7, 'weekdayUnknown'))
      .min(1, 'weekdaysMissing')
      .max(7, 'weekdayTwice')
      .refine((days) => new Set(days).size === days.length, 'weekdayTwice'),
    fromMinute: z.int('wholeNumber').min(0, 'timeFormat').max(1439, 'timeFormat'),
    toMinute: z.int('wholeNumber').min(1, 'timeFormat').max(1440, 'timeFormat'),
    assistant: shortText,
    note: shortText,
  })
  .refine((row) => row.toMinute > row.fromMinute, { error: 'timesReversed', path: ['toMinute'] })
export type WeekRow = z.infer<typeof weekRowSchema>

export const goalSchema = z
  .object({
    kind: z.enum(['longTerm', 'shortTerm']),
    /** Group of the methodology that it answers; null = the person's own wish. */
    areaId: z.string().nullable(),
    goal: needed(longText),
    activities: z
      .array(z.string().refine((id) => activityIds.includes(id), 'activityUnknown'))
      .min(1, 'goalWithoutActivity')
      .max(21, 'tooMany'),
    expectedResult: needed(longText),
    responsible: needed(shortText),
    startDate: civilDateSchema,
    endDate: civilDateSchema,
  })
  .refine((goal) => goal.endDate >= goal.startDate, { error: 'endBeforeStart', path: ['endDate'] })
export type Goal = z.infer<typeof goalSchema>

export const planInputSchema = z
  .object({
    assessmentId: needed(z.string()),
    validFrom: civilDateSchema,
    validTo: civilDateSchema,
    goals: z.array(goalSchema).max(40, 'tooMany'),
    /** Weak areas for which there is deliberately no goal. */
    areasWithoutGoal: z
      .array(z.object({ areaId: needed(z.string()), reason: needed(longText) }))
      .max(20, 'tooMany'),
    rows: z.array(weekRowSchema).max(100, 'tooMany'),
    /** Why the plan uses less than the hours granted. */
    differenceReason: longText,
    involvement: longText,
    risks: z.array(needed(shortText)).max(30, 'tooMany'),
    emergencyContactName: shortText,
    emergencyContactPhone: textField(40),
    /** „д-р Колева, тел. …“; printed, kept from who may not keep the dossier. */
    generalPractitioner: shortText.default(''),
    nextReviewDate: civilDateSchema.nullable(),
    caseManager: shortText,
  })
  .refine((plan) => plan.validTo >= plan.validFrom, { error: 'endBeforeStart', path: ['validTo'] })
export type PlanInput = z.infer<typeof planInputSchema>

/**
 * draft is edited; ready waits for the head; approved has its number and is printed; signed came
 * back signed; superseded – a later version was signed, the old one stays readable.
 */
export const planStatuses = ['draft', 'ready', 'approved', 'signed', 'superseded'] as const
export type PlanStatus = (typeof planStatuses)[number]

export const reviewResults = ['achieved', 'partly', 'notAchieved'] as const
export type ReviewResult = (typeof reviewResults)[number]

/** What a review found: a result for each goal, in the order of the plan (ЗСУ чл. 84, ал. 1, т. 5). */
export const planReviewSchema = z.object({
  reviewedOn: civilDateSchema,
  results: z
    .array(z.object({ result: choiceField(reviewResults, 'reviewResultMissing'), note: longText }))
    .max(40, 'tooMany'),
  /** What follows from it for the whole plan. */
  note: longText,
  nextReviewDate: civilDateSchema.nullable(),
})
export type PlanReview = z.infer<typeof planReviewSchema>
