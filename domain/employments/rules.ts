import { addDays, addYears, ageOn } from '#domain/calendar/civil-date.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatMoney } from '#domain/text/format.ts'
import { isOffered, type CatalogueEntry } from './catalogue.ts'
import {
  promisedStatuses,
  runTogether,
  termsOn,
  type DatedAnnex,
  type EmploymentDays,
  type Terms,
} from './days.ts'
import { additionalGrounds, type EmploymentInput, type EmploymentKind } from './schema.ts'

/** What law and office set on the day of the contract: dated settings, each with its source. */
export interface EmploymentLimits {
  minAge: number
  /** Longest day under one contract. */
  dayMinutes: number
  /** Longest day under all labour contracts of a person. */
  togetherMinutes: number
  averagingMonths: number
  probationMonths: number
  fixedTermYears: number
  minHourCents: number
  /** For whole working time. */
  minMonthCents: number
}

/** Another contract of the same person with the office. */
export interface OtherEmployment extends EmploymentDays {
  id: string
  kind: EmploymentKind
  number: string | null
  terms: Terms
  annexes: readonly DatedAnnex[]
}

export interface EmploymentContext {
  birthDate: string
  deathDate: string | null
  /** The row of the catalogue; null = there is none. */
  position: CatalogueEntry | null
  others: readonly OtherEmployment[]
  limits: EmploymentLimits
}

const isRunningLabour = (one: OtherEmployment) =>
  one.kind === 'labour' && promisedStatuses.includes(one.status)

/** Contracts of the person that run on a day of these. */
const besides = (days: EmploymentDays, id: string | null, others: readonly OtherEmployment[]) =>
  others.filter((one) => one.id !== id && isRunningLabour(one) && runTogether(one, days))

/**
 * The working day under all labour contracts of a person (КТ, чл. 113): each is taken as it is on the
 * first day on which both run, and at its longest where an annex makes it longer later.
 */
export function dayProblems(
  asked: { id: string | null; minutesPerDay: number; otherMinutesPerDay: number } & EmploymentDays,
  others: readonly OtherEmployment[],
  limits: Pick<EmploymentLimits, 'dayMinutes' | 'togetherMinutes'>,
): Problem[] {
  const { minutesPerDay } = asked
  const path = ['minutesPerDay']
  if (minutesPerDay > limits.dayMinutes)
    return [{ code: 'employmentDayOver', path, params: { limitMinutes: limits.dayMinutes } }]
  const own = besides(asked, asked.id, others)
  const longest = (one: OtherEmployment) => {
    const from = one.startDate > asked.startDate ? one.startDate : asked.startDate
    const later = one.annexes.filter(
      ({ status, fromDate }) => status === 'signed' && fromDate > from,
    )
    const days = [from, ...later.map(({ fromDate }) => fromDate)]
    return Math.max(...days.map((day) => termsOn(one.terms, one.annexes, day).minutesPerDay ?? 0))
  }
  const besideMinutes = own.reduce((sum, one) => sum + longest(one), asked.otherMinutesPerDay)
  const totalMinutes = minutesPerDay + besideMinutes
  if (besideMinutes === 0 || totalMinutes <= limits.togetherMinutes) return []
  return [
    {
      code: own.length > 0 ? 'employmentsOverDay' : 'employmentsOverDayElsewhere',
      path,
      params: {
        totalMinutes,
        besideMinutes,
        limitMinutes: limits.togetherMinutes,
        number: own[0]?.number ?? '',
      },
    },
  ]
}

function termProblems(input: EmploymentInput, { limits }: EmploymentContext): Problem[] {
  const problems: Problem[] = []
  const { startDate, contractDate, endDate, legalGround } = input
  if (startDate < contractDate)
    problems.push({ code: 'startBeforeContract', path: ['startDate'], params: { contractDate } })
  const latestDate = addDays(addYears(startDate, limits.fixedTermYears), -1)
  if (legalGround === 'fixedTerm' && endDate !== null && endDate > latestDate)
    problems.push({
      code: 'fixedTermTooLong',
      path: ['endDate'],
      params: { years: limits.fixedTermYears, latestDate },
    })
  const { averagingMonths, probationMonths } = input
  if (averagingMonths !== null && averagingMonths > limits.averagingMonths)
    problems.push({
      code: 'averagingTooLong',
      path: ['averagingMonths'],
      params: { most: limits.averagingMonths },
    })
  if (probationMonths !== null && probationMonths > limits.probationMonths)
    problems.push({
      code: 'probationTooLong',
      path: ['probationMonths'],
      params: { most: limits.probationMonths },
    })
  return problems
}

