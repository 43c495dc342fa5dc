import {
  mostTogether,
  type AssignmentContext,
  type HelpingEmployment,
} from '#domain/assignments/rules.ts'
import type { AssignmentInput, AssignmentRole } from '#domain/assignments/schema.ts'
import { monthOf } from '#domain/calendar/civil-date.ts'
import { workingDaysOfMonth } from '#domain/calendar/working-days.ts'
import { termsOn, type DatedAnnex } from '#domain/employments/days.ts'
import type { Db } from '#db/connection.ts'
import {
  assignmentsOfCase,
  assignmentsOfEmployment,
  type AssignmentRecord,
} from '#db/queries/assignments.ts'
import { listOwnDays } from '#db/queries/calendar.ts'
import { catalogueEntry } from '#db/queries/employment-catalogue.ts'
import { annexesOf, findEmployment } from '#db/queries/employments.ts'
import { getPerson } from '#db/queries/people.ts'
import type { ApplicationRow } from '#db/schema/applications.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import { existing } from '../kernel/faults.ts'
import { settingValue } from '../kernel/settings.ts'
import { approvedAssessmentOf } from '../plans/facts.ts'
import type { CaseMinutes } from './view.ts'

/** A contract as the rules of assignments look at it. */
const helpingOf = (db: Db, row: EmploymentRow): HelpingEmployment => ({
  personId: row.personId,
  status: row.status,
  startDate: row.startDate,
  lastDay: row.lastDay,
  givesHelp: catalogueEntry(db, row.positionId)?.givesHelp ?? false,
})

/** Null: there is no such contract. */
export function helpingById(db: Db, employmentId: string): HelpingEmployment | null {
  const row = findEmployment(db, employmentId)
  return row ? helpingOf(db, row) : null
}

/** Hours of a contract in the month of a day, by its working days; null = it names no working day. */
export function normOn(
  row: EmploymentRow,
  annexes: readonly DatedAnnex[],
  day: string,
  workingDays: number,
): number | null {
  const { minutesPerDay } = termsOn(row, annexes, day)
  return minutesPerDay === null ? null : minutesPerDay * workingDays
}

export const workingDaysIn = (db: Db, day: string): number =>
  workingDaysOfMonth(monthOf(day), listOwnDays(db)).length

export function normOf(db: Db, row: EmploymentRow, day: string): number | null {
  const annexes = annexesOf(db, [row.id]).get(row.id) ?? []
  return normOn(row, annexes, day, workingDaysIn(db, day))
}

/** An assignment as it runs: no longer than the contract and the life of who is helped. */
export const asOther = (one: AssignmentRecord) => ({ ...one, toDate: one.lastHelpDay })

/** What is granted to a person, and what titulars have of it on a day. */
export function minutesOf(
  db: Db,
  applicationId: string,
  day: string,
  own = assignmentsOfCase(db, applicationId),
): CaseMinutes {
  const granted = approvedAssessmentOf(db, applicationId)?.grantedMinutes ?? null
  const given = mostTogether({ fromDate: day, toDate: day, voidedAt: null }, own.map(asOther))
  return { granted, given, free: granted === null ? null : Math.max(0, granted - given) }
}

/**
 * Everything by which an assignment is judged; those that are `leaving` for it are taken as ended on
 * their last day.
 */
export function contextFor(
  db: Db,
  application: Pick<ApplicationRow, 'id' | 'personId'>,
  input: Omit<AssignmentInput, 'role'> & { role: AssignmentRole },
  today: string,
  leaving: readonly { id: string; lastDay: string }[] = [],
): AssignmentContext {
  const row = findEmployment(db, input.employmentId)
  const person = existing(getPerson(db, application.personId))
  const lastDays = new Map(leaving.map(({ id, lastDay }) => [id, lastDay]))
  const judged = (one: AssignmentRecord) => {
    const lastDay = lastDays.get(one.id)
    return lastDay === undefined
      ? asOther(one)
      : { ...one, toDate: lastDay, voidedAt: lastDay < one.fromDate ? today : null }
  }
  return {
    personId: application.personId,
    deathDate: person.deathDate,
    grantedMinutes: approvedAssessmentOf(db, application.id)?.grantedMinutes ?? null,
    employment: row ? helpingOf(db, row) : null,
    ofCase: assignmentsOfCase(db, application.id).map(judged),
    ofEmployment: row ? assignmentsOfEmployment(db, row.id).map(judged) : [],
    normMinutes: row ? normOf(db, row, input.fromDate) : null,
    minReasonLength: settingValue(db, 'minReasonLength', today),
  }
}
