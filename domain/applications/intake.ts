import { z } from 'zod'
import { ageOn, isCivilDate } from '#domain/calendar/civil-date.ts'
import { parseEgn } from '#domain/people/ids.ts'
import { pensionAgeReachedOn } from '#domain/people/pension-age.ts'
import {
  personSchema,
  representativeSchema,
  telkDecisionSchema,
  type Capacity,
  type IdKind,
  type PersonData,
  type RepresentativeData,
  type RepresentativeKind,
  type TelkDecisionData,
} from '#domain/people/schema.ts'
import { idSchema } from '#domain/text/id.ts'
import { filingProblem } from './filing.ts'
import {
  applicationInputSchema,
  documentTypes,
  filedByKinds,
  presentedAsKinds,
  type ApplicationInput,
  type DocumentType,
} from './schema.ts'

/** A text that is a civil date, „lifetime“, or nothing yet. */
type DateOrLifetime = string | null

interface IntakeAddress {
  settlementKind: 'town' | 'village'
  settlement: string
  municipality: string | null
  region: string | null
  [part: string]: string | null
}

/** The person as the page of the application asks for one; the rest is in the dossier. */
export interface IntakePerson {
  idKind: IdKind
  idNumber: string
  firstName: string
  middleName: string | null
  lastName: string | null
  /** Typed only where the number carries none. */
  birthDate: string | null
  sex: 'male' | 'female' | null
  idCardNumber: string | null
  idCardIssuedOn: string | null
  currentAddress: IntakeAddress
  permanentSame: 'yes' | 'no'
  permanentAddress: IntakeAddress
  phone: string | null
}

export interface IntakeRepresentative {
  firstName: string
  middleName: string | null
  lastName: string | null
  idNumber: string
  phone: string | null
  documentNumber: string | null
  documentDate: string | null
  documentIssuer: string | null
}

/** A ТЕЛК decision as the form carries it; all empty = none was brought. */
export interface IntakeTelk {
  number: string
  decidedOn: string | null
  percent: number | null
  attendance: 'yes' | 'no' | null
  attendanceUntil: DateOrLifetime
  validUntil: DateOrLifetime
  kind: 'workCapacity' | 'disabilityDegree' | null
  diagnosis: string | null
}

export interface IntakeDocument {
  present: boolean
  presentedAs: (typeof presentedAsKinds)[number]
  number: string
  date: string | null
  validUntil: string | null
  note: string
}

/** The person is known (`id`, and `version` when something of them is changed), or new (null). */
export interface IntakeKnown {
  id: string
  /** Not null: the person's own data are saved too, over this version. */
  version: number | null
}

type FormFields = Omit<ApplicationInput, 'personId' | 'documents' | 'entryDate' | 'filedBy'>

/** Everything on the page „Ново заявление“, as the fields hold it. */
export interface IntakeInput extends FormFields {
  /** The office numbers its applications itself: the number is drawn when it is saved. */
  drawNumber: boolean
  entryDate: string | null
  filedBy: ApplicationInput['filedBy'] | null
  known: IntakeKnown | null
  person: IntakePerson
  representative: IntakeRepresentative
  telk: IntakeTelk
  documents: Record<DocumentType, IntakeDocument>
  /** Whose the case is to be; left out: of whoever takes it in, if they lead cases. Of no form on paper. */
  responsibleId?: string | null
}

export interface Intake {
  drawNumber: boolean
  responsibleId: string | null
  known: IntakeKnown | null
  /** New data of the person; null when a known one stays as they are. */
  person: PersonPart | null
  /** A new representative; null when none files or a known one does. */
  representative: RepresentativeData | null
  telk: TelkDecisionData | null
  /** `personId` and `representativeId` are `new` where the record is yet to be made. */
  application: ApplicationInput
}

/** What the page knows of a person: for a new one all there is, for a known one what it changes. */
export type PersonPart = PersonData

export const newRecord = 'new'

const representativeKindOf: Partial<Record<ApplicationInput['filedBy'], RepresentativeKind>> = {
  parent: 'parent',
  guardian: 'guardian',
  curator: 'curator',
  proxy: 'proxy',
}

/** What kind of representative files, or undefined where the person or the mayoralty does. */
export function representativeKindFor(
  filedBy: ApplicationInput['filedBy'] | null,
): RepresentativeKind | undefined {
  return filedBy === null ? undefined : representativeKindOf[filedBy]
}

