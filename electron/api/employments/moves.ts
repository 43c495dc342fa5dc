import { agreedEnd } from '#domain/employments/days.ts'
import { employmentTransition, type EmploymentEvent } from '#domain/employments/states.ts'
import type { EmploymentStatus } from '#domain/employments/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { Db } from '#db/connection.ts'
import {
  annexesOf,
  findAnnex,
  findEmployment,
  setAnnex,
  setEmployment,
  type AnnexChanges,
  type AnnexRecord,
  type EmploymentChanges,
} from '#db/queries/employments.ts'
import { getPerson } from '#db/queries/people.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { settingValue } from '../kernel/settings.ts'
import { stepsOf, type StepCall } from '../kernel/steps.ts'

export const employmentRecord = stepsOf<EmploymentRow, EmploymentChanges>({
  subject: 'employment',
  read: 'employments.read',
  load: findEmployment,
  row: (employment) => employment,
  save: setEmployment,
  stand: ({ status }) => ({ status }),
})

export const annexRecord = stepsOf<AnnexRecord, AnnexChanges>({
  subject: 'employmentAnnex',
  read: 'employments.readPay',
  load: findAnnex,
  row: (annex) => annex,
  save: setAnnex,
  stand: ({ status }) => ({ status }),
})

type Judging = Pick<StepCall, 'today'> & { db: Db }

/** The status that an event leads to by the rules as they stand today. Throws RULE. */
export function statusAfter(
  { db, today }: Judging,
  employment: EmploymentRow,
  event: EmploymentEvent,
  problems: Problem[] = [],
): EmploymentStatus {
  const next = employmentTransition(employment.status, event, {
    today,
    contractDate: employment.contractDate,
    startDate: employment.startDate,
    endDate: employment.lastDay,
    deathDate: getPerson(db, employment.personId)?.deathDate ?? null,
    signedOn: employment.signedOn,
    suspendedFrom: employment.suspendedFrom,
    // Hours are not reported yet in this program: none is missing, none was accepted.
    unreportedMonths: [],
    hasReportedHours: false,
    minReasonLength: settingValue(db, 'minReasonLength', today),
    problems,
  })
  demand(next)
  return next.status
}

export function sentOut({ tx, today }: StepCall, employment: EmploymentRow): EmploymentChanges {
  return { status: statusAfter({ db: tx, today }, employment, { kind: 'sendOut' }) }
}

/** „Върнат подписан“: what it changes of the contract. */
export function signed(
  { tx, today }: StepCall,
  employment: EmploymentRow,
  signedOn: string,
): EmploymentChanges {
  const event = { kind: 'markSigned', signedOn } as const
  return { status: statusAfter({ db: tx, today }, employment, event), signedOn }
}

/** An annex that is signed counts from its day on; never without a contract that is. */
export function annexSigned(
  { tx, today }: StepCall,
  annex: AnnexRecord,
  signedOn: string,
): AnnexChanges {
  const employment = existing(findEmployment(tx, annex.employmentId))
  if (annex.status !== 'issued')
    throw ruleError([{ code: 'eventNotAllowed', params: { state: annex.status } }])
  if (employment.status !== 'signed') throw ruleError([{ code: 'annexOfUnsigned' }])
  if (signedOn > today)
    throw ruleError([{ code: 'dateInFuture', path: ['signedOn'], params: { todayDate: today } }])
  if (signedOn < annex.annexDate)
    throw ruleError([
      { code: 'signedBeforePaper', path: ['signedOn'], params: { paperDate: annex.annexDate } },
    ])
  return { status: 'signed', signedOn }
}

/** What follows: the contract lasts as long as its annexes say. */
export function annexCounts(call: StepCall, { employmentId }: AnnexRecord): void {
  const employment = existing(findEmployment(call.tx, employmentId))
  const annexes = annexesOf(call.tx, [employmentId]).get(employmentId) ?? []
  const lastDay = agreedEnd(employment, annexes)
  if (lastDay !== employment.lastDay) employmentRecord.save(call, employment, { lastDay })
}
