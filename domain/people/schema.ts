import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import {
  lineField,
  optionalLine,
  optionalLines,
  optionalParsedField,
  parsedField,
} from '#domain/text/fields.ts'
import { cleanText } from '#domain/text/clean.ts'
import { usualCitizenship } from '#domain/text/defaults.ts'
import { parsePhone } from '#domain/text/parse-number.ts'
import type { Parsed } from '#domain/text/parsed.ts'
import { refuse } from '#domain/text/parsed.ts'
import { latinCapitals } from '#domain/text/script.ts'
import { parseEgn, parseIban, parseIdCard, parseLnch } from './ids.ts'
import { checkOneName, lastNameField, nameField, optionalName } from './name-fields.ts'

/**
 * What the form hands in and what is kept. Every schema takes its own output again unchanged: empty
 * optional fields are null, numbers are squeezed, names repaired. `…Input` is what a form holds,
 * `…Data` what is stored; rows add id, version and who wrote them (`Stored`).
 */
export const sexes = ['male', 'female'] as const
export const idKinds = ['egn', 'lnch', 'other'] as const
/** Minors are told by age; запрещение is told by the court (ЗЛС, чл. 2–5). */
export const capacities = [
  'capable',
  'limitedInterdiction',
  'fullInterdiction',
  'minor14to18',
  'minorUnder14',
] as const
export const maritalStatuses = [
  'single',
  'married',
  'divorced',
  'widowed',
  'cohabiting',
  'unknown',
] as const
/** Three answers, never a lone tick for a question that may be unanswered. */
export const livesAloneAnswers = ['yes', 'no', 'unknown'] as const
export const settlementKinds = ['town', 'village'] as const
export const addressKinds = ['current', 'permanent'] as const
export const noteKinds = ['phone', 'visit', 'office', 'letter', 'other'] as const
export type IdKind = (typeof idKinds)[number]
export type Capacity = (typeof capacities)[number]

const optionalDate = civilDateSchema.nullable().default(null)

function parseEmail(text: string): Parsed<string> {
  const email = cleanText(text)
  return email.length <= 120 && z.email().safeParse(email).success
    ? { ok: true, value: email }
    : refuse('emailFormat')
}

function parsePostCode(text: string): Parsed<string> {
  const code = cleanText(text)
  return /^\d{4}$/.test(code) ? { ok: true, value: code } : refuse('postCodeFormat')
}

function parseEkatte(text: string): Parsed<string> {
  const code = cleanText(text)
  return /^\d{5}$/.test(code) ? { ok: true, value: code } : refuse('ekatteFormat')
}

export const addressSchema = z.object({
  region: optionalLine(40),
  municipality: optionalLine(60),
  settlementKind: z.enum(settlementKinds, 'settlementKindRequired'),
  settlement: lineField(60, 'settlementRequired'),
  ekatte: optionalParsedField(parseEkatte),
  district: optionalLine(60),
  quarter: optionalLine(60),
  street: optionalLine(80),
  streetNumber: optionalLine(10),
  block: optionalLine(10),
  entrance: optionalLine(10),
  floor: optionalLine(10),
  apartment: optionalLine(10),
  postCode: optionalParsedField(parsePostCode),
})
export type AddressInput = z.input<typeof addressSchema>
export type AddressData = z.output<typeof addressSchema>

export const phoneSchema = z.object({
  number: parsedField(parsePhone, 'phoneRequired'),
  /** Whose it is or when to ring: „дъщеря му“, „след 17 ч.“. */
  note: optionalLine(60),
})
export type PhoneData = z.output<typeof phoneSchema>

