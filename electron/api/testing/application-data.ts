import {
  emptyDocuments,
  emptyTelk,
  type IntakeInput,
  type IntakePerson,
} from '#domain/applications/intake.ts'
import type { DocumentType } from '#domain/applications/schema.ts'
import { personInput } from './person-data.ts'
import { testToday } from './office.ts'

let number = 1200

const address: IntakePerson['currentAddress'] = {
  region: 'Кюстендил',
  municipality: 'Примерна',
  settlementKind: 'village',
  settlement: 'Примерно',
  street: 'Трета',
  streetNumber: '4',
}

/** A person nobody has seen yet, as the page of an application asks for one. */
export function intakePerson(own: Partial<IntakePerson> = {}): IntakePerson {
  return {
    idKind: 'egn',
    idNumber: personInput().idNumber,
    firstName: 'Иван',
    middleName: 'Петров',
    lastName: 'Георгиев',
    birthDate: null,
    sex: null,
    idCardNumber: null,
    idCardIssuedOn: null,
    currentAddress: address,
    permanentSame: 'yes',
    permanentAddress: address,
    phone: '0888123456',
    ...own,
  }
}

/** Papers that were brought. */
export function papers(...types: DocumentType[]): IntakeInput['documents'] {
  const all = emptyDocuments()
  for (const type of types) all[type].present = true
  return all
}

/** A whole application with nothing missing, each call with another number and another person. */
export function intakeInput(own: Partial<IntakeInput> = {}): IntakeInput {
  number += 1
  return {
    drawNumber: false,
    entryNumber: `94-${String(number)}`,
    entryDate: testToday,
    regime: 'assistantSupport',
    service: 'assistantSupport',
    known: null,
    person: intakePerson(),
    filedBy: 'inPerson',
    representativeId: null,
    representative: {
      firstName: '',
      middleName: null,
      lastName: '',
      idNumber: '',
      phone: null,
      documentNumber: null,
      documentDate: null,
      documentIssuer: null,
    },
    eligibilityGroup: 'disabledAdult',
    telk: {
      ...emptyTelk,
      number: '1234',
      decidedOn: '2025-03-01',
      percent: 92,
      attendance: 'yes',
      validUntil: 'lifetime',
      diagnosis: 'Исхемична болест на сърцето',
    },
    livesWith: 'alone',
    householdSize: 1,
    relativesNearby: null,
    usesOtherService: 'no',
    otherServices: [],
    preferredAssistant: '',
    kinship: null,
    substituteAssistant: '',
    preferredHours: '',
    needsDescription: 'Не може да се къпе сам след инсулт.',
    generalPractitioner: '',
    emergencyContactName: 'Мария Георгиева',
    emergencyContactPhone: '0888765432',
    preliminaryAssessmentNumber: '',
    preliminaryAssessmentDate: null,
    declarations: { truth: true, homeAccess: true, noDoubleSupport: true, privacyNotice: true },
    documents: papers('applicationForm', 'idCard', 'telkDecision', 'privacyNotice'),
    note: '',
    ...own,
  }
}
