import { z } from 'zod'
import {
  planInputSchema,
  weekRowSchema,
  type PlanInput,
  type WeekRow,
} from '#domain/plans/schema.ts'
import { planPhrases } from '#domain/plans/phrases-data.ts'

/** A row of the week as it stands on the screen: „8-10“ is one box. */
export interface RowValues {
  activity: string
  weekdays: number[]
  time: { from: number; to: number } | null
  assistant: string
  note: string
}

export type GoalValues = Omit<PlanInput['goals'][number], 'kind'> & { kind: string }

export interface PlanValues extends Omit<PlanInput, 'rows' | 'risks' | 'goals'> {
  goals: GoalValues[]
  rows: RowValues[]
  /** One risk a line. */
  risks: string
  /** Version of the record that is edited; null for a new plan. */
  version: number | null
}

export type PlanData = PlanInput & { version: number | null }

export const emptyRow: RowValues = {
  activity: '',
  weekdays: [],
  time: null,
  assistant: '',
  note: '',
}

const isEmpty = (row: RowValues) =>
  row.activity === '' && row.weekdays.length === 0 && row.time === null

/** What the row says once all of it is there. */
export function weekRowOf(row: RowValues): WeekRow | undefined {
  const { time, ...own } = row
  const read = weekRowSchema.safeParse({
    ...own,
    fromMinute: time?.from ?? -1,
    toMinute: time?.to ?? -1,
  })
  return read.success ? read.data : undefined
}

export function rowValuesOf(row: WeekRow): RowValues {
  const { fromMinute, toMinute, ...own } = row
  return { ...own, time: { from: fromMinute, to: toMinute } }
}

const rowSchema = z
  .custom<RowValues>()
  .superRefine((row, ctx) => {
    // A row that was only begun by + stands in nobody's way.
    if (isEmpty(row)) return
    const missing = (field: string, code: string) => {
      ctx.addIssue({ code: 'custom', message: code, path: [field] })
    }
    if (row.activity === '') missing('activity', 'activityUnknown')
    if (row.weekdays.length === 0) missing('weekdays', 'weekdaysMissing')
    if (row.time === null) missing('time', 'timeRequired')
    if (row.assistant.length > 200) missing('assistant', 'textTooLong')
  })
  .transform((row) => weekRowOf(row))

const { rows: _rows, risks: _risks, ...shape } = planInputSchema.shape

/** The plan's own schema behind the boxes of the screen. */
export const planFormSchema: z.ZodType<PlanData, PlanValues> = z
  .object({
    ...shape,
    generalPractitioner: z.string().trim().max(200, 'textTooLong'),
    rows: z
      .array(rowSchema)
      .max(100, 'tooMany')
      .transform((rows) => rows.filter((row) => row !== undefined)),
    risks: z
      .string()
      .max(6000, 'textTooLong')
      .transform((text) => linesOf(text)),
    version: z.number().nullable(),
  })
  .refine((plan) => plan.validTo >= plan.validFrom, {
    error: 'endBeforeStart',
    path: ['validTo'],
  })

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export function valuesOf(plan: PlanInput, version: number | null): PlanValues {
  return {
    ...plan,
    rows: plan.rows.length > 0 ? plan.rows.map(rowValuesOf) : [emptyRow],
    risks: plan.risks.join('\n'),
    version,
  }
}

/** The plan as far as it is written: what the rules may already say about it. */
export function planSoFar(values: PlanValues): PlanInput {
  return {
    ...values,
    goals: values.goals as PlanInput['goals'],
    rows: values.rows.flatMap((row) => weekRowOf(row) ?? []),
    risks: linesOf(values.risks),
  }
}

/** A goal that was just added: in the area it answers, over the plan's own time. */
export function newGoal(
  plan: Pick<PlanValues, 'validFrom' | 'validTo' | 'goals'>,
  areaId: string | null,
): GoalValues {
  return {
    kind: 'shortTerm',
    areaId,
    goal: '',
    activities: [],
    expectedResult: '',
    responsible: plan.goals.at(-1)?.responsible ?? planPhrases.responsible,
    startDate: plan.validFrom,
    endDate: plan.validTo,
  }
}
