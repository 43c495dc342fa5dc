import { contractStatusOn, lastDayOf } from '#domain/contracts/days.ts'
import { firstFreeDay } from '#domain/contracts/rules.ts'
import { aliveStatuses, runningStatuses, type ContractInput } from '#domain/contracts/schema.ts'
import { endOfTermKind } from '#domain/contracts/term.ts'
import { signingOf } from '#domain/people/rules.ts'
import type { PlanInput } from '#domain/plans/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { ServiceId } from '#domain/regimes/catalogue.ts'
import { serviceById } from '#domain/regimes/rules.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { getAccount, listAccounts } from '#db/queries/accounts.ts'
import { getApplication } from '#db/queries/applications.ts'
import { findAssessmentRow } from '#db/queries/assessments.ts'
import { assistantsOn } from '#db/queries/assignments.ts'
import { caseOfPerson } from '#db/queries/cases.ts'
import { contractDraftOf, contractsOfPerson } from '#db/queries/contracts.ts'
import { listRepresentatives } from '#db/queries/people-parts.ts'
import { getPerson } from '#db/queries/people.ts'
import { getPlan } from '#db/queries/plans.ts'
import type { ContractRow } from '#db/schema/contracts.ts'
import type { SupportPlanRow } from '#db/schema/plans.ts'
import type { ApplicationRow } from '#db/schema/applications.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { contractDefaults } from '#papers/contracts/defaults.ts'
import { limitsFor } from './facts.ts'
import type { PlacedProblem } from './places.ts'
import { habitOf } from '../kernel/habits.ts'
import { existing } from '../kernel/faults.ts'
import { placeOf } from '../kernel/parties.ts'
import { settingValue } from '../kernel/settings.ts'

/** What an account chose in its last contract; the next one begins with it. */
export interface ContractHabit {
  place: string
  copies: number
  accountantSigns: boolean
}

/** A contract filled in from what the office knows, or what must be there first. */
export interface ContractProposal {
  /** A draft that exists already: it is continued instead. */
  draftId: string | null
  input: ContractInput | null
  problems: PlacedProblem[]
}

export function proposalFor(db: Db, actor: Session, personId: string, today: string) {
  existing(getPerson(db, personId))
  const { application, assessment, plan, contract, facts } = caseOfPerson(db, personId, today)
  if (!application) return nothing(personId, [{ code: 'contractWithoutApplication' }], 'person')
  const draft = contractDraftOf(db, application.id)
  if (draft) return { draftId: draft.id, input: null, problems: [] }
  if (!assessment)
    return nothing(application.id, [{ code: 'contractWithoutAssessment' }], 'application')
  if (assessment.status !== 'approved')
    return nothing(assessment.id, [{ code: 'assessmentNotApproved' }], 'assessment')
  if (assessment.grantedMinutes === 0)
    return nothing(assessment.id, [{ code: 'noHoursGranted' }], 'assessment')
  if (!plan) return nothing(assessment.id, [{ code: 'contractWithoutPlan' }], 'newPlan', personId)
  const status = contract && contractStatusOn(contract, today)
  const runs = status !== null && runningStatuses.includes(status)
  if (contract && status && aliveStatuses.includes(status) && !runs)
    return nothing(contract.id, [overlapOf(contract)], 'contract')
  if (facts.plan?.ended)
    return nothing(
      assessment.id,
      [{ code: 'planEnded', params: { toDate: plan.validTo } }],
      'newPlan',
      personId,
    )
  const startDate = firstDayFor(db, personId, plan, { service: application.service, today })
  if (contract && runs && plan.validTo < startDate) {
    const { validFrom: fromDate, validTo: toDate } = plan
    const running = nothing(contract.id, [overlapOf(contract)], 'contract')
    const short: Problem = { code: 'planDoesNotCover', params: { fromDate, toDate } }
    const { problems } = nothing(plan.id, [short], 'plan')
    return { ...running, problems: [...running.problems, ...problems] }
  }
  const input = proposedInput(db, actor, {
    personId,
    applicationId: application.id,
    assessmentId: assessment.id,
    planId: plan.id,
    today,
  })
  return { draftId: null, input, problems: [] }
}

function overlapOf(contract: ContractRow): Problem {
  const { startDate } = contract
  const params = { number: contract.number ?? '', startDate, endDate: lastDayOf(contract) }
  return { code: 'contractOverlaps', params }
}

/** Not before the plan, and the day after the contract that still runs. */
function firstDayFor(
  db: Db,
  personId: string,
  { validFrom }: Pick<SupportPlanRow, 'validFrom'>,
  { service, today }: { service: ServiceId; today: string },
): string {
  const free = firstFreeDay(service, contractsOfPerson(db, personId), today)
  return validFrom > free ? validFrom : free
}

