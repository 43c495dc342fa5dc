import { z } from 'zod'
import { kinships, presentedAsKinds } from '#domain/applications/schema.ts'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { activityById } from '#domain/regimes/activities.ts'
import { regimeIds } from '#domain/regimes/catalogue.ts'
import { lineField, linesField, textField } from '#domain/text/fields.ts'
import { idSchema } from '#domain/text/id.ts'
import { registryNumberField } from '#domain/text/registry-number.ts'

const shortText = textField(200)

export const labourStatuses = [
  'unemployed',
  'employed',
  'student',
  'earlyPensioner',
  'pensioner',
  'other',
] as const
/** At least основно is asked for by most notices. */
export const educations = ['primary', 'basic', 'secondary', 'higher'] as const
export const positions = [
  'personalAssistant',
  'socialAssistant',
  'homeHelper',
  'healthAssistant',
] as const
/** чл. 26, ал. 1, т. 2 от ЗЛП: a copy of the contract, or a declaration that there is none. */
export const otherContracts = ['none', 'present'] as const
const yesNo = ['yes', 'no'] as const

export const candidateDocumentTypes = [
  'applicationForm',
  'idCard',
  'cv',
  'declarations',
  'employmentContract',
  'medicalDocument',
  'privacyNotice',
  'diploma',
  'trainingCertificate',
  'employerNote',
  'pensionOrder',
  'criminalRecord',
  'other',
] as const
export type CandidateDocumentType = (typeof candidateDocumentTypes)[number]

/** Of a medical paper only that it is there, its number and its date: no room for a diagnosis. */
const withoutNote: readonly CandidateDocumentType[] = ['medicalDocument']

const candidateDocumentSchema = z
  .object({
    type: z.enum(candidateDocumentTypes),
    presentedAs: z.enum(presentedAsKinds),
    number: textField(60),
    date: civilDateSchema.nullable(),
    note: shortText,
  })
  .superRefine((document, ctx) => {
    const issue = (message: string, field: string) => {
      ctx.addIssue({ code: 'custom', message, path: [field] })
    }
    // A copy of an identity card may be kept only where a law says so (ЗЗЛД чл. 25г).
    if (document.type === 'idCard' && document.presentedAs !== 'forReference')
      issue('idCardOnlyForReference', 'presentedAs')
    if (withoutNote.includes(document.type) && document.note !== '')
      issue('medicalNoteNotKept', 'note')
  })

const trainingSchema = z.object({
  /** What was taught, or the project of it. */
  name: lineField(200),
  date: civilDateSchema.nullable(),
  certificateNumber: textField(60),
})
export type Training = z.infer<typeof trainingSchema>

/** What is declared with a signature (чл. 25 и чл. 26, ал. 1, т. 3 от ЗЛП). */
const candidateDeclarationsSchema = z.object({
  /** Не е под запрещение. */
  capable: z.boolean(),
  /** Не е осъждан за умишлено престъпление от общ характер. */
  noConviction: z.boolean(),
  /** Няма мерки по Закона за защита от домашното насилие като извършител. */
  noViolenceMeasures: z.boolean(),
  /** Получено уведомление за личните данни: a notice, not a consent. */
  privacyNotice: z.boolean(),
})
export type CandidateDeclarations = z.infer<typeof candidateDeclarationsSchema>
export const declarationNames = [
  'capable',
  'noConviction',
  'noViolenceMeasures',
  'privacyNotice',
] as const satisfies (keyof CandidateDeclarations)[]

const different = (values: readonly unknown[]) => new Set(values).size === values.length

/** What is offered: the choice of an assistant asks by it. */
const offerShape = {
  /** ISO weekdays in order. */
  weekdays: z.array(z.int().min(1).max(7)).max(7).refine(different, 'notAccepted'),
  dailyMinutes: z.int('wholeNumber').min(15, 'tooSmall').max(720, 'tooBig').nullable(),
  villages: z.array(lineField(60)).max(40, 'tooMany').refine(different, 'villageTwice'),
  hasCar: z.enum(yesNo).nullable(),
  climbsStairs: z.enum(yesNo).nullable(),
  /** Acts that the candidate will not do, by the ids of the catalogue. */
  refusedActs: z
    .array(z.string().refine((id) => activityById(id) !== undefined, 'activityUnknown'))
    .max(100)
    .refine(different, 'notAccepted'),
}

/**
 * The application of somebody who wants to be an assistant. Saving half of it is allowed: what is
 * needed for being admitted is judged by `missingOf`.
 */
export const candidacyInputSchema = z
  .object({
    entryNumber: registryNumberField(60),
    entryDate: civilDateSchema,
    /** Name of the campaign; empty = taken in at any time. */
    campaign: textField(120),
    regime: z.enum(regimeIds),
    personId: idSchema,
    position: z.enum(positions).nullable(),
    /** The user who asked for this very assistant. */
    namedPerson: shortText,
    kinship: z.enum(kinships).nullable(),
    labourStatus: z.enum(labourStatuses).nullable(),
    education: z.enum(educations).nullable(),
    experienceMonths: z.int('wholeNumber').min(0, 'tooSmall').max(720, 'tooBig').nullable(),
    trainings: z.array(trainingSchema).max(20, 'tooMany'),
    otherContract: z.enum(otherContracts).nullable(),
    ...offerShape,
    declarations: candidateDeclarationsSchema,
    documents: z.array(candidateDocumentSchema).max(40, 'tooMany'),
    note: linesField(2000),
  })
  .superRefine((value, ctx) => {
    if (value.namedPerson !== '' && value.kinship === null)
      ctx.addIssue({ code: 'custom', message: 'namedKinshipMissing', path: ['kinship'] })
  })
export type CandidacyInput = z.infer<typeof candidacyInputSchema>

export const candidacyStates = [
  'registered',
  'incomplete',
  'admitted',
  'inPool',
  'employed',
  'notAdmitted',
  'withdrawn',
  'closed',
] as const
export type CandidacyState = (typeof candidacyStates)[number]

/** Nobody was chosen in these: the papers go after their term. */
export const notChosenStates = [
  'notAdmitted',
  'withdrawn',
] as const satisfies readonly CandidacyState[]

/** Nothing more is done about the candidate in these. */
export const overCandidacies = [
  ...notChosenStates,
  'closed',
] as const satisfies readonly CandidacyState[]

export const candidateRefusals = [
  'requirementsNotMet',
  'violenceMeasures',
  'documentsNotProvided',
  'untrueData',
  'notSelected',
  'interviewMissed',
] as const
export type CandidateRefusal = (typeof candidateRefusals)[number]

export const withdrawalReasons = ['ownWish', 'otherWork', 'notFound', 'died'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** What was done with the papers of who was not chosen (ЗЗЛД чл. 25к). */
export const papersOutcomes = ['returned', 'destroyed', 'both'] as const
