import type { AssessmentStatus } from '#domain/assessments/schema.ts'
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts'
import type { PlanStatus } from '#domain/plans/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { RegimeLimits, ServiceId } from '#domain/regimes/catalogue.ts'
import type { RepresentativeQuality, SigningMode } from '../papers/parties.ts'
import { agreedStatuses, lastDayOf, runTogether } from './days.ts'
import type { ContractInput, ContractStatus } from './schema.ts'
import { latestEnd } from './term.ts'

export interface ContractContext {
  personId: string
  deathDate: string | null
  applicationState: string
  /** The assessment named in the form; null = there is none. */
  assessment: {
    status: AssessmentStatus
    /** null = not approved yet. */
    approvedOn: string | null
    grantedMinutes: number
    isLatest: boolean
  } | null
  plan: {
    status: PlanStatus
    /** null = not approved yet. */
    approvedOn: string | null
    assessmentId: string
    validFrom: string
    validTo: string
    maxMinutesPerMonth: number
  } | null
  representative: {
    quality: RepresentativeQuality
    hasDocument: boolean
    validFrom: string | null
    validTo: string | null
  } | null
  /** Other contracts of the person, of any age. */
  contracts: readonly {
    id: string
    service: ServiceId
    status: ContractStatus
    number: string | null
    startDate: string
    endDate: string
    endedOn: string | null
  }[]
  limits: RegimeLimits
  /** What `doubleSupport` found and the head has not overridden. */
  doubleSupport: readonly Problem[]
  /** Last day of the project or programme that pays; null = none. */
  fundingEnd: string | null
}

/** What a contract rests on was approved before it or on its day (ЗСУ чл. 85, ал. 2). */
function basisLater(
  code: 'contractBeforeAssessment' | 'contractBeforePlan',
  approvedOn: string | null,
  { contractDate }: ContractInput,
): Problem[] {
  return approvedOn !== null && approvedOn > contractDate
    ? [{ code, path: ['contractDate'], params: { approvedDate: approvedOn, contractDate } }]
    : []
}

function assessmentProblems(input: ContractInput, ctx: ContractContext): Problem[] {
  const { assessment } = ctx
  if (!assessment) return [{ code: 'contractWithoutAssessment', path: ['assessmentId'] }]
  const problems: Problem[] = []
  if (assessment.status !== 'approved')
    problems.push({ code: 'assessmentNotApproved', path: ['assessmentId'] })
  else if (!assessment.isLatest)
    problems.push({ code: 'assessmentReplaced', path: ['assessmentId'] })
  if (assessment.grantedMinutes === 0)
    problems.push({ code: 'noHoursGranted', path: ['assessmentId'] })
  problems.push(...basisLater('contractBeforeAssessment', assessment.approvedOn, input))
  return problems
}

function planProblems(input: ContractInput, ctx: ContractContext): Problem[] {
  const { plan } = ctx
  if (!plan) return [{ code: 'contractWithoutPlan', path: ['planId'] }]
  const problems: Problem[] = []
  if (plan.status !== 'approved' && plan.status !== 'signed')
    problems.push({ code: 'planNotApproved', path: ['planId'] })
  if (plan.assessmentId !== input.assessmentId)
    problems.push({ code: 'planOfOtherAssessment', path: ['planId'] })
  problems.push(...basisLater('contractBeforePlan', plan.approvedOn, input))
  if (plan.validFrom > input.startDate || plan.validTo < input.startDate)
    problems.push({
      code: 'planDoesNotCover',
      path: ['startDate'],
      params: { fromDate: plan.validFrom, toDate: plan.validTo },
    })
  // The plan may have been made before the approver lowered the hours.
  if (ctx.assessment && plan.maxMinutesPerMonth > ctx.assessment.grantedMinutes)
    problems.push({
      code: 'planOverGrantedNow',
      path: ['planId'],
      params: {
        plannedMinutes: plan.maxMinutesPerMonth,
        grantedMinutes: ctx.assessment.grantedMinutes,
        overMinutes: plan.maxMinutesPerMonth - ctx.assessment.grantedMinutes,
      },
    })
  return problems
}

function termProblems(input: ContractInput, ctx: ContractContext): Problem[] {
  const problems: Problem[] = []
  if (input.endDate < input.startDate)
    problems.push({
      code: 'endBeforeStart',
      path: ['endDate'],
      params: { startDate: input.startDate },
    })
  const latest = latestEnd(input.startDate, ctx.limits)
  if (latest !== null && input.endDate > latest)
    problems.push({
      code: 'termTooLong',
      path: ['endDate'],
      params: { years: ctx.limits.maxTermYears ?? 0, latestDate: latest },
    })
  if (input.startDate < input.contractDate)
    problems.push({
      code: 'startBeforeContract',
      path: ['startDate'],
      params: { contractDate: input.contractDate },
    })
  if (ctx.fundingEnd !== null && input.endDate > ctx.fundingEnd)
    problems.push({
      code: 'termAfterFunding',
      path: ['endDate'],
      params: { latestDate: ctx.fundingEnd },
    })
  return problems
}

