import type { AnnexForm, EmploymentEnd, EmploymentInput } from '#domain/employments/schema.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { insertPerson } from '#db/queries/people.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { personSchema, type PersonInput } from '#domain/people/schema.ts'
import { counterFrom } from './counters.ts'
import { personInput } from './person-data.ts'
import { click, testToday, type Client, type RunningOffice } from './office.ts'

/** Of one birthday there are numbers for three dozen women alone. */
const born = counterFrom(0)

/** Somebody whom the office may employ, with everything a contract asks for. */
export function employee({ office }: RunningOffice, own: Partial<PersonInput> = {}): string {
  const database = office.vault.database()
  const by = listAccounts(database.orm)[0]?.id ?? ''
  const birthDate = addDays('1985-02-03', born.value++)
  const data = personSchema.parse(
    personInput({
      birthDate,
      sex: 'female',
      firstName: 'Мария',
      middleName: 'Петрова',
      lastName: 'Стоянова',
      ...own,
    }),
  )
  return database.transaction((tx) => insertPerson(tx, data, { at: office.now(), by }).id)
}

/** A labour contract without an end, four hours a day. */
export const employmentInput = (own: Partial<EmploymentInput> = {}): EmploymentInput => ({
  kind: 'labour',
  positionId: 'personalAssistant',
  legalGround: 'permanent',
  projectId: null,
  programme: null,
  task: null,
  contractDate: testToday,
  startDate: testToday,
  endDate: null,
  minutesPerDay: 240,
  schedule: null,
  averagingMonths: 3,
  otherMinutesPerDay: 0,
  basePayCents: 524,
  payUnit: 'hour',
  leaveDays: 20,
  noticeDays: 30,
  probationMonths: null,
  placeOfWork: 'домовете на лицата',
  education: 'средно',
  place: 'гр. Примерна',
  copies: 2,
  accountantSigns: true,
  ...own,
})

export const annexInput = (own: AnnexForm | object = {}): AnnexForm => ({
  annexDate: testToday,
  fromDate: testToday,
  minutesPerDay: 360,
  ...own,
})

export const endInput: EmploymentEnd = {
  groundId: 'mutualConsent',
  orderDate: testToday,
  onDate: testToday,
  reason: 'Молба вх. № 12 от служителя',
}

export async function draftEmployment(
  running: RunningOffice,
  writer: Client,
  own: Partial<EmploymentInput> = {},
  personId = employee(running),
) {
  const input = employmentInput(own)
  const saved = await writer.employments.saveDraft(
    click({ id: null, version: null, personId, input }),
  )
  return { ...saved, personId, input }
}

export async function issuedEmployment(
  running: RunningOffice,
  head: Client,
  own: Partial<EmploymentInput> = {},
  personId?: string,
) {
  const draft = await draftEmployment(running, head, own, personId)
  const { contractDate, startDate } = draft.input
  const issue = { contractDate, startDate, number: null }
  const { version, number } = await head.employments.issue(
    click({ id: draft.id, version: draft.version, issue }),
  )
  return { ...draft, version, number }
}

export async function signedEmployment(
  running: RunningOffice,
  head: Client,
  own: Partial<EmploymentInput> = {},
  personId?: string,
) {
  const one = await issuedEmployment(running, head, own, personId)
  const signing = { signedOn: one.input.contractDate }
  const { version } = await head.employments.markSigned(
    click({ id: one.id, version: one.version, signing }),
  )
  return { ...one, version }
}
