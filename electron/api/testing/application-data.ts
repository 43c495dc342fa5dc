import type { IntakeInput, IntakePerson } from '#domain/applications/intake.ts'
import type { ApplicationInput } from '#domain/applications/schema.ts'
import { newPerson, wholeIntake } from './intake-data.ts'
import { testToday } from './office.ts'
import { personInput } from './person-data.ts'

let number = 1200

/** Each call another person. */
export function intakePerson(own: Partial<IntakePerson> = {}): IntakePerson {
  return newPerson(personInput().idNumber, own)
}

/** Each call another number and another person. */
export function intakeInput(own: Partial<IntakeInput> = {}): IntakeInput {
  number += 1
  return wholeIntake({
    entryNumber: `94-${String(number)}`,
    entryDate: testToday,
    person: intakePerson(),
    ...own,
  })
}

/** An application as it stands in the tables, of a person who is there. */
export function applicationInput(
  own: Pick<ApplicationInput, 'personId' | 'entryNumber' | 'entryDate'> & Partial<ApplicationInput>,
): ApplicationInput {
  return {
    regime: 'assistantSupport',
    service: 'assistantSupport',
    eligibilityGroup: 'disabledAdult',
    filedBy: 'inPerson',
    representativeId: null,
    livesWith: 'alone',
    householdSize: 1,
    relativesNearby: 'no',
    usesOtherService: 'no',
    otherServices: [],
    preferredAssistant: '',
    kinship: null,
    substituteAssistant: '',
    preferredHours: '',
    needsDescription: 'Къпане и пазаруване.',
    generalPractitioner: '',
    emergencyContactName: '',
    emergencyContactPhone: '',
    preliminaryAssessmentNumber: '',
    preliminaryAssessmentDate: null,
    declarations: { truth: true, homeAccess: true, noDoubleSupport: true, privacyNotice: true },
    documents: [],
    note: '',
    ...own,
  }
}