function representativeProblems(input: ContractInput, ctx: ContractContext): Problem[] {
  const { representative } = ctx
  const fits: Record<ContractInput['signingMode'], readonly RepresentativeQuality[]> = {
    person: [],
    thumbprint: [],
    guardianFor: ['guardian', 'parent'],
    curatorWith: ['curator', 'parent'],
    proxyFor: ['proxy'],
  }
  const needed = fits[input.signingMode]
  if (needed.length === 0 && !representative) return []
  const path = ['representativeId']
  if (!representative) return [{ code: 'representativeMissing', path }]
  const problems: Problem[] = []
  if (needed.length > 0 && !needed.includes(representative.quality))
    problems.push({ code: 'representativeDoesNotFit', path })
  // A parent is known by the birth certificate shown at intake; the others act by a document.
  if (representative.quality !== 'parent' && !representative.hasDocument)
    problems.push({ code: 'representativeDocumentMissing', path })
  const { validFrom, validTo } = representative
  if (
    (validFrom !== null && validFrom > input.contractDate) ||
    (validTo !== null && validTo < input.contractDate)
  )
    problems.push({
      code: 'representativeNotEntitled',
      path,
      params: { contractDate: input.contractDate },
    })
  return problems
}

const promised: readonly ContractStatus[] = ['issued', 'outForSignature', ...agreedStatuses]

/** No two contracts of a person for one service on the same day; annulled ones never ran. */
export function overlapProblem(
  candidate: { id: string | null; service: ServiceId; startDate: string; endDate: string },
  contracts: ContractContext['contracts'],
): Problem | undefined {
  const other = contracts.find(
    (known) =>
      known.id !== candidate.id &&
      known.service === (candidate.service as string) &&
      promised.includes(known.status) &&
      runTogether(known, { ...candidate, endedOn: null }),
  )
  return other
    ? {
        code: 'contractOverlaps',
        path: ['startDate'],
        params: {
          contractId: other.id,
          number: other.number ?? '',
          startDate: other.startDate,
          endDate: lastDayOf(other),
        },
      }
    : undefined
}

/**
 * From `date` on, the first day on which no contract for the service is promised: the next one is prepared and
 * signed while the last still runs, and begins the day after it.
 */
export function firstFreeDay(
  service: ServiceId,
  contracts: ContractContext['contracts'],
  date: CivilDate,
): CivilDate {
  return contracts
    .filter((known) => known.service === (service as string) && promised.includes(known.status))
    .map((known) => addDays(lastDayOf(known), 1))
    .reduce((latest, day) => (day > latest ? day : latest), date)
}

/**
 * Whether the chosen way to sign is one the person's capacity allows. `expected` is what follows
 * from capacity and representatives: who acts through or with somebody never signs alone.
 */
export function signingModeProblem(
  expected: SigningMode,
  chosen: { mode: SigningMode; withRepresentative: boolean },
): Problem | undefined {
  const fits =
    expected === 'guardianFor'
      ? chosen.mode === 'guardianFor'
      : expected === 'curatorWith'
        ? chosen.mode === 'curatorWith' ||
          (chosen.mode === 'thumbprint' && chosen.withRepresentative)
        : chosen.mode !== 'guardianFor' && chosen.mode !== 'curatorWith'
  return fits ? undefined : { code: 'signingModeNotAsCapacity', path: ['signingMode'] }
}

/** Said beside a draft; it may be issued all the same. */
export function contractWarnings(
  { feeBasisText }: Pick<ContractInput, 'feeBasisText'>,
  { preliminaryRecorded }: { preliminaryRecorded: boolean },
): Problem[] {
  const problems: Problem[] = []
  // Who comes with a referral by another act has none (ЗСУ чл. 77, ал. 4); the office knows.
  if (!preliminaryRecorded) problems.push({ code: 'preliminaryMissing', path: ['applicationId'] })
  if (!/чл\.|§/u.test(feeBasisText))
    problems.push({ code: 'feeBasisWithoutAct', path: ['feeBasisText'] })
  return problems
}

/**
 * What stands between a draft and „Издай“, each with the place to go to. Hours of the contract are
 * always those granted by the assessment: there is no field for others.
 */
export function contractProblems(
  input: ContractInput,
  ctx: ContractContext,
  contractId: string | null,
): Problem[] {
  const problems: Problem[] = []
  if (ctx.deathDate !== null)
    problems.push({ code: 'personDied', params: { deathDate: ctx.deathDate } })
  // A contract that ran out is followed by another on the same application; two never run together.
  if (ctx.applicationState !== 'approved' && ctx.applicationState !== 'withContract')
    problems.push({
      code: 'applicationNotApproved',
      path: ['applicationId'],
      params: { state: ctx.applicationState },
    })
  problems.push(
    ...assessmentProblems(input, ctx),
    ...planProblems(input, ctx),
    ...termProblems(input, ctx),
    ...representativeProblems(input, ctx),
  )
  const overlap = overlapProblem(
    {
      id: contractId,
      service: input.service,
      startDate: input.startDate,
      endDate: input.endDate,
    },
    ctx.contracts,
  )
  if (overlap) problems.push(overlap)
  problems.push(...ctx.doubleSupport)
  return problems
}
