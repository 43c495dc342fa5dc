import type { AssignmentForm, ChoiceForm } from '#domain/assignments/schema.ts'
import { approvedCase } from './cases.ts'
import { signedEmployment } from './employment-data.ts'
import { click, testToday, type Client, type RunningOffice } from './office.ts'

export const assignmentInput = (
  employmentId: string,
  own: Partial<AssignmentForm> = {},
): AssignmentForm => ({
  role: 'titular',
  employmentId,
  fromDate: testToday,
  toDate: null,
  minutesPerMonth: 20 * 60,
  overNormReason: '',
  ...own,
})

export const choiceInput = (
  chosenEmploymentId: string,
  own: Partial<ChoiceForm> = {},
): ChoiceForm => ({
  decidedOn: testToday,
  present: [{ name: 'Иван Петров Георгиев', capacity: 'person' }],
  wishText: '',
  wishedEmploymentId: null,
  wishedSex: null,
  chosenEmploymentId,
  substituteEmploymentId: null,
  notHonouredReason: '',
  statement: 'Познавам я отдавна.',
  ...own,
})

export const keyInput = { what: 'входна врата', givenOn: testToday, note: '' }

/** A person with granted hours, and two assistants who may help. */
export async function pairOf(running: RunningOffice, head: Client) {
  const { personId, applicationId } = approvedCase(running.office)
  const first = await signedEmployment(running, head)
  const second = await signedEmployment(running, head)
  return { personId, applicationId, first, second }
}

/** The person is helped by the first of the two. */
export async function assignedPair(
  running: RunningOffice,
  head: Client,
  own: Partial<AssignmentForm> = {},
) {
  const pair = await pairOf(running, head)
  const input = assignmentInput(pair.first.id, own)
  const { applicationId } = pair
  const made = await head.assignments.assign(click({ applicationId, choiceId: null, input }))
  return { ...pair, ...made }
}

/** What a change of assistant asks, from the day after. */
export const changeInput = (employmentId: string, fromDate: string) => ({
  employmentId,
  fromDate,
  toDate: null,
  minutesPerMonth: 20 * 60,
  overNormReason: '',
  orderDate: testToday,
  reason: 'Титулярят е в продължителен болничен',
})