const documentKindOf = {
  parent: 'birthCertificate',
  guardian: 'guardianshipCertificate',
  curator: 'guardianshipCertificate',
  proxy: 'powerOfAttorney',
} as const

/**
 * Capacity that follows from age and from who files; the dossier may correct it. An adult with a
 * guardian or a curator is under запрещение.
 */
export function capacityFor(
  birthDate: string,
  filedBy: ApplicationInput['filedBy'] | null,
  on: string,
): Capacity {
  const age = ageOn(birthDate, on)
  if (age < 14) return 'minorUnder14'
  if (age < 18) return 'minor14to18'
  if (filedBy === 'guardian') return 'fullInterdiction'
  return filedBy === 'curator' ? 'limitedInterdiction' : 'capable'
}

/** ВСУ for children under 16 and for who has reached pension age, ТНР otherwise (law notes 6.7). */
export function usualTelkKind(
  person: { birthDate: string; sex: 'male' | 'female' },
  on: string,
): TelkDecisionData['kind'] {
  const older = pensionAgeReachedOn(person.birthDate, person.sex) <= on
  return ageOn(person.birthDate, on) < 16 || older ? 'disabilityDegree' : 'workCapacity'
}

/** Birth date and sex: out of the ЕГН, otherwise as typed. */
export function bornAs(person: Pick<IntakePerson, 'idKind' | 'idNumber' | 'birthDate' | 'sex'>): {
  birthDate: string | null
  sex: 'male' | 'female' | null
} {
  if (person.idKind === 'egn') {
    const egn = parseEgn(person.idNumber)
    if (egn.ok) return { birthDate: egn.value.birthDate, sex: egn.value.sex }
  }
  return { birthDate: person.birthDate, sex: person.sex }
}

const presentedByDefault: Partial<Record<DocumentType, IntakeDocument['presentedAs']>> = {
  applicationForm: 'original',
  idCard: 'forReference',
  representativeId: 'forReference',
  privacyNotice: 'original',
  incomeDeclaration: 'original',
}

/** How a paper usually comes: an identity card is only ever shown (ЗЗЛД чл. 25г). */
export function usualPresentation(type: DocumentType): IntakeDocument['presentedAs'] {
  return presentedByDefault[type] ?? 'copy'
}

export function emptyDocuments(): Record<DocumentType, IntakeDocument> {
  return Object.fromEntries(
    documentTypes.map((type) => [
      type,
      {
        present: false,
        presentedAs: usualPresentation(type),
        number: '',
        date: null,
        validUntil: null,
        note: '',
      },
    ]),
  ) as Record<DocumentType, IntakeDocument>
}

export const emptyRepresentative: IntakeRepresentative = {
  firstName: '',
  middleName: null,
  lastName: '',
  idNumber: '',
  phone: null,
  documentNumber: null,
  documentDate: null,
  documentIssuer: null,
}

export const emptyTelk: IntakeTelk = {
  number: '',
  decidedOn: null,
  percent: null,
  attendance: null,
  attendanceUntil: null,
  validUntil: null,
  kind: null,
  diagnosis: null,
}

/** Was anything of a decision typed? */
export function telkGiven(telk: IntakeTelk): boolean {
  return (
    telk.number.trim() !== '' ||
    telk.decidedOn !== null ||
    telk.percent !== null ||
    telk.attendance !== null ||
    telk.validUntil !== null
  )
}

/** The papers that are here, as the record keeps them. */
export function documentsOf(documents: IntakeInput['documents']): ApplicationInput['documents'] {
  return documentTypes.flatMap((type) => {
    const { present, ...own } = documents[type]
    return present ? [{ type, ...own }] : []
  })
}

function personOf(input: IntakeInput): unknown {
  const { phone, permanentSame, permanentAddress, ...person } = input.person
  const born = bornAs(input.person)
  return {
    ...person,
    ...born,
    birthDate: born.birthDate ?? '',
    permanentAddress: permanentSame === 'yes' ? null : permanentAddress,
    phones: phone === null || phone.trim() === '' ? [] : [{ number: phone }],
    capacity: capacityFor(born.birthDate ?? '2000-01-01', input.filedBy, input.entryDate ?? ''),
    livesAlone: input.livesWith === null ? 'unknown' : input.livesWith === 'alone' ? 'yes' : 'no',
    gp: input.generalPractitioner,
    emergencyContactName: input.emergencyContactName,
    emergencyContactPhone: input.emergencyContactPhone,
  }
}

