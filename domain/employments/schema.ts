import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import {
  lineField,
  linesField,
  optionalLine,
  optionalLines,
  textField,
} from '#domain/text/fields.ts'
import { idSchema } from '#domain/text/id.ts'
import { registryNumberField } from '#domain/text/registry-number.ts'

/** Трудов договор (КТ) and граждански договор (ЗЗД). */
export const employmentKinds = ['labour', 'civil'] as const
export type EmploymentKind = (typeof employmentKinds)[number]

/** What a contract rests on; its articles stand in the text of the paper. */
export const labourGrounds = [
  'permanent',
  'fixedTerm',
  'untilDone',
  'sameEmployer',
  'otherEmployer',
] as const
export const civilGrounds = ['work', 'mandate'] as const
export const legalGrounds = [...labourGrounds, ...civilGrounds] as const
export type LegalGround = (typeof legalGrounds)[number]

/** A second contract, beside another one of the same person. */
export const additionalGrounds: readonly LegalGround[] = ['sameEmployer', 'otherEmployer']

/** What the pay is counted by; `whole` is for a whole piece of work under a civil contract. */
export const payUnits = ['month', 'hour', 'whole'] as const
export type PayUnit = (typeof payUnits)[number]

const groundsOf: Record<EmploymentKind, readonly LegalGround[]> = {
  labour: labourGrounds,
  civil: civilGrounds,
}

const whole = z.int('wholeNumber')
const minutesOfDay = whole.min(15, 'tooSmall').max(1440, 'tooBig')
const pay = whole.min(1, 'tooSmall').max(10_000_000, 'tooBig')
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** The form of a labour or civil contract: what the law asks that is not already known of the person. */
export const employmentInputSchema = z
  .object({
    kind: z.enum(employmentKinds, 'required'),
    positionId: z.string('required').min(1, 'required').pipe(idSchema),
    legalGround: z.enum(legalGrounds, 'required'),
    /** The project that pays; the programme in words where it is none of the office's projects. */
    projectId: maybe(idSchema),
    programme: optionalLine(300),
    /** The work that is to be done: of a contract until it is done, of a civil contract. */
    task: optionalLines(1000),
    contractDate: civilDateSchema,
    startDate: civilDateSchema,
    /** Last day of a fixed term. */
    endDate: maybe(civilDateSchema),
    /** Of a labour contract. */
    minutesPerDay: maybe(minutesOfDay),
    /** Name of the schedule by which one works (поименен график). */
    schedule: optionalLine(160),
    /** Months of averaging (сумирано изчисляване); null = each day by itself. */
    averagingMonths: maybe(whole.min(1, 'tooSmall').max(12, 'tooBig')),
    /** By declaration: minutes a day under contracts with others. */
    otherMinutesPerDay: whole.min(0, 'tooSmall').max(1440, 'tooBig'),
    basePayCents: pay,
    payUnit: z.enum(payUnits, 'required'),
    leaveDays: maybe(whole.min(0, 'tooSmall').max(100, 'tooBig')),
    noticeDays: maybe(whole.min(0, 'tooSmall').max(365, 'tooBig')),
    /** null = без изпитване. */
    probationMonths: maybe(whole.min(1, 'tooSmall').max(24, 'tooBig')),
    placeOfWork: lineField(300),
    education: optionalLine(200),
    /** „гр. Примерна“: where it is signed. */
    place: lineField(200),
    copies: whole.min(1, 'tooSmall').max(10, 'tooBig'),
    accountantSigns: z.boolean(),
  })
  .superRefine((value, context) => {
    const at = (message: string, field: string) => {
      context.addIssue({ code: 'custom', message, path: [field] })
    }
    const { kind, legalGround, endDate } = value
    if (!groundsOf[kind].includes(legalGround)) at('employmentGroundOtherKind', 'legalGround')
    if (endDate !== null && endDate < value.startDate) at('endBeforeStart', 'endDate')
    if (legalGround === 'fixedTerm' && endDate === null) at('employmentEndMissing', 'endDate')
    if ((legalGround === 'permanent' || legalGround === 'untilDone') && endDate !== null)
      at('employmentEndNotAsked', 'endDate')
    if ((legalGround === 'untilDone' || kind === 'civil') && value.task === null)
      at('employmentTaskMissing', 'task')
    if (kind === 'civil') return
    if (value.payUnit === 'whole') at('employmentPayUnit', 'payUnit')
    for (const field of ['minutesPerDay', 'leaveDays', 'noticeDays'] as const)
      if (value[field] === null) at('required', field)
  })
export type EmploymentForm = z.input<typeof employmentInputSchema>
export type EmploymentInput = z.output<typeof employmentInputSchema>

/** Stored statuses. „В сила“ and „Изтекъл“ follow from signed and the date: `employmentStatusOn`. */
export const employmentStatuses = [
  'draft',
  'issued',
  'outForSignature',
  'signed',
  'suspended',
  'ended',
  'annulled',
] as const
export type EmploymentStatus = (typeof employmentStatuses)[number]

export const shownEmploymentStatuses = [
  'draft',
  'issued',
  'outForSignature',
  'signed',
  'inForce',
  'suspended',
  /** Ended by an order, for a day that has not passed yet. */
  'ending',
  'ended',
  'expired',
  'annulled',
] as const
export type ShownEmploymentStatus = (typeof shownEmploymentStatuses)[number]

/** What „Издай“ asks. */
export const employmentIssueSchema = z.object({
  contractDate: civilDateSchema,
  startDate: civilDateSchema,
  /** From the municipality's own register; null = the program draws the next one. */
  number: registryNumberField(40, 'contractNumberMissing').nullable(),
})
export type EmploymentIssue = z.infer<typeof employmentIssueSchema>

/** The signed paper came back: the day on which the later of the two sides signed. */
export const employmentSigningSchema = z.object({ signedOn: civilDateSchema })

export const suspensionSchema = z.object({ fromDate: civilDateSchema, reason: linesField(1000) })
export const resumptionSchema = z.object({ onDate: civilDateSchema })

/** A person chooses a ground each time: there is no default (law notes, 8). */
export const employmentEndSchema = z.object({
  groundId: z.string('groundRequired').min(1, 'groundRequired').pipe(idSchema),
  orderDate: civilDateSchema,
  /** Last day of the contract. */
  onDate: civilDateSchema,
  reason: linesField(1000),
})
export type EmploymentEnd = z.infer<typeof employmentEndSchema>

/** Допълнително споразумение: what changes from a day on; null stays as it was. */
export const annexInputSchema = z.object({
  annexDate: civilDateSchema,
  fromDate: civilDateSchema,
  minutesPerDay: maybe(minutesOfDay),
  basePayCents: maybe(pay),
  payUnit: maybe(z.enum(payUnits)),
  programme: optionalLine(300),
  placeOfWork: optionalLine(300),
  endDate: maybe(civilDateSchema),
})
export type AnnexForm = z.input<typeof annexInputSchema>
export type AnnexInput = z.output<typeof annexInputSchema>

export const annexStatuses = ['draft', 'issued', 'signed', 'annulled'] as const
export type AnnexStatus = (typeof annexStatuses)[number]

/** What НАП must be told of: уведомление по чл. 62, ал. 3 от КТ. */
export const noticeEvents = ['begin', 'change', 'end'] as const
export type NoticeEvent = (typeof noticeEvents)[number]

export const noticeSentSchema = z.object({
  sentOn: civilDateSchema,
  /** Incoming number of НАП. */
  reference: textField(60).min(1, 'required'),
})
export type NoticeSent = z.infer<typeof noticeSentSchema>
