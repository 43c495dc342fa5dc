import { useWatch } from 'react-hook-form'
import {
  bornAs,
  representativeKindFor,
  telkGiven,
  type IntakeInput,
} from '#domain/applications/intake.ts'
import type { ApplicantFacts } from '#domain/applications/rules.ts'
import { ageOn } from '#domain/calendar/civil-date.ts'
import { today } from '#renderer/shell/clock-time.ts'
import type { Applicant } from './intake-values.ts'

/** What the list of papers and the checks must know of the applicant, as the page stands now. */
export function useApplicantFacts(applicant: Applicant | undefined): ApplicantFacts {
  const [idKind, idNumber, birthDate, sex, entryDate, filedBy, telk] = useWatch<
    IntakeInput,
    [
      'person.idKind',
      'person.idNumber',
      'person.birthDate',
      'person.sex',
      'entryDate',
      'filedBy',
      'telk',
    ]
  >({
    name: [
      'person.idKind',
      'person.idNumber',
      'person.birthDate',
      'person.sex',
      'entryDate',
      'filedBy',
      'telk',
    ],
  })
  const born = applicant?.person.birthDate ?? bornAs({ idKind, idNumber, birthDate, sex }).birthDate
  return {
    // Until the birth date is known an adult is meant.
    age: born === null ? 40 : ageOn(born, entryDate ?? today()),
    hasTelkDecision: telkGiven(telk) || (applicant?.telk ?? null) !== null,
    representative: representativeKindFor(filedBy) ?? null,
  }
}
