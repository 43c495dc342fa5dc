import {
  emptyDocuments,
  emptyRepresentative,
  emptyTelk,
  type IntakeInput,
  type IntakePerson,
} from '#domain/applications/intake.ts'
import type { Person } from '#domain/people/schema.ts'
import { today } from '#renderer/shell/clock-time.ts'
import type { ApiClient } from '#renderer/shell/client.ts'

export type Setup = Awaited<ReturnType<ApiClient['applications']['setup']>>
export type Applicant = NonNullable<Awaited<ReturnType<ApiClient['applications']['applicant']>>>

type Address = IntakePerson['currentAddress']

const noAddress: Address = {
  region: null,
  municipality: null,
  settlementKind: 'village',
  settlement: '',
  district: null,
  quarter: null,
  street: null,
  streetNumber: null,
  block: null,
  entrance: null,
  floor: null,
  apartment: null,
  postCode: null,
}

/** What stays from one application to the next; never what an application rests on, nor who files. */
export interface Kept {
  settlementKind: Address['settlementKind']
  settlement: string
  municipality: string | null
  region: string | null
  /** Only for „Запиши и следващо“: a new page begins with today. */
  entryDate: string | null
  /** Dotted names with values, for F4. */
  previous: Readonly<Record<string, unknown>>
}

/** Where the office is: most people live there. */
type Place = Pick<Setup, 'municipality' | 'region'>

export function emptyPerson(setup: Place): IntakePerson {
  const { municipality, region } = setup
  return {
    idKind: 'egn',
    idNumber: '',
    firstName: '',
    middleName: null,
    lastName: '',
    birthDate: null,
    sex: null,
    idCardNumber: null,
    idCardIssuedOn: null,
    currentAddress: { ...noAddress, municipality, region },
    permanentSame: 'yes',
    permanentAddress: { ...noAddress, municipality, region },
    phone: null,
  }
}

/** An empty page. What the law rests on is chosen by a person: group, answers, declarations. */
export function newIntake(setup: Setup, kept?: Kept): IntakeInput {
  const person = emptyPerson(setup)
  if (kept && kept.settlement !== '') {
    const { settlementKind, settlement, municipality, region } = kept
    person.currentAddress = {
      ...person.currentAddress,
      settlementKind,
      settlement,
      municipality,
      region,
    }
  }
  const documents = emptyDocuments()
  // The application itself is the paper in the hand.
  documents.applicationForm.present = true
  return {
    drawNumber: setup.drawNumber,
    entryNumber: '',
    entryDate: kept?.entryDate ?? today(),
    regime: 'assistantSupport',
    service: 'assistantSupport',
    known: null,
    person,
    filedBy: 'inPerson',
    representativeId: null,
    representative: emptyRepresentative,
    eligibilityGroup: null,
    telk: emptyTelk,
    livesWith: null,
    householdSize: null,
    relativesNearby: null,
    usesOtherService: null,
    otherServices: [],
    preferredAssistant: '',
    kinship: null,
    substituteAssistant: '',
    preferredHours: '',
    needsDescription: '',
    generalPractitioner: '',
    emergencyContactName: '',
    emergencyContactPhone: '',
    preliminaryAssessmentNumber: '',
    preliminaryAssessmentDate: null,
    declarations: { truth: false, homeAccess: false, noDoubleSupport: false, privacyNotice: false },
    documents,
    note: '',
    responsibleId: null,
  }
}

/** Another service in use, before anything of it is typed. */
export const emptyService = {
  kind: null as unknown as 'other',
  provider: '',
  reference: '',
  from: null,
  until: null,
}

/** The person on the page, as far as the office already knows them. */
export function knownPerson(setup: Place, applicant: Applicant['person']): IntakePerson {
  const { idKind, firstName, middleName, lastName, birthDate, sex } = applicant
  return { ...emptyPerson(setup), idKind, firstName, middleName, lastName, birthDate, sex }
}

/** Everything of a known person that this page may change. */
export function personToChange(setup: Place, person: Person): IntakePerson {
  const { permanentAddress, currentAddress } = person
  const own = (address: Person['currentAddress']): Address => {
    const { ekatte: _ekatte, ...parts } = address
    return parts
  }
  return {
    ...emptyPerson(setup),
    idKind: person.idKind,
    idNumber: person.idNumber,
    firstName: person.firstName,
    middleName: person.middleName,
    lastName: person.lastName,
    birthDate: person.birthDate,
    sex: person.sex,
    idCardNumber: person.idCardNumber,
    idCardIssuedOn: person.idCardIssuedOn,
    currentAddress: own(currentAddress),
    permanentSame: permanentAddress === null ? 'yes' : 'no',
    permanentAddress: own(permanentAddress ?? currentAddress),
    phone: person.phones[0]?.number ?? null,
  }
}

/** What the next page keeps of the saved one. */
export function keptOf(saved: IntakeInput): Kept {
  const { settlementKind, settlement, municipality, region } = saved.person.currentAddress
  return {
    settlementKind,
    settlement,
    municipality,
    region,
    entryDate: saved.entryDate,
    previous: dotted(repeatable(saved)),
  }
}

/** What F4 may repeat. */
function repeatable(saved: IntakeInput) {
  const { filedBy, representativeId, representative, ...others } = saved
  const { eligibilityGroup, telk, declarations, documents, ...own } = others
  return own
}

/** Names as fields carry them: `person.currentAddress.street`. */
function dotted(value: object, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, own]: [string, unknown]) => {
      const name = prefix === '' ? key : `${prefix}.${key}`
      return own !== null && typeof own === 'object' && !Array.isArray(own)
        ? Object.entries(dotted(own, name))
        : [[name, own]]
    }),
  )
}
