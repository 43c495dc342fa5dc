import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { agreedStatuses, type EmploymentDays } from '#domain/employments/days.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { isReason, reasonProblem } from '#domain/text/reason.ts'
import { helpTogether, type AssignmentDays } from './days.ts'
import type {
  AssignmentEnd,
  AssignmentInput,
  AssignmentRole,
  ChoiceInput,
  KeyInput,
} from './schema.ts'

/** The contract under which help is given. */
export interface HelpingEmployment extends EmploymentDays {
  personId: string
  givesHelp: boolean
}

/** Another assignment: of the same case, or under the same contract. */
export interface OtherAssignment extends AssignmentDays {
  id: string
  role: AssignmentRole
  /** Of the assistant. */
  assistantId: string
  minutesPerMonth: number
}

export interface AssignmentContext {
  personId: string
  deathDate: CivilDate | null
  /** Minutes a month by the assessment; null = nothing is granted yet. */
  grantedMinutes: number | null
  /** Null: there is no such contract. */
  employment: HelpingEmployment | null
  ofCase: readonly OtherAssignment[]
  /** Of whoever else is helped under the same contract. */
  ofEmployment: readonly OtherAssignment[]
  /** Hours of the contract in the month in which it begins; null = it names none. */
  normMinutes: number | null
  minReasonLength: number
}

/** What an assignment and a change of assistant both ask. */
type Helping = Omit<AssignmentInput, 'role'> & { role: AssignmentRole }

const days = ({ fromDate, toDate }: Helping): AssignmentDays => ({
  fromDate,
  toDate,
  voidedAt: null,
})

/** Whether help may be given under this contract at all. */
export function helperProblem(
  employment: HelpingEmployment | null,
  personId: string,
  field = 'employmentId',
): Problem | undefined {
  if (!employment?.givesHelp || !agreedStatuses.includes(employment.status))
    return { code: 'assignmentNotEmployed', path: [field] }
  return employment.personId === personId ? { code: 'assignmentOfSelf', path: [field] } : undefined
}

/** An open end runs out with the contract; a typed one lies within it. */
function outsideProblem(input: Helping, employment: HelpingEmployment): Problem | undefined {
  const { startDate, lastDay } = employment
  if (input.fromDate < startDate)
    return { code: 'assignmentBeforeEmployment', path: ['fromDate'], params: { startDate } }
  if (lastDay === null) return undefined
  const params = { endDate: lastDay }
  if (input.fromDate > lastDay)
    return { code: 'assignmentOutsideEmployment', path: ['fromDate'], params }
  return input.toDate !== null && input.toDate > lastDay
    ? { code: 'assignmentOutsideEmployment', path: ['toDate'], params }
    : undefined
}

/**
 * The most that titulars have together on a day of these. Help changes only on the first day of
 * somebody, so those days are enough to look at.
 */
export function mostTogether(of: AssignmentDays, others: readonly OtherAssignment[]): number {
  const beside = others.filter((one) => one.role === 'titular' && helpTogether(one, of))
  const from = [of.fromDate, ...beside.map(({ fromDate }) => fromDate)].filter(
    (day) => day >= of.fromDate,
  )
  return Math.max(
    ...from.map((day) =>
      beside
        .filter(({ fromDate, toDate }) => fromDate <= day && (toDate === null || day <= toDate))
        .reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0),
    ),
  )
}

/** A substitute works in the place of a titular: not beside, so within the same hours alone. */
function grantedProblem(input: Helping, { grantedMinutes, ofCase }: AssignmentContext) {
  const path = ['minutesPerMonth']
  if (grantedMinutes === null) return { code: 'assignmentNothingGranted', path }
  const besideMinutes = input.role === 'titular' ? mostTogether(days(input), ofCase) : 0
  return besideMinutes + input.minutesPerMonth > grantedMinutes
    ? { code: 'assignmentOverGranted', path, params: { grantedMinutes, besideMinutes } }
    : undefined
}

/** More than the contract has is possible (averaging, another annex to come), with a reason. */
function normProblem(input: Helping, context: AssignmentContext): Problem | undefined {
  const { normMinutes, ofEmployment, minReasonLength } = context
  if (normMinutes === null || input.role === 'substitute') return undefined
  const plannedMinutes = mostTogether(days(input), ofEmployment) + input.minutesPerMonth
  return plannedMinutes <= normMinutes || isReason(input.overNormReason, minReasonLength)
    ? undefined
    : {
        code: 'assignmentOverNorm',
        path: ['overNormReason'],
        params: { normMinutes, plannedMinutes, min: minReasonLength },
      }
}

/**
 * The substitution of whoever comes as titular: it ends the day before. One that would be left without
 * a day stays, and stands in the way.
 */
export const substitutionLeft = <Other extends OtherAssignment>(
  ofCase: readonly Other[],
  assistantId: string,
  comes: AssignmentDays,
): Other | undefined =>
  ofCase.find(
    (one) =>
      one.role === 'substitute' &&
      one.assistantId === assistantId &&
      one.fromDate < comes.fromDate &&
      helpTogether(one, comes),
  )

