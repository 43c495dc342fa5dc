import { addDays } from '#domain/calendar/civil-date.ts'
import type { OwnDay } from '#domain/calendar/schema.ts'
import { termEnd } from '#domain/calendar/working-days.ts'
import { verdict } from '#domain/problems/schema.ts'
import type { Problem, Verdict } from '#domain/problems/schema.ts'
import type { ServiceId } from '#domain/regimes/catalogue.ts'
import { settingOn } from '#domain/settings/rules.ts'
import type { DatedSetting } from '#domain/settings/rules.ts'
import type { Certainty } from '#domain/settings/catalogue.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import { normalRegistryNumber } from '#domain/text/registry-number.ts'
import { futureDates } from './dates.ts'
import { groupProblems, type GroupFacts } from './eligibility.ts'
import { filingProblem, type FilingFacts } from './filing.ts'
import { documentTypes } from './schema.ts'
import type {
  ApplicationInput,
  ApplicationState,
  DocumentType,
  OtherServiceKind,
  ShownApplicationState,
} from './schema.ts'
import { isOpen } from './states.ts'

/** What the list of papers needs to know about the person besides the form. */
export interface ApplicantFacts extends GroupFacts {
  representative: 'parent' | 'guardian' | 'curator' | 'proxy' | null
}

export interface ChecklistRow {
  type: DocumentType
  needed: boolean
  present: boolean
}

const alwaysShown: readonly DocumentType[] = [
  'applicationForm',
  'idCard',
  'telkDecision',
  'medicalDocument',
  'guardianshipCertificate',
  'powerOfAttorney',
  'privacyNotice',
]

/**
 * The list of papers („Опис на документите“): which are needed for this applicant and which are
 * here (practice notes 2.2). Group 1 proves inability by a medical document instead of ТЕЛК.
 */
export function documentChecklist(
  application: Pick<ApplicationInput, 'eligibilityGroup' | 'documents'>,
  applicant: Pick<ApplicantFacts, 'age' | 'representative'>,
): ChecklistRow[] {
  const group = application.eligibilityGroup
  const needs: Partial<Record<DocumentType, boolean>> = {
    applicationForm: true,
    idCard: applicant.age >= 14,
    birthCertificate: applicant.age < 14,
    representativeId: applicant.representative !== null,
    telkDecision: group === 'disabledAdult' || group === 'disabledChild',
    medicalDocument: group === 'overWorkingAge',
    guardianshipCertificate:
      applicant.representative === 'guardian' || applicant.representative === 'curator',
    powerOfAttorney: applicant.representative === 'proxy',
    privacyNotice: true,
  }
  const present = new Set(application.documents.map((document) => document.type))
  return documentTypes
    .map((type) => ({ type, needed: needs[type] ?? false, present: present.has(type) }))
    .filter((row) => row.needed || row.present || alwaysShown.includes(row.type))
}

/** What is still missing before the application may be admitted, each with its field. */
export function completeness(application: ApplicationInput, applicant: ApplicantFacts): Problem[] {
  const problems = groupProblems(application, applicant)
  const missing = (code: string, field: string) => problems.push({ code, path: [field] })
  if (!application.livesWith) missing('livesWithMissing', 'livesWith')
  if (!application.usesOtherService || application.usesOtherService === 'unknown')
    missing('otherServiceUnanswered', 'usesOtherService')
  for (const declaration of ['truth', 'homeAccess', 'privacyNotice'] as const)
    if (!application.declarations[declaration])
      problems.push({ code: 'declarationMissing', path: ['declarations', declaration] })
  // Who declares another service names it in the rows instead of declaring that there is none.
  if (!application.declarations.noDoubleSupport && application.otherServices.length === 0)
    problems.push({ code: 'declarationMissing', path: ['declarations', 'noDoubleSupport'] })
  for (const row of documentChecklist(application, applicant))
    if (row.needed && !row.present)
      problems.push({
        code: 'documentMissing',
        path: ['documents', row.type],
        params: { type: row.type },
      })
  return problems
}

export interface ExistingApplication {
  id: string
  personId: string
  service: ServiceId
  state: ShownApplicationState
  entryNumber: string
  entryDate: string
}

/** One open application of a person for a service: `applicationAlreadyOpen` with its number. */
export function oneOpenApplication(
  candidate: { id: string | null; personId: string; service: ServiceId },
  existing: readonly ExistingApplication[],
): Problem | undefined {
  const other = existing.find(
    (known) =>
      known.id !== candidate.id &&
      known.personId === candidate.personId &&
      known.service === (candidate.service as string) &&
      isOpen(known.state),
  )
  return other
    ? {
        code: 'applicationAlreadyOpen',
        path: ['personId'],
        params: {
          applicationId: other.id,
          entryNumber: other.entryNumber,
          entryDate: other.entryDate,
        },
      }
    : undefined
}

