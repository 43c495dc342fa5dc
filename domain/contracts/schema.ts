import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { serviceIds } from '#domain/regimes/catalogue.ts'
import { linesField, textField } from '#domain/text/fields.ts'
import { registryNumberField } from '#domain/text/registry-number.ts'
import { signingModes } from '../papers/parties.ts'

const shortText = textField(200)
const needed = (schema: z.ZodString) => schema.min(1, 'required')

export const witnessSchema = z.object({
  fullName: shortText,
  /** ЕГН; empty = filled in by hand. */
  identifier: textField(20),
})

export const assignedAssistantSchema = z.object({
  name: needed(shortText),
  role: z.enum(['titular', 'substitute']),
})

/** The form „Договор за ползване“: everything the law asks that is not already known. */
export const contractInputSchema = z
  .object({
    applicationId: needed(z.string()),
    assessmentId: needed(z.string()),
    planId: needed(z.string()),
    service: z.enum(serviceIds),
    contractDate: civilDateSchema,
    startDate: civilDateSchema,
    endDate: civilDateSchema,
    /** „гр. Примерна“ */
    place: needed(shortText),
    /** Where the service is given: home and outside it. */
    placeOfService: needed(shortText),
    representativeId: z.string().nullable(),
    signingMode: z.enum(signingModes),
    witnesses: z.array(witnessSchema).max(2, 'tooMany'),
    assistants: z.array(assignedAssistantSchema).max(10, 'tooMany'),
    caseManagerName: needed(shortText),
    caseManagerPosition: needed(shortText),
    caseManagerPhone: textField(40),
    feeMonthlyCents: z.int('wholeNumber').min(0, 'tooSmall').max(1_000_000, 'tooBig'),
    feeBasisText: needed(textField(500)),
    copies: z.int('wholeNumber').min(1, 'tooSmall').max(10, 'tooBig'),
    /** Second signature of the chief accountant. */
    accountantSigns: z.boolean(),
  })
  .superRefine((value, ctx) => {
    if (value.endDate < value.startDate)
      ctx.addIssue({ code: 'custom', message: 'endBeforeStart', path: ['endDate'] })
    const needsRepresentative =
      value.signingMode === 'guardianFor' ||
      value.signingMode === 'curatorWith' ||
      value.signingMode === 'proxyFor'
    if (needsRepresentative && value.representativeId === null)
      ctx.addIssue({ code: 'custom', message: 'representativeMissing', path: ['representativeId'] })
  })
export type ContractInput = z.infer<typeof contractInputSchema>

/** What „Издай“ asks: the day of the contract and the term from it, and a number that was typed. */
export const issueInputSchema = z
  .object({
    contractDate: civilDateSchema,
    startDate: civilDateSchema,
    endDate: civilDateSchema,
    /** From the municipality's own register; null = the program draws the next one. */
    number: registryNumberField(40, 'contractNumberMissing').nullable(),
  })
  .refine((value) => value.endDate >= value.startDate, {
    error: 'endBeforeStart',
    path: ['endDate'],
  })
export type IssueInput = z.infer<typeof issueInputSchema>

/** The signed paper came back: who signed, and when each side did. */
export const signingInputSchema = z.object({
  personSignedOn: civilDateSchema,
  providerSignedOn: civilDateSchema.nullable(),
  mode: z.enum(signingModes),
})
export type SigningInput = z.infer<typeof signingInputSchema>

/** Stored statuses. „В сила“ and „Изтекъл“ follow from signed and the date: `contractStatusOn` in days.ts. */
export const contractStatuses = [
  'draft',
  'issued',
  'outForSignature',
  'signed',
  'suspended',
  'terminated',
  'annulled',
] as const
export type ContractStatus = (typeof contractStatuses)[number]

/** What is shown: the stored status seen on a day. */
export const shownContractStatuses = [
  'draft',
  'issued',
  'outForSignature',
  'signed',
  'inForce',
  'suspended',
  'annexed',
  /** Terminated by a day that has not passed yet. */
  'ending',
  'terminated',
  'expired',
  'annulled',
] as const
export type ShownContractStatus = (typeof shownContractStatuses)[number]

/** Signed by both sides and not over: its first day may be still to come. */
export const concludedStatuses: readonly ShownContractStatus[] = [
  'signed',
  'inForce',
  'annexed',
  'suspended',
  'ending',
]
/** Issued and not over: there is no room for another one beside it. */
export const aliveStatuses: readonly ShownContractStatus[] = [
  'issued',
  'outForSignature',
  ...concludedStatuses,
]

/** Its days run to their end: the contract after it may be prepared before they do. */
export const runningStatuses: readonly ShownContractStatus[] = ['inForce', 'annexed', 'suspended']

/** Nothing of it is left to do. */
export const overStatuses: readonly ShownContractStatus[] = ['expired', 'terminated', 'annulled']

/** As stored: something of it is left to do, if only to end it. */
export const unfinishedStatuses = contractStatuses.filter((one) => !overStatuses.includes(one))

/** Grounds for ending; a person always chooses one (law notes 2.5, practice notes 5.4). */
export const terminationGrounds = [
  'mutualConsent',
  'personRequest',
  'death',
  'movedOutOfMunicipality',
  'needCeased',
  'telkExpired',
  'residentialCare',
  'otherSimilarService',
  'unpaidFee',
  'falseDeclaration',
  'breach',
  'serviceClosed',
  'projectEnded',
] as const
export type TerminationGround = (typeof terminationGrounds)[number]
/**
 * Those that the contract for assistant support names, each a point of its „Прекратяване“; a project has
 * contracts of its own.
 */
export const contractGrounds = terminationGrounds.filter((ground) => ground !== 'projectEnded')

export const suspensionGrounds = ['hospital', 'personAbsent', 'substituteCare', 'other'] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]

export const terminationInputSchema = z.object({
  ground: z.enum(contractGrounds, 'groundRequired'),
  /** Last day of the contract. */
  onDate: civilDateSchema,
  reason: linesField(2000),
})
export type TerminationInput = z.infer<typeof terminationInputSchema>
