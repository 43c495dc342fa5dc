import { doubleSupport } from '#domain/applications/rules.ts'
import type { ContractFacts } from '#domain/contracts/facts.ts'
import {
  contractProblems,
  contractWarnings,
  signingModeProblem,
  type ContractContext,
} from '#domain/contracts/rules.ts'
import type { ContractInput } from '#domain/contracts/schema.ts'
import { termKindOf } from '#domain/contracts/term.ts'
import { signingOf } from '#domain/people/rules.ts'
import { minutesPerWeekday } from '#domain/plans/hours.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { activityById } from '#domain/regimes/activities.ts'
import { activityGroupNames } from '#domain/regimes/activities-data.ts'
import type { RegimeLimits } from '#domain/regimes/catalogue.ts'
import { limitsOn, serviceById } from '#domain/regimes/rules.ts'
import type { Db } from '#db/connection.ts'
import { findApplicationRow, getApplication } from '#db/queries/applications.ts'
import { assessmentsOfApplication, findAssessmentRow } from '#db/queries/assessments.ts'
import { contractsOfPerson } from '#db/queries/contracts.ts'
import { getRepresentative, listRepresentatives } from '#db/queries/people-parts.ts'
import { getPerson } from '#db/queries/people.ts'
import { findPlanRow, getPlan } from '#db/queries/plans.ts'
import { settingsOn } from '#db/queries/settings.ts'
import { buildContract, emptyLinesOf, missingForContract } from '#papers/contracts/builder.ts'
import { agreedActivities, complaintsAddressee } from '#papers/contracts/defaults.ts'
import type { PaperToFreeze } from '../kernel/freezing.ts'
import { documentOf, entitlementOf } from './entitlement.ts'
import { existing, notFound } from '../kernel/faults.ts'
import { factsOf, providerFacts, representativeFacts } from '../kernel/parties.ts'
import { settingValue } from '../kernel/settings.ts'

/** A contract as the form holds it, with whose it is; `id` null = not saved yet. */
export interface ContractCase {
  id: string | null
  personId: string
  input: ContractInput
}

/** Limits of the service on a civil date, with the office's own dated ones. */
export function limitsFor(db: Db, service: ContractInput['service'], date: string): RegimeLimits {
  const settings = [...settingsOn(db, date)].map(([key, value]) => ({ key, ...value }))
  const limits = limitsOn(serviceById(service).regime, date, settings)
  if (!limits) throw notFound()
  return limits
}

/** The records that a contract rests on belong to the person; otherwise NOT_FOUND. */
export function demandOwnRecords(db: Db, { personId, input }: ContractCase): void {
  const application = existing(findApplicationRow(db, input.applicationId))
  const assessment = existing(findAssessmentRow(db, input.assessmentId))
  const plan = existing(findPlanRow(db, input.planId))
  const representative =
    input.representativeId === null ? undefined : getRepresentative(db, input.representativeId)
  if (
    application.personId !== personId ||
    assessment.applicationId !== application.id ||
    plan.applicationId !== application.id ||
    (input.representativeId !== null && representative?.personId !== personId)
  )
    throw notFound()
}

function contextOf(db: Db, { personId, input }: ContractCase): ContractContext {
  const person = existing(getPerson(db, personId))
  const application = getApplication(db, input.applicationId)
  const assessment = findAssessmentRow(db, input.assessmentId)
  const plan = findPlanRow(db, input.planId)
  const representative =
    input.representativeId === null ? undefined : getRepresentative(db, input.representativeId)
  const lastApproved = assessmentsOfApplication(db, application.id).find(
    ({ status }) => status === 'approved',
  )
  return {
    personId,
    deathDate: person.deathDate,
    applicationState: application.state,
    assessment: assessment
      ? {
          status: assessment.status,
          approvedOn: assessment.approvalDate,
          grantedMinutes: assessment.grantedMinutes ?? 0,
          isLatest: lastApproved === undefined || lastApproved.id === assessment.id,
        }
      : null,
    plan: plan
      ? {
          status: plan.status,
          approvedOn: plan.planDate,
          assessmentId: plan.assessmentId,
          validFrom: plan.validFrom,
          validTo: plan.validTo,
          maxMinutesPerMonth: plan.maxMinutes,
        }
      : null,
    representative: representative
      ? {
          quality: representative.kind,
          hasDocument: representative.documentNumber !== null,
          validFrom: representative.validFrom,
          validTo: representative.validUntil,
        }
      : null,
    contracts: contractsOfPerson(db, personId).map((row) => ({
      id: row.id,
      service: row.service,
      status: row.status,
      number: row.number,
      startDate: row.startDate,
      endDate: row.endDate,
      endedOn: row.endedOn,
    })),
    limits: limitsFor(db, input.service, input.startDate),
    doubleSupport: doubleSupport(
      application.otherServices,
      { from: input.startDate, to: input.endDate },
      application.overrideReason === ''
        ? null
        : { byHead: application.overrideBy !== null, reason: application.overrideReason },
      settingValue(db, 'minReasonLength', input.contractDate),
    ),
    fundingEnd: null,
  }
}

