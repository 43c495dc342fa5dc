import { applicationInputSchema, type ApplicationInput } from '#domain/applications/schema.ts'
import { applicationInput } from '#domain/applications/testing/sample.ts'
import { emptyAssessment } from '#domain/assessments/schema.ts'
import { planInputSchema, type PlanInput } from '#domain/plans/schema.ts'
import { personSchema, type PersonInput } from '#domain/people/schema.ts'
import { lastDayOfMonths } from '#domain/contracts/term.ts'
import { addMonths } from '#domain/calendar/civil-date.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { insertApplication } from '#db/queries/applications.ts'
import { insertAssessment, setAssessment } from '#db/queries/assessments.ts'
import { methodologyOnDate } from '#db/queries/methodologies.ts'
import { insertPerson } from '#db/queries/people.ts'
import { insertPlan, setPlan } from '#db/queries/plans.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { counterFrom } from './counters.ts'
import { personInput } from './person-data.ts'

export interface ApprovedCase {
  personId: string
  applicationId: string
  assessmentId: string
  planId: string
}

const cases = counterFrom(0)
/** Years apart, so that many invented people do not share an ЕГН. */
const birth = () => ({ birthDate: `${String(1930 + (cases.value % 28))}-06-12` })

/**
 * A person whose hours and plan are approved, written straight into the tables: for tests of what
 * comes after. Somebody must be logged in, so that the database is open. `today` is the first day
 * of the plan.
 */
export function approvedCase(
  office: OfficeDoor,
  own: {
    person?: Partial<PersonInput>
    application?: Partial<ApplicationInput>
    plan?: Partial<PlanInput>
    grantedMinutes?: number
    /** How far the plan is; `approved` with its number unless told. */
    planStatus?: 'draft' | 'ready' | 'approved'
    assessmentStatus?: 'finished' | 'approved'
    /** Of its invented numbers, where a folder sees more than one process. */
    serial?: number
  } = {},
): ApprovedCase {
  cases.value = own.serial ?? cases.value + 1
  const n = String(cases.value)
  const today = office.today()
  const at = office.now()
  const grantedMinutes = own.grantedMinutes ?? 56 * 60
  const database = office.vault.database()
  const accounts = listAccounts(database.orm)
  const writer = accounts.find(({ roles }) => roles.includes('socialWorker'))
  const approver = accounts.find(({ id, roles }) => roles.includes('head') && id !== writer?.id)
  if (!writer || !approver) throw new Error('a case needs a social worker and a head')
  const stamp = { at, by: writer.id }
  return database.transaction((tx) => {
    const person = insertPerson(
      tx,
      personSchema.parse(personInput({ ...birth(), ...own.person })),
      stamp,
    )
    const applicationId = insertApplication(
      tx,
      applicationInputSchema.parse({
        ...applicationInput({
          personId: person.id,
          entryNumber: `94-${String(1000 + cases.value)}`,
          entryDate: today,
        }),
        ...own.application,
      }),
      own.assessmentStatus === 'finished' ? 'assessed' : 'approved',
      stamp,
    )
    const methodology = methodologyOnDate(tx, today)
    if (!methodology) throw new Error('the office has no methodology')
    const assessmentId = insertAssessment(
      tx,
      { ...emptyAssessment(applicationId), assessmentDate: today },
      { personId: person.id, methodologyVersionId: methodology.id, revision: 1, previousId: null },
      stamp,
    )
    const year = Number(today.slice(0, 4))
    setAssessment(
      tx,
      assessmentId,
      1,
      own.assessmentStatus === 'finished'
        ? { status: 'finished', finishedAt: at }
        : {
            status: 'approved',
            number: `Т-ИОП-${n}`,
            numberYear: year,
            finishedAt: at,
            grantedMinutes,
            approvedBy: approver.id,
            approvalDate: today,
          },
      stamp,
    )
    const planId = insertPlan(
      tx,
      planInputSchema.parse({ ...planOf(assessmentId, today), ...own.plan }),
      { applicationId, personId: person.id, grantedMinutes, revision: 1, previousId: null },
      stamp,
    )
    const planStatus = own.planStatus ?? 'approved'
    if (planStatus !== 'draft')
      setPlan(
        tx,
        planId,
        1,
        planStatus === 'ready'
          ? { status: 'ready' }
          : {
              status: 'approved',
              number: `Т-ИПП-${n}`,
              numberYear: year,
              planDate: today,
              approvedBy: approver.id,
              approvedAt: at,
            },
        stamp,
      )
    return { personId: person.id, applicationId, assessmentId, planId }
  })
}

function planOf(assessmentId: string, today: string) {
  return {
    assessmentId,
    validFrom: today,
    validTo: lastDayOfMonths(today, 12),
    goals: [],
    areasWithoutGoal: [],
    rows: [
      {
        activity: 'hygiene',
        weekdays: [1, 2, 3, 4, 5],
        fromMinute: 8 * 60,
        toMinute: 10 * 60,
        assistant: 'Мария Стоянова',
        note: '',
      },
      {
        activity: 'shopping',
        weekdays: [2, 4],
        fromMinute: 10 * 60,
        toMinute: 11 * 60,
        assistant: 'Мария Стоянова',
        note: '',
      },
    ],
    differenceReason: '',
    involvement: '',
    risks: [],
    emergencyContactName: '',
    emergencyContactPhone: '',
    nextReviewDate: addMonths(today, 6),
    caseManager: 'Галина Димитрова',
  }
}
