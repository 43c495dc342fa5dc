import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { sexes } from '#domain/people/schema.ts'
import { choiceField, lineField, linesField, textField } from '#domain/text/fields.ts'
import { idSchema } from '#domain/text/id.ts'

/** Титуляр helps by the schedule; заместник stands in for a titular who is away. */
export const assignmentRoles = ['titular', 'substitute'] as const
export type AssignmentRole = (typeof assignmentRoles)[number]

/** Never stored: they follow from the days. */
export const assignmentStates = ['planned', 'running', 'ended', 'voided'] as const
export type AssignmentState = (typeof assignmentStates)[number]

const whole = z.int('wholeNumber')
/** A month of 31 whole days. */
const minutesOfMonth = whole.min(15, 'tooSmall').max(44_640, 'tooBig')
const chosen = z.string('required').min(1, 'required').pipe(idSchema)
const optionalDay = civilDateSchema.nullable().default(null)

/** Who helps, from when and how much; what a new assignment and a change of assistant ask alike. */
const helpShape = {
  employmentId: chosen,
  fromDate: civilDateSchema,
  /** Last day; null = until somebody ends it. */
  toDate: optionalDay,
  minutesPerMonth: minutesOfMonth,
  /** Why the assistant takes more than the hours of the contract; empty where it is not so. */
  overNormReason: textField(500),
}

const ordered = {
  test: (value: { fromDate: string; toDate: string | null }) =>
    value.toDate === null || value.toDate >= value.fromDate,
  fault: { error: 'endBeforeStart', path: ['toDate'] },
}

export const assignmentInputSchema = z
  .object({ role: choiceField(assignmentRoles), ...helpShape })
  .refine(ordered.test, ordered.fault)
export type AssignmentForm = z.input<typeof assignmentInputSchema>
export type AssignmentInput = z.output<typeof assignmentInputSchema>

/** „Смяна на асистент“: who comes, from which day, why; who leaves does so the day before. */
export const assignmentChangeSchema = z
  .object({ ...helpShape, orderDate: civilDateSchema, reason: linesField(1000) })
  .refine(ordered.test, ordered.fault)
export type AssignmentChangeForm = z.input<typeof assignmentChangeSchema>
export type AssignmentChange = z.output<typeof assignmentChangeSchema>

export const assignmentEndSchema = z.object({
  /** Last day of the help. */
  onDate: civilDateSchema,
  reason: linesField(1000),
})
export type AssignmentEnd = z.output<typeof assignmentEndSchema>

/** In which capacity somebody was there when the person decided. */
export const presentCapacities = [
  'person',
  'representative',
  'relative',
  'assistant',
  'socialWorker',
  'other',
] as const
export const presentSchema = z.object({
  name: lineField(120),
  capacity: choiceField(presentCapacities),
})
export type Present = z.output<typeof presentSchema>

/** „Избор на асистент“: what the person decided and before whom. */
export const choiceInputSchema = z
  .object({
    decidedOn: civilDateSchema,
    present: z.array(presentSchema).min(1, 'presentMissing').max(10, 'tooMany'),
    /** The wish as it was told; empty: the person asked for help to choose. */
    wishText: textField(200),
    /** The wish, where it is somebody of the team. */
    wishedEmploymentId: idSchema.nullable().default(null),
    wishedSex: z.enum(sexes).nullable().default(null),
    chosenEmploymentId: chosen,
    substituteEmploymentId: idSchema.nullable().default(null),
    /** Why the wish is not honoured; printed. */
    notHonouredReason: linesField(1000),
    /** The decision in the person's own words. */
    statement: linesField(2000),
  })
  .superRefine((value, context) => {
    if (value.substituteEmploymentId === value.chosenEmploymentId)
      context.addIssue({
        code: 'custom',
        message: 'substituteIsTitular',
        path: ['substituteEmploymentId'],
      })
  })
export type ChoiceForm = z.input<typeof choiceInputSchema>
export type ChoiceInput = z.output<typeof choiceInputSchema>

/** A key of a flat handed over. */
export const keyInputSchema = z.object({
  /** „входна врата и пощенска кутия“ */
  what: lineField(160),
  givenOn: civilDateSchema,
  note: textField(300),
})
export type KeyForm = z.input<typeof keyInputSchema>
export type KeyInput = z.output<typeof keyInputSchema>

export const keyReturnSchema = z.object({ returnedOn: civilDateSchema })

/** What the page „Избор на асистент“ may ask of the pool. */
export const choiceAskedSchema = z.object({
  applicationId: idSchema,
  /** From which day; null = today. */
  day: civilDateSchema.nullable().default(null),
  /** Minutes a month; null = what is granted and not given out yet. */
  minutesPerMonth: minutesOfMonth.nullable().default(null),
  sex: z.enum(sexes).nullable().default(null),
})