/** Everything the paper says; number null = „ПРОЕКТ“. */
export function contractPaperFacts(
  db: Db,
  { personId, input }: ContractCase,
  number: string | null,
): ContractFacts {
  const person = existing(getPerson(db, personId))
  const application = getApplication(db, input.applicationId)
  const assessment = existing(findAssessmentRow(db, input.assessmentId))
  const plan = getPlan(db, input.planId)
  const representative =
    input.representativeId === null ? undefined : getRepresentative(db, input.representativeId)
  const limits = limitsFor(db, input.service, input.startDate)
  const service = serviceById(input.service)
  const provider = providerFacts(db, { chiefAccountant: input.accountantSigns })
  return {
    draft: number === null,
    number,
    date: input.contractDate,
    place: input.place,
    provider,
    person: factsOf(db, person),
    representative: representative ? representativeFacts(representative) : null,
    signing: {
      mode: input.signingMode,
      witnesses:
        input.signingMode === 'thumbprint'
          ? [0, 1].map((place) => ({
              fullName: input.witnesses[place]?.fullName ?? '',
              identifier: input.witnesses[place]?.identifier || null,
            }))
          : [],
      ownWish: person.ownWishText,
    },
    service: service.name,
    legalBasis: service.legalBasis,
    basis: {
      application: { number: application.entryNumber, date: application.entryDate },
      preliminaryAssessment:
        application.preliminaryAssessmentNumber !== '' &&
        application.preliminaryAssessmentDate !== null
          ? {
              number: application.preliminaryAssessmentNumber,
              date: application.preliminaryAssessmentDate,
            }
          : null,
      assessment: { number: assessment.number ?? '', date: assessment.assessmentDate ?? '' },
      plan: { number: plan.row.number ?? '', date: plan.row.planDate ?? plan.row.validFrom },
    },
    entitlement: entitlementOf(db, application, input.contractDate),
    birthCertificate: documentOf(application, 'birthCertificate'),
    subject: {
      activities: agreedActivities(plan.input.rows.map(({ activity }) => activity)),
      placeOfService: input.placeOfService,
    },
    volume: {
      minutesPerMonth: assessment.grantedMinutes ?? 0,
      minutesPerWeek: plan.row.weekMinutes,
      minutesPerDay: Math.max(0, ...minutesPerWeekday(plan.input.rows)),
      dailyLimitMinutes: limits.dailyMaxMinutes ?? 0,
      week: plan.input.rows.map((row) => {
        const activity = activityById(row.activity)
        return {
          activity: activity?.name ?? row.activity,
          activityGroup: activity ? activityGroupNames[activity.group] : '',
          weekdays: row.weekdays,
          fromMinute: row.fromMinute,
          toMinute: row.toMinute,
          assistant: row.assistant === '' ? null : row.assistant,
        }
      }),
    },
    term: {
      startDate: input.startDate,
      endDate: input.endDate,
      // A term that no kind covers is never issued; a draft shows the longest.
      kind: termKindOf(input.startDate, input.endDate, limits) ?? 'long',
    },
    fee: { monthlyCents: input.feeMonthlyCents, basisText: input.feeBasisText },
    caseManager: {
      name: input.caseManagerName,
      position: input.caseManagerPosition,
      phone: input.caseManagerPhone === '' ? null : input.caseManagerPhone,
    },
    assistants: input.assistants,
    privacy: { officer: settingValue(db, 'dataProtectionOfficer', input.contractDate) || null },
    complaints: { addressee: complaintsAddressee(provider) },
    coordinatedBy: settingValue(db, 'contractCoordination', input.contractDate)
      .split(';')
      .map((position) => position.trim())
      .filter(Boolean),
    copies: input.copies,
  }
}

/** The person's capacity decides who signs; nobody entitled to sign means no contract. */
function signingFaults(db: Db, { personId, input }: ContractCase): Problem[] {
  const person = existing(getPerson(db, personId))
  const { mode, problem } = signingOf(person, listRepresentatives(db, personId), input.contractDate)
  if (mode === 'cannotSign') return [problem ?? { code: 'representativeMissing' }]
  const wrong = signingModeProblem(mode, {
    mode: input.signingMode,
    withRepresentative: input.representativeId !== null,
  })
  return wrong ? [wrong] : []
}

/** Names the value of the paper by where it stands among the facts. */
const naming = (problem: Problem): Problem => ({
  ...problem,
  params: { what: (problem.path ?? []).join('.') },
})

/** Everything that stands between this contract and „Издай“, the rules and the values of the paper. */
export function contractFaults(db: Db, one: ContractCase): Problem[] {
  const missing = missingForContract(contractPaperFacts(db, one, null))
  const rules = [
    ...contractProblems(one.input, contextOf(db, one), one.id),
    ...signingFaults(db, one),
  ]
  const named = new Set(rules.map(({ code }) => code))
  return [
    ...rules,
    ...missing
      .filter(({ code }) => !named.has(code))
      .map((problem) => (problem.code === 'paperValueMissing' ? naming(problem) : problem)),
  ]
}

/** What does not stop this contract and is said all the same. */
export function warningsOf(db: Db, one: ContractCase): Problem[] {
  const { preliminaryAssessmentNumber } = getApplication(db, one.input.applicationId)
  return [
    ...contractWarnings(one.input, { preliminaryRecorded: preliminaryAssessmentNumber !== '' }),
    ...emptyLinesOf(contractPaperFacts(db, one, null)).map(naming),
  ]
}

/** The paper ready for the compiler. */
export function contractPaper(db: Db, one: ContractCase, number: string | null): PaperToFreeze {
  const { data, documentDate, textVersion, dataHash } = buildContract(
    contractPaperFacts(db, one, number),
  )
  return { request: { layout: 'contract', data, documentDate }, textVersion, dataHash }
}