/** Same вх. № in the same year on another application: `entryNumberTaken`. */
export function entryNumberFree(
  candidate: { id: string | null; entryNumber: string; entryDate: string },
  existing: readonly Pick<ExistingApplication, 'id' | 'entryNumber' | 'entryDate'>[],
): Problem | undefined {
  const year = candidate.entryDate.slice(0, 4)
  const number = normalRegistryNumber(candidate.entryNumber)
  const other = existing.find(
    (known) =>
      known.id !== candidate.id &&
      normalRegistryNumber(known.entryNumber) === number &&
      known.entryDate.slice(0, 4) === year,
  )
  return other
    ? {
        code: 'entryNumberTaken',
        path: ['entryNumber'],
        params: { entryNumber: candidate.entryNumber, year: Number(year), applicationId: other.id },
      }
    : undefined
}

/** What forbids saving an application at all, finished or not. */
export function savingProblems(
  candidate: Omit<ExistingApplication, 'id' | 'state'> & { id: string | null } & Pick<
      ApplicationInput,
      'filedBy' | 'preliminaryAssessmentDate' | 'documents'
    >,
  applicant: FilingFacts,
  existing: readonly ExistingApplication[],
  today: string,
): Verdict {
  return verdict([
    ...futureDates(candidate, today),
    filingProblem(candidate.filedBy, applicant),
    oneOpenApplication(candidate, existing),
    entryNumberFree(candidate, existing),
  ])
}

/** A service in use, declared by the person or known to the office. */
export interface UsedService {
  kind: OtherServiceKind
  reference: string
  from: string | null
  until: string | null
}

const excluding: readonly OtherServiceKind[] = [
  'personalAssistance',
  'assistantSupportElsewhere',
  'homeCareProgramme',
  'residentialCare',
]

/**
 * Double support (ЗСУ чл. 93, ал. 2, т. 2 и ал. 5): other help for the same needs that would still
 * run between `from` and `to` (null = open end). The head may go on, with a reason, but never against
 * residential care.
 */
export function doubleSupport(
  used: readonly UsedService[],
  period: { from: string; to: string | null },
  override: { byHead: boolean; reason: string } | null,
  minReasonLength: number,
): Problem[] {
  const overlapping = used.filter(
    (service) =>
      excluding.includes(service.kind) &&
      (service.until === null || service.until >= period.from) &&
      (period.to === null || service.from === null || service.from <= period.to),
  )
  const residential = overlapping.filter(({ kind }) => kind === 'residentialCare')
  // Nobody may go on against residential care: ал. 5 leaves no choice.
  if (residential.length > 0)
    return residential.map(({ reference }) => ({
      code: 'residentialCareExcludes',
      path: ['otherServices'],
      params: { reference },
    }))
  if (overlapping.length === 0) return []
  if (override?.byHead) {
    const problem = reasonProblem(override.reason, minReasonLength, 'overrideReason')
    return problem ? [problem] : []
  }
  return overlapping.map((service) => ({
    code: 'doubleSupport',
    path: ['otherServices'],
    params: { service: service.kind, reference: service.reference },
  }))
}

export interface Deadline {
  code: 'missingDocuments' | 'preliminaryAssessment' | 'assessment' | 'supportPlan'
  /** The day from which the days are counted. */
  fromDate: string
  dueDate: string
  days: number
  /** Article or order behind the number of days; null = habit of the office. */
  source: string | null
  certainty: Certainty | null
}

/** How far the case has come, as far as terms depend on it. */
export interface DeadlineFacts {
  state: ApplicationState
  entryDate: string
  documentsLetterDate: string | null
  preliminaryAssessmentDate: string | null
  assessmentApprovedDate: string | null
  planReadyDate: string | null
}

/**
 * Terms that run for an open application, soonest first, counted in calendar days from the entry
 * with the rule that held on that day; the last day is a working one, by the calendar and `own` days
 * of the office. What is done has no term any more.
 */
export function applicationDeadlines(
  facts: DeadlineFacts,
  settings: readonly DatedSetting[],
  own: readonly OwnDay[],
): Deadline[] {
  if (!isOpen(facts.state) || facts.state === 'draft') return []
  const deadlines: Deadline[] = []
  const add = (
    code: Deadline['code'],
    from: string,
    key: 'missingDocumentsDays' | 'preliminaryAssessmentDays' | 'assessmentAndPlanDays',
  ) => {
    const { value, source, certainty } = settingOn(settings, key, from)
    deadlines.push({
      code,
      fromDate: from,
      dueDate: termEnd(addDays(from, value), own),
      days: value,
      source,
      certainty,
    })
  }
  // Who files at the counter is told at once; a letter begins the term anew.
  if (facts.state === 'incomplete')
    add('missingDocuments', facts.documentsLetterDate ?? facts.entryDate, 'missingDocumentsDays')
  if (facts.state !== 'withContract') {
    if (!facts.preliminaryAssessmentDate)
      add('preliminaryAssessment', facts.entryDate, 'preliminaryAssessmentDays')
    if (!facts.assessmentApprovedDate) add('assessment', facts.entryDate, 'assessmentAndPlanDays')
    if (!facts.planReadyDate && facts.state !== 'waiting' && facts.state !== 'reserve')
      add('supportPlan', facts.entryDate, 'assessmentAndPlanDays')
  }
  return deadlines.sort((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0))
}
