import { useWatch } from 'react-hook-form'
import {
  bornAs,
  capacityFor,
  representativeKindFor,
  telkGiven,
  type IntakeInput,
} from '#domain/applications/intake.ts'
import type { GroupWarningFacts } from '#domain/applications/eligibility.ts'
import type { ApplicantFacts } from '#domain/applications/rules.ts'
import { ageOn } from '#domain/calendar/civil-date.ts'
import { pensionAgeReachedOn } from '#domain/people/pension-age.ts'
import type { Capacity } from '#domain/people/schema.ts'
import { today } from '#renderer/shell/clock-time.ts'
import type { Applicant } from './intake-values.ts'

export interface PageFacts extends ApplicantFacts {
  /** Null until the birth date is known. */
  capacity: Capacity | null
  /** For the doubts about the group. */
  group: Pick<GroupWarningFacts, 'hasAttendance' | 'telkExpiredDate'>
}

/** What the list of papers and the checks must know of the applicant, as the page stands now. */
export function useApplicantFacts(applicant: Applicant | undefined): PageFacts {
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
  const born = applicant?.person ?? bornAs({ idKind, idNumber, birthDate, sex })
  const on = entryDate ?? today()
  const given = telkGiven(telk)
  const decision = given
    ? { attendance: telk.attendance && telk.attendance === 'yes', until: telk.validUntil }
    : applicant?.telk && {
        attendance: applicant.telk.attendance,
        until: applicant.telk.lifetime ? 'lifetime' : applicant.telk.validUntil,
      }
  const until = decision?.until ?? 'lifetime'
  return {
    group: {
      hasAttendance: decision?.attendance ?? null,
      telkExpiredDate: until !== 'lifetime' && until < on ? until : null,
    },
    // Until the birth date is known an adult is meant.
    age: born.birthDate === null ? 40 : ageOn(born.birthDate, on),
    pensionAgeDate:
      born.birthDate === null || born.sex === null
        ? null
        : pensionAgeReachedOn(born.birthDate, born.sex),
    capacity:
      applicant?.person.capacity ??
      (born.birthDate === null ? null : capacityFor(born.birthDate, filedBy, on)),
    hasTelkDecision: given || (applicant?.telk ?? null) !== null,
    telk: given
      ? {
          percent: telk.percent,
          attendance: telk.attendance === null ? null : telk.attendance === 'yes',
        }
      : (applicant?.telk ?? null),
    representative: representativeKindFor(filedBy) ?? null,
  }
}