/** Everything that stands in the way of somebody helping somebody. */
export function assignmentProblems(input: Helping, context: AssignmentContext): Problem[] {
  const { employment, deathDate, personId, ofCase } = context
  const found: (Problem | undefined)[] = [
    helperProblem(employment, personId),
    employment ? outsideProblem(input, employment) : undefined,
    deathDate !== null && (input.toDate === null || input.toDate > deathDate)
      ? { code: 'assignmentOfDeceased', path: ['fromDate'], params: { deathDate } }
      : undefined,
    ofCase.some((one) => one.assistantId === employment?.personId && helpTogether(one, days(input)))
      ? { code: 'assignmentTwice', path: ['employmentId'] }
      : undefined,
    grantedProblem(input, context),
    normProblem(input, context),
  ]
  return found.filter((problem) => problem !== undefined)
}

/** Ended on its last day or earlier, with why. */
export function endProblems(
  assignment: AssignmentDays,
  { onDate, reason }: AssignmentEnd,
  minReasonLength: number,
): Problem[] {
  const { fromDate, toDate, voidedAt } = assignment
  if (voidedAt !== null) return [{ code: 'assignmentVoided' }]
  const found: (Problem | undefined)[] = [
    onDate < fromDate
      ? { code: 'assignmentEndsBeforeStart', path: ['onDate'], params: { startDate: fromDate } }
      : undefined,
    toDate !== null && onDate > toDate
      ? { code: 'assignmentEndedBefore', path: ['onDate'], params: { endDate: toDate } }
      : undefined,
    reasonProblem(reason, minReasonLength),
  ]
  return found.filter((problem) => problem !== undefined)
}

/** A wish is honoured where the wished one is chosen; who asked for help wished for nobody. */
export function wishIsHonoured(
  choice: Pick<ChoiceInput, 'wishText' | 'wishedEmploymentId' | 'chosenEmploymentId'>,
): boolean {
  if (choice.wishedEmploymentId !== null)
    return choice.wishedEmploymentId === choice.chosenEmploymentId
  return choice.wishText === ''
}

export interface ChoiceContext {
  personId: string
  today: CivilDate
  deathDate: CivilDate | null
  chosen: HelpingEmployment | null
  /** Undefined: nobody is named as substitute; null: there is no such contract. */
  substitute: HelpingEmployment | null | undefined
  minReasonLength: number
}

/** Everything that stands between a decision and its paper. */
export function choiceProblems(choice: ChoiceInput, context: ChoiceContext): Problem[] {
  const { personId, today, deathDate, chosen, substitute, minReasonLength } = context
  const { decidedOn } = choice
  const over = (one: HelpingEmployment | null | undefined, field: string) =>
    one?.lastDay != null && one.lastDay < decidedOn
      ? {
          code: 'assignmentOutsideEmployment',
          path: [field],
          params: { endDate: one.lastDay },
        }
      : undefined
  const found: (Problem | undefined)[] = [
    decidedOn > today
      ? { code: 'dateInFuture', path: ['decidedOn'], params: { todayDate: today } }
      : undefined,
    deathDate !== null && decidedOn > deathDate
      ? { code: 'assignmentOfDeceased', path: ['decidedOn'], params: { deathDate } }
      : undefined,
    helperProblem(chosen, personId, 'chosenEmploymentId'),
    over(chosen, 'chosenEmploymentId'),
    substitute === undefined
      ? undefined
      : helperProblem(substitute, personId, 'substituteEmploymentId'),
    over(substitute, 'substituteEmploymentId'),
    wishIsHonoured(choice)
      ? undefined
      : isReason(choice.notHonouredReason, minReasonLength)
        ? undefined
        : {
            code: 'wishReasonMissing',
            path: ['notHonouredReason'],
            params: { min: minReasonLength },
          },
  ]
  return found.filter((problem) => problem !== undefined)
}

/** A key is given on a day that has come, to somebody who is employed on it. */
export function keyProblems(
  { givenOn }: KeyInput,
  employment: HelpingEmployment | null,
  personId: string,
  today: CivilDate,
): Problem[] {
  const found: (Problem | undefined)[] = [
    helperProblem(employment, personId),
    givenOn > today
      ? { code: 'dateInFuture', path: ['givenOn'], params: { todayDate: today } }
      : undefined,
    employment && givenOn < employment.startDate
      ? {
          code: 'assignmentBeforeEmployment',
          path: ['givenOn'],
          params: { startDate: employment.startDate },
        }
      : undefined,
    employment?.lastDay != null && givenOn > employment.lastDay
      ? {
          code: 'assignmentOutsideEmployment',
          path: ['givenOn'],
          params: { endDate: employment.lastDay },
        }
      : undefined,
  ]
  return found.filter((problem) => problem !== undefined)
}

/** A key comes back once, not before it was given. */
export function keyReturnProblems(
  key: { givenOn: CivilDate; returnedOn: CivilDate | null },
  returnedOn: CivilDate,
  today: CivilDate,
): Problem[] {
  if (key.returnedOn !== null)
    return [{ code: 'keyReturned', path: ['returnedOn'], params: { returnedDate: key.returnedOn } }]
  if (returnedOn > today)
    return [{ code: 'dateInFuture', path: ['returnedOn'], params: { todayDate: today } }]
  return returnedOn < key.givenOn
    ? [{ code: 'keyReturnedBefore', path: ['returnedOn'], params: { givenDate: key.givenOn } }]
    : []
}