/** Pay under a labour contract is not below the least of the country, by the hours agreed. */
export function payProblem(
  terms: Pick<Terms, 'basePayCents' | 'payUnit' | 'minutesPerDay'>,
  limits: EmploymentLimits,
): Problem | undefined {
  const { basePayCents, payUnit, minutesPerDay } = terms
  const share = (minutesPerDay ?? limits.dayMinutes) / limits.dayMinutes
  const leastCents =
    payUnit === 'hour' ? limits.minHourCents : Math.ceil(limits.minMonthCents * Math.min(1, share))
  return basePayCents < leastCents
    ? {
        code: 'payUnderMinimum',
        path: ['basePayCents'],
        params: { least: formatMoney(leastCents) },
      }
    : undefined
}

/** Who has a labour contract here already may have another beside it, by the article for that. */
function secondProblem(input: EmploymentInput, own: readonly OtherEmployment[]): Problem[] {
  const first = own[0]
  if (!first || additionalGrounds.includes(input.legalGround)) return []
  return [
    {
      code: 'employmentSecondGround',
      path: ['legalGround'],
      params: { number: first.number ?? '' },
    },
  ]
}

/** What stands between a draft and „Издай“, each at its field. */
export function employmentProblems(
  input: EmploymentInput,
  ctx: EmploymentContext,
  id: string | null,
): Problem[] {
  const { limits, position, deathDate } = ctx
  const problems: Problem[] = []
  if (deathDate !== null) problems.push({ code: 'personDied', params: { deathDate } })
  const age = ageOn(ctx.birthDate, input.startDate)
  if (age < limits.minAge)
    problems.push({
      code: 'employeeTooYoung',
      path: ['startDate'],
      params: { age, least: limits.minAge },
    })
  if (!position || !isOffered(position, input.kind, input.contractDate))
    problems.push({ code: 'positionNotOffered', path: ['positionId'] })
  problems.push(...termProblems(input, ctx))
  if (input.kind === 'civil') return problems
  const days: EmploymentDays = {
    status: 'signed',
    startDate: input.startDate,
    lastDay: input.endDate,
  }
  const minutesPerDay = input.minutesPerDay ?? 0
  const { otherMinutesPerDay } = input
  problems.push(...secondProblem(input, besides(days, id, ctx.others)))
  problems.push(
    ...dayProblems({ id, minutesPerDay, otherMinutesPerDay, ...days }, ctx.others, limits),
  )
  const pay = payProblem(input, limits)
  return pay ? [...problems, pay] : problems
}

/** Said beside a draft; it may be issued all the same. */
export function employmentWarnings(
  input: Pick<EmploymentInput, 'kind' | 'endDate' | 'legalGround'>,
  { position, fundingEnd }: Pick<EmploymentContext, 'position'> & { fundingEnd: string | null },
): Problem[] {
  const problems: Problem[] = []
  if (position !== null && position.code === null && input.kind === 'labour')
    problems.push({ code: 'positionWithoutCode', path: ['positionId'] })
  const { endDate, legalGround } = input
  if (
    fundingEnd !== null &&
    legalGround !== 'untilDone' &&
    (endDate === null || endDate > fundingEnd)
  )
    problems.push({
      code: 'employmentAfterProject',
      path: ['endDate'],
      params: { latestDate: fundingEnd },
    })
  return problems
}

/** Pay proposed by the hour: the least of the country times the coefficient, to a whole cent. */
export function proposedHourCents(minHourCents: number, percent: number): number {
  return Math.ceil((minHourCents * percent) / 100)
}

/** What is kept of a form: fields that its kind and ground do not ask for hold nothing. */
export function inputOfKind(input: EmploymentInput): EmploymentInput {
  if (input.kind === 'labour')
    return { ...input, task: input.legalGround === 'untilDone' ? input.task : null }
  return {
    ...input,
    minutesPerDay: null,
    schedule: null,
    averagingMonths: null,
    otherMinutesPerDay: 0,
    leaveDays: null,
    noticeDays: null,
    probationMonths: null,
  }
}
