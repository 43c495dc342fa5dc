import {
  emptyDocuments,
  emptyRepresentative,
  emptyTelk,
  type IntakeInput,
  type IntakePerson,
} from '#domain/applications/intake.ts'
import type { DocumentType } from '#domain/applications/schema.ts'

const address: IntakePerson['currentAddress'] = {
  region: 'Кюстендил',
  municipality: 'Примерна',
  settlementKind: 'village',
  settlement: 'Примерно',
  street: 'Трета',
  streetNumber: '4',
}

/** An invented man as the page of an application asks for a person nobody has seen yet. */
export function newPerson(idNumber: string, own: Partial<IntakePerson> = {}): IntakePerson {
  return {
    idKind: 'egn',
    idNumber,
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

/** A whole application with nothing missing. */
export function wholeIntake(
  own: Pick<IntakeInput, 'entryNumber' | 'entryDate' | 'person'> & Partial<IntakeInput>,
): IntakeInput {
  return {
    drawNumber: false,
    regime: 'assistantSupport',
    service: 'assistantSupport',
    known: null,
    filedBy: 'inPerson',
    representativeId: null,
    representative: emptyRepresentative,
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
