import type { FinishContext } from '#domain/assessments/finish.ts'
import type { AssessmentAnswer, AssessmentInput } from '#domain/assessments/schema.ts'
import { ageOn } from '#domain/calendar/civil-date.ts'
import type { Methodology } from '#domain/methodologies/schema.ts'
import { limitsOn, serviceById } from '#domain/regimes/rules.ts'
import type { SettingKey } from '#domain/settings/catalogue.ts'
import type { DatedSetting } from '#domain/settings/rules.ts'
import type { Db } from '#db/connection.ts'
import { getApplication } from '#db/queries/applications.ts'
import { assessmentsOfApplication, getAssessment } from '#db/queries/assessments.ts'
import { contractToSign } from '#db/queries/contracts.ts'
import { getMethodology, methodologyOnDate } from '#db/queries/methodologies.ts'
import { getPerson } from '#db/queries/people.ts'
import { settingsOn } from '#db/queries/settings.ts'
import type { ApplicationRow } from '#db/schema/applications.ts'
import type { AssessmentRow } from '#db/schema/assessments.ts'
import type { Person } from '#domain/people/schema.ts'
import { existing } from '../kernel/faults.ts'

const keys: SettingKey[] = [
  'minReasonLength',
  'changeNeedsReason',
  'minTeamSize',
  'dailyMaxMinutes',
]

/** The dated rules an assessment is judged by on this day. */
export function assessmentSettings(db: Db, date: string): DatedSetting[] {
  const own = settingsOn(db, date)
  return keys.flatMap((key) => {
    const set = own.get(key)
    return set ? [{ key, value: set.value, validFrom: set.validFrom, source: set.source }] : []
  })
}

/** What surrounds the sheets of one application. */
export interface AssessmentCase {
  application: ApplicationRow
  person: Person
  /** Newest revision first. */
  all: AssessmentRow[]
  /** Issued on this application and not signed yet. */
  contractToSign: { id: string; number: string | null } | null
}

/** Throws NOT_FOUND. */
export function assessmentCase(db: Db, applicationId: string): AssessmentCase {
  const application = getApplication(db, applicationId)
  return {
    application,
    person: existing(getPerson(db, application.personId)),
    all: assessmentsOfApplication(db, applicationId),
    contractToSign: contractToSign(db, applicationId) ?? null,
  }
}

/** Begun and not closed: one at a time. */
export const openOf = (all: readonly AssessmentRow[]): AssessmentRow | undefined =>
  all.find((row) => ['draft', 'returned', 'finished'].includes(row.status))

export interface Previous {
  id: string
  number: string | null
  date: string | null
  answers: AssessmentAnswer[]
}

/** The sheet that the rows are held against; it was settled when the sheet began. */
export function previousOf(db: Db, previousId: string | null): Previous | null {
  if (previousId === null) return null
  const { row, input } = getAssessment(db, previousId)
  return { id: row.id, number: row.number, date: row.assessmentDate, answers: input.answers }
}

/** Completed years on the day of the assessment, of the visit, or today while neither is known. */
export function ageAt(
  person: Pick<Person, 'birthDate'>,
  sheet: Pick<AssessmentInput, 'assessmentDate' | 'visitDate'>,
  today: string,
): number {
  return ageOn(person.birthDate, sheet.assessmentDate ?? sheet.visitDate ?? today)
}

/** Everything `finish` judges with. */
export function finishContext(
  db: Db,
  { application, person }: Pick<AssessmentCase, 'application' | 'person'>,
  input: AssessmentInput,
  methodology: Methodology,
  previous: Previous | null,
  today: string,
): FinishContext {
  const settings = assessmentSettings(db, today)
  const { regime } = serviceById(application.service)
  return {
    today,
    entryDate: application.entryDate,
    age: ageAt(person, input, today),
    methodology,
    previous: previous?.answers ?? [],
    dailyMaxMinutes: limitsOn(regime, today, settings)?.dailyMaxMinutes ?? null,
    settings,
  }
}

/** A version that holds today and is newer than the one the sheet stays with. */
export function newerMethodology(db: Db, methodologyVersionId: string, today: string) {
  const own = getMethodology(db, methodologyVersionId)
  const current = methodologyOnDate(db, today)
  return current && current.id !== own.id && current.validFrom >= own.validFrom
    ? { name: current.name, number: current.number, validFrom: current.validFrom }
    : null
}
