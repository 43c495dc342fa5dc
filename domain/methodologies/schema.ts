import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { textField } from '#domain/text/fields.ts'

const code = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, 'codeFormat')
const text = textField(300).min(1, 'required')
const points = z.int('wholeNumber').min(0, 'tooSmall').max(1000, 'tooBig')
const percent = z.int('wholeNumber').min(1, 'tooSmall').max(1000, 'tooBig')
const age = z.int('wholeNumber').min(0, 'tooSmall').max(130, 'tooBig').nullable()
const minutes = z
  .int('wholeNumber')
  .min(0, 'tooSmall')
  .max(744 * 60, 'tooBig')

/** One answer. `extraMinutes` a month are added to the hours of the band (accompanying, study). */
export const optionSchema = z.object({
  id: code,
  text,
  points,
  extraMinutes: minutes.default(0),
})
export type MethodologyOption = z.infer<typeof optionSchema>

/**
 * One row of the sheet. `direction` need: more points = more need; independence: more points = less
 * need, so the row counts its maximum minus the points (Barthel). `weightPercent` 100 = once.
 */
export const itemSchema = z.object({
  id: code,
  text,
  options: z.array(optionSchema).min(2, 'itemTooFewOptions').max(10, 'tooMany'),
  weightPercent: percent.default(100),
  direction: z.enum(['need', 'independence']).default('need'),
  /** always: a typed reason with every answer; onChange: when it differs from the last assessment. */
  reason: z.enum(['always', 'onChange']).default('onChange'),
  /** Completed years for which the row is asked, both ends inclusive; null = no end. */
  minAge: age.default(null),
  maxAge: age.default(null),
})
export type MethodologyItem = z.infer<typeof itemSchema>

export const groupSchema = z.object({
  id: code,
  letter: textField(3).min(1, 'required'),
  name: text,
  /** A weak area here asks for a goal in the plan; a health certificate does not. */
  needsGoal: z.boolean().default(true),
  items: z.array(itemSchema).min(1, 'groupEmpty').max(60, 'tooMany'),
})
export type MethodologyGroup = z.infer<typeof groupSchema>

/** Both ends inclusive. `degree` null and 0 minutes = below the threshold. */
export const bandSchema = z.object({
  min: z.int('wholeNumber').min(0, 'tooSmall'),
  max: z.int('wholeNumber').min(0, 'tooSmall'),
  degree: textField(10).min(1, 'required').nullable(),
  minutesPerMonth: minutes,
})
export type MethodologyBand = z.infer<typeof bandSchema>

export const coefficientSchema = z.object({ minAge: age, maxAge: age, percent })

export const tieBreakers = ['selfCarePoints', 'livesAlone', 'telkDate', 'entryDate'] as const

/** What is judged: the needs of a person, or a candidate for assistant. */
export const methodologyKinds = ['needs', 'selection'] as const
export type MethodologyKind = (typeof methodologyKinds)[number]

/** A whole methodology in one version: data, hashed and locked after first use. */
export const methodologySchema = z.object({
  code,
  /**
   * Left out of a methodology of needs: the versions that were stored before there were two kinds keep
   * their text, and with it their hash.
   */
  kind: z.literal('selection').optional(),
  version: z.int('wholeNumber').min(1, 'tooSmall'),
  name: text,
  validFrom: civilDateSchema,
  /** Order or decision that approved it. */
  approvedBy: textField(300).nullable(),
  groups: z.array(groupSchema).min(1, 'methodologyEmpty').max(20, 'tooMany'),
  coefficients: z.array(coefficientSchema).min(1, 'required').max(20, 'tooMany'),
  /** Degrees and hours of a methodology of needs; a selection has none. */
  bands: z.array(bandSchema).max(30, 'tooMany'),
  /** Cap of the hours after additions; null = none. */
  maxMinutesPerMonth: minutes.nullable(),
  tieBreakers: z.array(z.enum(tieBreakers)).max(4, 'tooMany'),
  /** Commission and assessors may differ by this many points without a comment. */
  commentThreshold: points,
})
export type Methodology = z.infer<typeof methodologySchema>

export const kindOf = ({ kind }: Pick<Methodology, 'kind'>): MethodologyKind => kind ?? 'needs'