/** Judges the number by its kind; a kind „other“ takes anything short. */
export function parseIdNumber(kind: IdKind, text: string): Parsed<string> {
  if (kind === 'lnch') return parseLnch(text)
  if (kind === 'egn') {
    const egn = parseEgn(text)
    return egn.ok ? { ok: true, value: egn.value.egn } : egn
  }
  const number = cleanText(text).toUpperCase()
  if (number === '') return refuse('idNumberRequired')
  return number.length <= 20 && /^[\p{L}\p{N}/ -]+$/u.test(number)
    ? { ok: true, value: number }
    : refuse('idNumberFormat')
}

interface Identified {
  idKind: IdKind
  idNumber: string | null
}

// Runs although other fields of the form are still wrong, so that one save names everything.
function identified(payload: { value: unknown; issues: { path?: PropertyKey[] | undefined }[] }) {
  const value = payload.value as Partial<Identified> | null
  return (
    typeof value?.idNumber === 'string' &&
    idKinds.some((kind) => kind === value.idKind) &&
    !payload.issues.some((issue) => issue.path?.[0] === 'idNumber')
  )
}

function checkIdNumber(value: Identified, context: z.core.$RefinementCtx<Identified>): void {
  if (value.idNumber === null) return
  const result = parseIdNumber(value.idKind, value.idNumber)
  if (result.ok) return
  for (const { code, params } of result.problems)
    context.addIssue({ code: 'custom', message: code, path: ['idNumber'], params: params ?? {} })
}

const idNumberText = z
  .string('idNumberRequired')
  .max(100, { error: 'idNumberFormat', abort: true })
  .overwrite(squeezeId)

function squeezeId(text: string): string {
  const clean = cleanText(text).toUpperCase()
  return /^[\d\s.\-–]+$/.test(clean) ? clean.replace(/\D/g, '') : clean
}

export const personSchema = z
  .object({
    firstName: nameField,
    /** Missing for many foreigners. */
    middleName: optionalName,
    /** Null: has one name only, as some foreigners; it stands in `firstName`. */
    lastName: lastNameField,
    idKind: z.enum(idKinds, 'required'),
    idNumber: idNumberText,
    birthDate: z.string('birthDateRequired').min(1, 'birthDateRequired').pipe(civilDateSchema),
    sex: z.enum(sexes, 'sexRequired'),
    citizenship: lineField(60, 'citizenshipRequired').default(usualCitizenship),
    idCardNumber: optionalParsedField(parseIdCard),
    idCardIssuedOn: optionalDate,
    idCardIssuedBy: optionalLine(60),
    idCardValidUntil: optionalDate,
    /** Cards of elderly people may have no end (безсрочна). */
    idCardNoExpiry: z.boolean().default(false),
    currentAddress: addressSchema,
    /** null = the same as the current one. */
    permanentAddress: addressSchema.nullable().default(null),
    phones: z.array(phoneSchema).max(10, 'tooManyRows').default([]),
    email: optionalParsedField(parseEmail),
    maritalStatus: z.enum(maritalStatuses).default('unknown'),
    livesAlone: z.enum(livesAloneAnswers).default('unknown'),
    gp: optionalLine(120),
    emergencyContactName: optionalLine(120),
    emergencyContactRelation: optionalLine(60),
    emergencyContactPhone: optionalParsedField(parsePhone),
    capacity: z.enum(capacities).default('capable'),
    /** Acts alone but cannot write: thumbprint before two witnesses. */
    cannotSign: z.boolean().default(false),
    iban: optionalParsedField(parseIban),
    deathDate: optionalDate,
    /** Own wish of a person under запрещение, recorded as said (ЗСУ, чл. 91). */
    ownWishText: optionalLines(2000),
  })
  .superRefine(checkOneName)
  .superRefine(checkIdNumber, { when: identified })
export type PersonInput = z.input<typeof personSchema>
export type PersonData = z.output<typeof personSchema>

export const representativeKinds = ['parent', 'guardian', 'curator', 'proxy'] as const
export type RepresentativeKind = (typeof representativeKinds)[number]
export const representativeDocumentKinds = [
  'birthCertificate',
  'guardianshipCertificate',
  'courtDecision',
  'powerOfAttorney',
  'other',
] as const

