import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { activityGroups } from '#domain/regimes/activity-groups.ts'
import { termKinds } from '#domain/regimes/catalogue.ts'
import { linesField, textField } from '#domain/text/fields.ts'

const shortText = textField(200)
const longText = linesField(8000)
const reason = linesField(1000)

export const assessmentKinds = ['initial', 'update'] as const
export const updateReasons = [
  'periodicReview',
  'changeInCondition',
  'newTelkDecision',
  'personRequest',
  'correction',
  'other',
] as const
export const visitOutcomes = ['done', 'refused', 'notFound'] as const
export const riskLevels = ['low', 'medium', 'high'] as const

export const answerSchema = z.object({
  itemId: z.string().min(1, 'required'),
  optionId: z.string().nullable(),
  reason,
})
export type AssessmentAnswer = z.infer<typeof answerSchema>

export const teamMemberSchema = z.object({
  name: shortText.min(1, 'required'),
  position: shortText.min(1, 'required'),
})
export type TeamMember = z.infer<typeof teamMemberSchema>

export const opinionSchema = z.object({
  from: shortText.min(1, 'required'),
  date: civilDateSchema.nullable(),
  summary: longText.min(1, 'required'),
})

export const riskSchema = z.object({
  risk: shortText.min(1, 'required'),
  level: z.enum(riskLevels),
  measure: linesField(1000).min(1, 'required'),
})

/** Free texts of the sheet, in the order of the form (law notes 3.1). */
export const narrativeFields = [
  'health',
  'mentalEmotional',
  'familySupport',
  'social',
  'housing',
  'incomeAndWork',
  'otherSupport',
  'strengths',
] as const
export type NarrativeField = (typeof narrativeFields)[number]
export const optionalNarrative: readonly NarrativeField[] = ['incomeAndWork', 'strengths']

const narrativeShape = Object.fromEntries(
  narrativeFields.map((field) => [field, longText]),
) as Record<NarrativeField, typeof longText>

/**
 * The assessor's sheet. It may be saved at any point; whether it is finished is judged by
 * `finishProblems`. Nothing is preselected, so what is open is null or empty.
 */
export const assessmentInputSchema = z
  .object({
    applicationId: z.string().min(1, 'required'),
    kind: z.enum(assessmentKinds),
    updateReason: z.enum(updateReasons).nullable(),
    updateReasonText: reason,
    assessmentDate: civilDateSchema.nullable(),
    visitDate: civilDateSchema.nullable(),
    visitPlace: shortText,
    visitAttempt: z.int('wholeNumber').min(1, 'tooSmall').max(20, 'tooBig'),
    outcome: z.enum(visitOutcomes),
    witness: shortText,
    answers: z.array(answerSchema).max(1000, 'tooMany'),
    team: z.array(teamMemberSchema).max(12, 'tooMany'),
    sources: z.array(shortText.min(1, 'required')).max(40, 'tooMany'),
    opinions: z.array(opinionSchema).max(20, 'tooMany'),
    narrative: z.object(narrativeShape),
    risks: z.array(riskSchema).max(30, 'tooMany'),
    noRisks: z.boolean(),
    personView: longText,
    conclusions: longText,
    recommendedActivities: z.array(z.enum(activityGroups)).max(5, 'tooMany'),
    recommendedMinutesPerDay: z
      .int('wholeNumber')
      .min(0, 'tooSmall')
      .max(1440, 'tooBig')
      .nullable(),
    recommendedTerm: z.enum(termKinds).nullable(),
  })
  .superRefine((value, ctx) => {
    const seen = new Set<string>()
    value.answers.forEach((answer, index) => {
      if (seen.has(answer.itemId))
        ctx.addIssue({ code: 'custom', message: 'answerTwice', path: ['answers', index] })
      seen.add(answer.itemId)
    })
    if (value.noRisks && value.risks.length > 0)
      ctx.addIssue({ code: 'custom', message: 'risksContradict', path: ['noRisks'] })
  })
export type AssessmentInput = z.infer<typeof assessmentInputSchema>

/** A sheet with nothing filled in, for a new assessment of an application. */
export function emptyAssessment(applicationId: string): AssessmentInput {
  return {
    applicationId,
    kind: 'initial',
    updateReason: null,
    updateReasonText: '',
    assessmentDate: null,
    visitDate: null,
    visitPlace: '',
    visitAttempt: 1,
    outcome: 'done',
    witness: '',
    answers: [],
    team: [],
    sources: [],
    opinions: [],
    narrative: Object.fromEntries(narrativeFields.map((field) => [field, ''])) as Record<
      NarrativeField,
      string
    >,
    risks: [],
    noRisks: false,
    personView: '',
    conclusions: '',
    recommendedActivities: [],
    recommendedMinutesPerDay: null,
    recommendedTerm: null,
  }
}

/**
 * draft and returned are edited; finished waits for the second person; approved is never written
 * again; notCarriedOut – refused or not found; superseded – a later version was approved.
 */
export const assessmentStatuses = [
  'draft',
  'finished',
  'returned',
  'approved',
  'notCarriedOut',
  'superseded',
] as const
export type AssessmentStatus = (typeof assessmentStatuses)[number]
