import { ageOn } from '#domain/calendar/civil-date.ts'
import { applicationWarnings } from '#domain/applications/eligibility.ts'
import type { FilingFacts } from '#domain/applications/filing.ts'
import { completeness, doubleSupport, type ApplicantFacts } from '#domain/applications/rules.ts'
import type { ApplicationInput, ApplicationState } from '#domain/applications/schema.ts'
import { pensionAgeReachedOn } from '#domain/people/pension-age.ts'
import type { Person } from '#domain/people/schema.ts'
import { hasAttendanceOn, telkInForceOn, telkStateOn } from '#domain/people/telk.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { DatedSetting } from '#domain/settings/rules.ts'
import type { SettingKey } from '#domain/settings/catalogue.ts'
import type { Db } from '#db/connection.ts'
import { getOffice } from '#db/queries/office.ts'
import { getRepresentative, listTelkDecisions } from '#db/queries/people-parts.ts'
import { getPerson } from '#db/queries/people.ts'
import { existing } from '../kernel/faults.ts'
import { datedSettings } from '../kernel/settings.ts'

/** Rules that an application is judged by. */
const keys: SettingKey[] = [
  'preliminaryAssessmentDays',
  'assessmentAndPlanDays',
  'missingDocumentsDays',
  'minReasonLength',
]

/** Dated values of the rules that an application is judged by. */
export const applicationSettings = (db: Db): DatedSetting[] => datedSettings(db, keys)

/** What the list of papers must know of the applicant besides the form. */
export function applicantFacts(db: Db, application: ApplicationInput): ApplicantFacts {
  const person = existing(getPerson(db, application.personId))
  const representative =
    application.representativeId === null
      ? undefined
      : getRepresentative(db, application.representativeId)
  const decisions = listTelkDecisions(db, person.id)
  return {
    age: ageOn(person.birthDate, application.entryDate),
    pensionAgeDate: pensionAgeReachedOn(person.birthDate, person.sex),
    hasTelkDecision: decisions.some((decision) => decision.inForce),
    telk: telkInForceOn(decisions, application.entryDate) ?? null,
    representative: representative?.kind ?? null,
  }
}

/** What decides who may file for this person. */
export const filingFacts = (person: Person, entryDate: string): FilingFacts => ({
  age: ageOn(person.birthDate, entryDate),
  capacity: person.capacity,
})

export function missingOf(db: Db, application: ApplicationInput): Problem[] {
  return completeness(application, applicantFacts(db, application))
}

/** Other help for the same needs that has not ended on that day (ЗСУ чл. 93, ал. 2 и 5). */
export function doubleSupportOf(
  application: Pick<ApplicationInput, 'otherServices'>,
  today: string,
  override: { byHead: boolean; reason: string } | null,
  minReasonLength: number,
): Problem[] {
  const period = { from: today, to: null }
  return doubleSupport(application.otherServices, period, override, minReasonLength)
}

/** Said, but nothing is stopped: an address in another municipality, a group that the decision does not fit. */
export function warningsOf(
  db: Db,
  municipality: string | null,
  application?: ApplicationInput,
): Problem[] {
  return applicationWarnings({
    currentMunicipality: municipality,
    officeMunicipality: getOffice(db).data.municipality,
    ...(application && {
      eligibilityGroup: application.eligibilityGroup,
      ...telkFacts(db, application),
    }),
  })
}

function telkFacts(db: Db, { personId, entryDate }: ApplicationInput) {
  const decision = telkInForceOn(listTelkDecisions(db, personId), entryDate)
  if (!decision) return {}
  const person = existing(getPerson(db, personId))
  const term = telkStateOn(decision, person, entryDate)
  return {
    hasAttendance: hasAttendanceOn(decision, person, entryDate),
    telkExpiredDate: term.state === 'expired' ? term.until : null,
  }
}

const afterAssessment: readonly ApplicationState[] = [
  'assessed',
  'approved',
  'reserve',
  'waiting',
  'belowThreshold',
  'withContract',
]

/** Did the individual assessment reach a result? */
export const isAssessed = (state: ApplicationState): boolean => afterAssessment.includes(state)