export const representativeSchema = z
  .object({
    kind: z.enum(representativeKinds, 'representativeKindRequired'),
    firstName: nameField,
    middleName: optionalName,
    lastName: lastNameField,
    idKind: z.enum(idKinds).default('egn'),
    idNumber: idNumberText
      .nullable()
      .default(null)
      .transform((text) => (text === '' ? null : text)),
    sex: z.enum(sexes).nullable().default(null),
    idCardNumber: optionalParsedField(parseIdCard),
    address: optionalLine(250),
    phone: optionalParsedField(parsePhone),
    email: optionalParsedField(parseEmail),
    documentKind: z.enum(representativeDocumentKinds, 'documentKindRequired'),
    documentNumber: optionalLine(60),
    documentDate: optionalDate,
    /** The authority, or the notary with the number in the notary's register. */
    documentIssuer: optionalLine(120),
    validFrom: optionalDate,
    validUntil: optionalDate,
    /** What a proxy may do, in the words of the document. */
    scope: optionalLines(1000),
    /** A proxy may only file papers; contracts are then signed by the person. */
    signsContracts: z.boolean().default(true),
  })
  .superRefine(checkOneName)
  .superRefine(checkIdNumber, { when: identified })
export type RepresentativeInput = z.input<typeof representativeSchema>
export type RepresentativeData = z.output<typeof representativeSchema>

export const telkIssuers = ['telk', 'nelk'] as const
/** трайно намалена работоспособност; вид и степен на увреждане (children, pensioners). */
export const telkKinds = ['workCapacity', 'disabilityDegree'] as const

export const telkDecisionSchema = z.object({
  issuer: z.enum(telkIssuers).default('telk'),
  /** „II състав, МБАЛ Кюстендил“ */
  issuerName: optionalLine(120),
  number: lineField(40, 'telkNumberRequired'),
  session: optionalLine(40),
  decidedOn: z.string('dateRequired').min(1, 'dateRequired').pipe(civilDateSchema),
  kind: z.enum(telkKinds, 'telkKindRequired'),
  percent: z
    .number('percentRequired')
    .min(0, 'percentRange')
    .max(100, 'percentRange')
    .refine((n) => Math.round(n * 100) === Number((n * 100).toFixed(6)), 'percentDecimals'),
  attendance: z.boolean('attendanceRequired'),
  /** null with `attendance` = lifetime. */
  attendanceUntil: optionalDate,
  attendanceLifetime: z.boolean().default(false),
  validUntil: optionalDate,
  lifetime: z.boolean().default(false),
  diagnosis: optionalLines(1000),
  icd10: optionalParsedField((text) => {
    const code = latinCapitals(cleanText(text).toUpperCase())
    return /^[A-Z]\d{2}(?:\.\d{1,2})?$/.test(code)
      ? { ok: true, value: code }
      : refuse('icd10Format')
  }),
  disabilityFrom: optionalDate,
  /** Not appealed, or the appeal is over. */
  inForce: z.boolean().default(true),
})
export type TelkDecisionInput = z.input<typeof telkDecisionSchema>
export type TelkDecisionData = z.output<typeof telkDecisionSchema>

/** „Запиши разговор“: two fields. */
export const personNoteSchema = z.object({
  kind: z.enum(noteKinds).default('phone'),
  text: optionalLines(4000).pipe(z.string('noteRequired')),
})
export type PersonNoteData = z.output<typeof personNoteSchema>

/** What a row adds to the data of the form. */
export type Stored<T> = T & {
  id: string
  version: number
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
}
export type Person = Stored<PersonData>
export type Representative = Stored<RepresentativeData> & { personId: string }
export type TelkDecision = Stored<TelkDecisionData> & { personId: string }
export interface PersonNote extends PersonNoteData {
  id: string
  personId: string
  at: string
  by: string
}