type BlockedAt = 'person' | 'application' | 'assessment' | 'plan' | 'newPlan' | 'contract'

function nothing(id: string, problems: Problem[], at: BlockedAt, personId = id) {
  return {
    draftId: null,
    input: null,
    problems: problems.map((problem) => ({
      ...problem,
      place: { at, id: at === 'newPlan' ? personId : id },
    })),
  }
}

interface Basis {
  personId: string
  applicationId: string
  assessmentId: string
  planId: string
  today: string
}

/** The same filled-in values for a new contract and for marking what was changed in a draft. */
export function proposedInput(db: Db, actor: Session, basis: Basis): ContractInput {
  const { personId, applicationId, assessmentId, planId, today } = basis
  const person = existing(getPerson(db, personId))
  const application = getApplication(db, applicationId)
  const assessment = existing(findAssessmentRow(db, assessmentId))
  const plan = getPlan(db, planId)
  const startDate = firstDayFor(db, personId, plan.row, { service: application.service, today })
  const limits = limitsFor(db, application.service, startDate)
  const { mode, representative } = signingOf(person, listRepresentatives(db, personId), today)
  const manager = listAccounts(db).find(({ displayName }) => displayName === plan.input.caseManager)
  const habit = habitOf<ContractHabit>(getAccount(db, actor.accountId), 'contract')
  return {
    applicationId,
    assessmentId,
    planId,
    service: application.service,
    contractDate: today,
    startDate,
    endDate: endOfTermKind(startDate, assessment.recommendedTerm ?? 'medium', limits),
    place: habit?.place ?? placeOf(db, today),
    placeOfService: contractDefaults.placeOfService,
    representativeId: representative?.id ?? null,
    // Nobody may sign: the draft shows the person's own line and is not issued.
    signingMode: mode === 'cannotSign' ? 'person' : mode,
    witnesses: [],
    assistants: proposedAssistants(db, application, plan.input, startDate),
    caseManagerName: plan.input.caseManager,
    caseManagerPosition: manager?.position || contractDefaults.caseManagerPosition,
    caseManagerPhone: '',
    feeMonthlyCents: settingValue(db, 'feeMonthlyCents', startDate),
    feeBasisText: settingValue(db, 'feeBasisText', startDate),
    copies: habit?.copies ?? settingValue(db, 'contractCopies', today),
    accountantSigns: habit?.accountantSigns ?? settingValue(db, 'feeMonthlyCents', startDate) > 0,
  }
}

/** Who is assigned on the first day; where nobody is, the names that were typed so far. */
function proposedAssistants(
  db: Db,
  application: Pick<ApplicationRow, 'id' | 'substituteAssistant'>,
  plan: Pick<PlanInput, 'rows'>,
  startDate: string,
): ContractInput['assistants'] {
  const assigned = assistantsOn(db, application.id, startDate)
  if (assigned.length > 0)
    return assigned
      .map(({ role, ...names }) => ({ name: formatFullName(names), role }))
      .slice(0, 10)
  const titulars = [...new Set(plan.rows.map((row) => row.assistant))].filter(Boolean)
  const substitute = application.substituteAssistant
  return [
    ...titulars.map((name) => ({ name, role: 'titular' as const })),
    ...(substitute !== '' && !titulars.includes(substitute)
      ? [{ name: substitute, role: 'substitute' as const }]
      : []),
  ].slice(0, 10)
}

/** What a contract rests on, in words for the page: numbers, dates and hours. */
export function basisOf(
  db: Db,
  input: Pick<ContractInput, 'applicationId' | 'assessmentId' | 'planId' | 'service'>,
) {
  const application = getApplication(db, input.applicationId)
  const assessment = existing(findAssessmentRow(db, input.assessmentId))
  const { row: plan } = getPlan(db, input.planId)
  return {
    service: serviceById(input.service).name,
    application: {
      id: application.id,
      number: application.entryNumber,
      date: application.entryDate,
    },
    assessment: {
      id: assessment.id,
      number: assessment.number,
      date: assessment.assessmentDate,
      grantedMinutes: assessment.grantedMinutes ?? 0,
    },
    plan: {
      id: plan.id,
      number: plan.number,
      date: plan.planDate,
      validFrom: plan.validFrom,
      validTo: plan.validTo,
      minMinutes: plan.minMinutes,
      maxMinutes: plan.maxMinutes,
    },
  }
}

/** Who may be chosen as representative. */
export function representativeChoices(db: Db, personId: string) {
  return listRepresentatives(db, personId).map((one) => ({
    id: one.id,
    name: formatFullName(one),
    kind: one.kind,
  }))
}
