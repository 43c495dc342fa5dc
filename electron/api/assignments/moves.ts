import { overStates, type ApplicationState } from '#domain/applications/schema.ts'
import { assignmentProblems, substitutionLeft } from '#domain/assignments/rules.ts'
import type { AssignmentChange, AssignmentInput } from '#domain/assignments/schema.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import type { Db } from '#db/connection.ts'
import { findApplicationRow } from '#db/queries/applications.ts'
import {
  assignmentsOfCase,
  findAssignment,
  findChoice,
  findKey,
  setAssignment,
  setChoice,
  setKey,
  type AssignmentChanges,
  type AssignmentRecord,
  type ChoiceChanges,
  type KeyChanges,
} from '#db/queries/assignments.ts'
import { findEmployment } from '#db/queries/employments.ts'
import type { ApplicationRow } from '#db/schema/applications.ts'
import type { AssistantChoiceRow, HomeKeyRow } from '#db/schema/assignments.ts'
import { existing } from '../kernel/faults.ts'
import { settingValue } from '../kernel/settings.ts'
import { stepsOf } from '../kernel/steps.ts'
import { asOther, contextFor } from './facts.ts'

export const assignmentRecord = stepsOf<AssignmentRecord, AssignmentChanges>({
  subject: 'assignment',
  read: 'assignments.read',
  load: findAssignment,
  row: (assignment) => assignment,
  save: setAssignment,
  stand: ({ fromDate, toDate, voidedAt }) => ({ fromDate, toDate, voidedAt }),
})

export const choiceRecord = stepsOf<AssistantChoiceRow, ChoiceChanges>({
  subject: 'assistantChoice',
  read: 'assignments.read',
  load: findChoice,
  row: (choice) => choice,
  save: setChoice,
  stand: ({ number }) => ({ number }),
})

export const keyRecord = stepsOf<HomeKeyRow, KeyChanges>({
  subject: 'homeKey',
  read: 'assignments.read',
  load: findKey,
  row: (key) => key,
  save: setKey,
  stand: ({ returnedOn }) => ({ returnedOn }),
})

const over: readonly ApplicationState[] = overStates

/** Throws NOT_FOUND. */
export const applicationOf = (db: Db, id: string): ApplicationRow =>
  existing(findApplicationRow(db, id))

/** Everything that stands in the way of a new assignment. */
export function assignFaults(
  db: Db,
  application: ApplicationRow,
  input: AssignmentInput,
  today: string,
): Problem[] {
  if (over.includes(application.state)) return [{ code: 'assignmentCaseOver' }]
  return assignmentProblems(input, contextFor(db, application, input, today))
}

/** The last day of who leaves: the day before, unless help is over already. */
export function lastDayOfLeaving(leaving: AssignmentRecord, fromDate: string): string {
  const before = addDays(fromDate, -1)
  return leaving.lastHelpDay !== null && leaving.lastHelpDay < before ? leaving.lastHelpDay : before
}

/** The substitution that whoever comes leaves to be titular; it ends the day before the change. */
export function substitutionFor(
  db: Db,
  leaving: AssignmentRecord,
  { employmentId, fromDate, toDate }: AssignmentChange,
): AssignmentRecord | undefined {
  const comes = findEmployment(db, employmentId)
  if (!comes || leaving.role !== 'titular') return undefined
  const ofCase = assignmentsOfCase(db, leaving.applicationId).map(asOther)
  return substitutionLeft(ofCase, comes.personId, { fromDate, toDate, voidedAt: null })
}

/** Everything that stands in the way of a change of assistant: of who leaves and of who comes. */
export function changeFaults(
  db: Db,
  leaving: AssignmentRecord,
  change: AssignmentChange,
  today: string,
): Problem[] {
  if (leaving.voidedAt !== null) return [{ code: 'assignmentVoided' }]
  const application = applicationOf(db, leaving.applicationId)
  if (over.includes(application.state)) return [{ code: 'assignmentCaseOver' }]
  const others = assignmentsOfCase(db, leaving.applicationId)
  if (others.some((one) => one.replacesId === leaving.id && one.voidedAt === null))
    return [{ code: 'assignmentReplaced' }]
  const { employmentId, fromDate, orderDate, reason } = change
  const comes = findEmployment(db, employmentId)
  const lastDay = lastDayOfLeaving(leaving, fromDate)
  const own: (Problem | undefined)[] = [
    comes?.personId === leaving.assistantId
      ? { code: 'assignmentSameAssistant', path: ['employmentId'] }
      : undefined,
    fromDate <= leaving.fromDate
      ? {
          code: 'assignmentChangeBeforeStart',
          path: ['fromDate'],
          params: { startDate: leaving.fromDate },
        }
      : undefined,
    orderDate > today
      ? { code: 'dateInFuture', path: ['orderDate'], params: { todayDate: today } }
      : undefined,
    reasonProblem(reason, settingValue(db, 'minReasonLength', today)),
  ]
  const input = { ...change, role: leaving.role }
  const substitution = substitutionFor(db, leaving, change)
  const gone = [
    { id: leaving.id, lastDay },
    ...(substitution ? [{ id: substitution.id, lastDay: addDays(fromDate, -1) }] : []),
  ]
  return [
    ...own.filter((problem) => problem !== undefined),
    ...assignmentProblems(input, contextFor(db, application, input, today, gone)),
  ]
}
