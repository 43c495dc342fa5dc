import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { regimeIds, serviceIds } from '#domain/regimes/catalogue.ts'
import { linesField, textField } from '#domain/text/fields.ts'
import { optionalRegistryNumber, registryNumberField } from '#domain/text/registry-number.ts'

const shortText = textField(200)
const longText = linesField(4000)
const id = z.string().min(1, 'required')

/** чл. 93, ал. 2 от ЗСУ: 1 – над трудоспособна възраст без ТЕЛК; 2 – дете; 3 – пълнолетен с чужда помощ. */
export const eligibilityGroups = ['overWorkingAge', 'disabledChild', 'disabledAdult'] as const
export const filedByKinds = [
  'inPerson',
  'parent',
  'guardian',
  'curator',
  'proxy',
  'mayoralty',
] as const
export const kinships = ['none', 'spouse', 'parent', 'child', 'sibling', 'other'] as const
export const livesWithKinds = ['alone', 'spouse', 'family', 'others'] as const
/** Yes / no / not known: never a lone tick for a question that may be unanswered. */
export const answers = ['yes', 'no', 'unknown'] as const

/** Help the person already has. The first four exclude assistant support (ЗСУ чл. 93, ал. 2 и 5). */
export const otherServiceKinds = [
  'personalAssistance',
  'assistantSupportElsewhere',
  'homeCareProgramme',
  'residentialCare',
  'socialPatronage',
  'dayCare',
  'other',
] as const
export type OtherServiceKind = (typeof otherServiceKinds)[number]

export const otherServiceSchema = z.object({
  kind: z.enum(otherServiceKinds),
  provider: shortText,
  /** Agreement or order; empty when the person does not know it. */
  reference: shortText,
  from: civilDateSchema.nullable(),
  /** Last day of use; null = goes on. */
  until: civilDateSchema.nullable(),
})
export type OtherService = z.infer<typeof otherServiceSchema>

export const documentTypes = [
  'applicationForm',
  'idCard',
  'birthCertificate',
  'representativeId',
  'telkDecision',
  'medicalDocument',
  'guardianshipCertificate',
  'powerOfAttorney',
  'privacyNotice',
  'incomeDeclaration',
  'other',
] as const
export type DocumentType = (typeof documentTypes)[number]

export const presentedAsKinds = ['original', 'copy', 'forReference'] as const

export const applicationDocumentSchema = z
  .object({
    type: z.enum(documentTypes),
    presentedAs: z.enum(presentedAsKinds),
    number: shortText,
    date: civilDateSchema.nullable(),
    validUntil: civilDateSchema.nullable(),
    note: shortText,
  })
  .refine(
    // A copy of an identity card may be kept only where a law says so (ЗЗЛД чл. 25г).
    (document) =>
      !['idCard', 'representativeId'].includes(document.type) ||
      document.presentedAs === 'forReference',
    { error: 'idCardOnlyForReference', path: ['presentedAs'] },
  )
export type ApplicationDocument = z.infer<typeof applicationDocumentSchema>

export const declarationsSchema = z.object({
  /** Обстоятелствата са верни (НК чл. 313). */
  truth: z.boolean(),
  /** Ще допуска в дома си лица без роднинска връзка. */
  homeAccess: z.boolean(),
  /** Не ползва същата подкрепа по друг ред. */
  noDoubleSupport: z.boolean(),
  /** Получено уведомление за личните данни (GDPR чл. 13): a notice, not a consent. */
  privacyNotice: z.boolean(),
})
export type Declarations = z.infer<typeof declarationsSchema>

/**
 * The form „Заявление-декларация“. Saving half of it is allowed (state „Непълно“): only what makes
 * it this application of this person is required, the rest is judged by `completeness`.
 */
export const applicationInputSchema = z
  .object({
    entryNumber: registryNumberField(60),
    entryDate: civilDateSchema,
    regime: z.enum(regimeIds),
    service: z.enum(serviceIds),
    personId: id,
    eligibilityGroup: z.enum(eligibilityGroups).nullable(),
    filedBy: z.enum(filedByKinds),
    representativeId: id.nullable(),
    livesWith: z.enum(livesWithKinds).nullable(),
    householdSize: z.int('wholeNumber').min(1, 'tooSmall').max(30, 'tooBig').nullable(),
    relativesNearby: z.enum(answers).nullable(),
    usesOtherService: z.enum(answers).nullable(),
    otherServices: z.array(otherServiceSchema).max(20, 'tooMany'),
    preferredAssistant: shortText,
    kinship: z.enum(kinships).nullable(),
    substituteAssistant: shortText,
    preferredHours: shortText,
    needsDescription: longText,
    generalPractitioner: shortText,
    emergencyContactName: shortText,
    emergencyContactPhone: textField(40),
    preliminaryAssessmentNumber: optionalRegistryNumber(60),
    preliminaryAssessmentDate: civilDateSchema.nullable(),
    declarations: declarationsSchema,
    documents: z.array(applicationDocumentSchema).max(60, 'tooMany'),
    note: longText,
  })
  .superRefine((value, ctx) => {
    const issue = (message: string, ...path: (string | number)[]) => {
      ctx.addIssue({ code: 'custom', message, path })
    }
    if (value.usesOtherService === 'yes' && value.otherServices.length === 0)
      issue('otherServiceNotNamed', 'otherServices')
    if (value.filedBy !== 'inPerson' && value.filedBy !== 'mayoralty' && !value.representativeId)
      issue('representativeMissing', 'representativeId')
    if ((value.preliminaryAssessmentNumber === '') !== (value.preliminaryAssessmentDate === null))
      issue(
        'numberAndDateTogether',
        value.preliminaryAssessmentNumber === ''
          ? 'preliminaryAssessmentNumber'
          : 'preliminaryAssessmentDate',
      )
    if (value.preferredAssistant !== '' && value.kinship === null)
      issue('kinshipMissing', 'kinship')
    value.otherServices.forEach((service, index) => {
      if (service.from && service.until && service.until < service.from)
        issue('endBeforeStart', 'otherServices', index, 'until')
    })
  })
export type ApplicationInput = z.infer<typeof applicationInputSchema>

const untilContract = [
  'draft',
  'registered',
  'incomplete',
  'admitted',
  'notAdmitted',
  'forAssessment',
  'assessed',
  'approved',
  'reserve',
  'waiting',
  'belowThreshold',
  'withContract',
] as const
const afterContract = ['droppedOut', 'closed'] as const

/** Stored states. „Изтекъл договор“ follows from the contract and the date: `applicationStateOn`. */
export const applicationStates = [...untilContract, ...afterContract] as const
export type ApplicationState = (typeof applicationStates)[number]

/** What is shown: the stored state seen on a day. */
export const shownApplicationStates = [
  ...untilContract,
  'contractExpired',
  ...afterContract,
] as const
export type ShownApplicationState = (typeof shownApplicationStates)[number]

/** Nothing more is done about the need in these. */
export const overStates = [
  'notAdmitted',
  'droppedOut',
  'closed',
  'belowThreshold',
] as const satisfies readonly ApplicationState[]

/** чл. 78, ал. 5 от ЗСУ: the closed list of grounds for refusal. */
export const refusalGrounds = ['serviceNotOffered', 'needsCannotBeMet'] as const
export type RefusalGround = (typeof refusalGrounds)[number]

export const dropOutReasons = [
  'withdrawn',
  'died',
  'notFound',
  'refusedAssessment',
  'documentsNotProvided',
  'movedAway',
] as const
export type DropOutReason = (typeof dropOutReasons)[number]
