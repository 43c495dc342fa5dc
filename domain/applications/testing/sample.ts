import type { ApplicationInput } from '../schema.ts'

/** An application as the form holds it, of a person who is there; nothing but its papers is missing. */
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