function representativeOf(input: IntakeInput, kind: RepresentativeKind): unknown {
  return { ...input.representative, kind, documentKind: documentKindOf[kind] }
}

function telkOf(input: IntakeInput): unknown {
  const { attendance, attendanceUntil, validUntil, ...telk } = input.telk
  const { birthDate, sex } = bornAs(input.person)
  const on = telk.decidedOn ?? input.entryDate
  const usual = birthDate && sex && on ? usualTelkKind({ birthDate, sex }, on) : undefined
  return {
    ...telk,
    decidedOn: telk.decidedOn ?? '',
    kind: telk.kind ?? usual,
    attendance: attendance === null ? undefined : attendance === 'yes',
    attendanceUntil:
      attendance !== 'yes' || attendanceUntil === 'lifetime' ? null : attendanceUntil,
    attendanceLifetime: attendance === 'yes' && attendanceUntil === 'lifetime',
    validUntil: validUntil === 'lifetime' ? null : validUntil,
    lifetime: validUntil === 'lifetime',
  }
}

const shape = z.object({
  drawNumber: z.boolean(),
  entryDate: z.string().max(10).nullable(),
  filedBy: z.enum(filedByKinds).nullable(),
  known: z.object({ id: idSchema, version: z.int().nullable() }).nullable(),
  person: z.looseObject({
    idKind: z.enum(['egn', 'lnch', 'other']),
    idNumber: z.string().max(100),
  }),
  representative: z.looseObject({}),
  telk: z.looseObject({ number: z.string().max(200), percent: z.number().nullable() }),
  responsibleId: idSchema.nullish(),
  documents: z.record(
    z.enum(documentTypes),
    z.looseObject({ present: z.boolean(), presentedAs: z.enum(presentedAsKinds) }),
  ),
})

/**
 * The page of an application: judges the person, the representative, the decision and the application
 * together, so that one save names everything that is wrong, each at its field.
 */
export const intakeSchema = z
  .custom<IntakeInput>((value) => shape.safeParse(value).success, 'notAccepted')
  .transform((input, context): Intake => {
    const read = <T>(schema: z.ZodType<T>, value: unknown, ...path: string[]): T | null => {
      const result = schema.safeParse(value)
      if (result.success) return result.data
      for (const issue of result.error.issues)
        context.addIssue({ ...issue, path: [...path, ...issue.path] })
      return null
    }
    if (input.filedBy === null)
      context.addIssue({ code: 'custom', message: 'required', path: ['filedBy'] })
    const savesPerson = input.known === null || input.known.version !== null
    const person = savesPerson ? read(personSchema, personOf(input), 'person') : null
    const kind = representativeKindFor(input.filedBy)
    const representative =
      kind !== undefined && input.representativeId === null
        ? read(representativeSchema, representativeOf(input, kind), 'representative')
        : null
    if (input.filedBy !== null && person && isCivilDate(input.entryDate ?? '')) {
      const { capacity, birthDate } = person
      const age = ageOn(birthDate, input.entryDate ?? '')
      const problem = filingProblem(input.filedBy, { age, capacity })
      if (problem)
        context.addIssue({
          code: 'custom',
          message: problem.code,
          path: ['filedBy'],
          params: problem.params,
        })
    }
    const telk = telkGiven(input.telk) ? read(telkDecisionSchema, telkOf(input), 'telk') : null
    const {
      drawNumber,
      known,
      person: _person,
      representative: _representative,
      telk: _telk,
      documents,
      responsibleId = null,
      ...own
    } = input
    const application = read(applicationInputSchema, {
      ...own,
      entryDate: own.entryDate ?? '',
      filedBy: own.filedBy ?? 'inPerson',
      // A drawn number stands in its place until the transaction that draws it.
      entryNumber: drawNumber ? newRecord : own.entryNumber,
      personId: known?.id ?? newRecord,
      representativeId: kind === undefined ? null : (own.representativeId ?? newRecord),
      documents: documentsOf(documents),
    })
    if (!application || (savesPerson && !person)) return z.NEVER
    return { drawNumber, responsibleId, known, person, representative, telk, application }
  })
