import type { EmploymentLimits, OtherEmployment } from '#domain/employments/rules.ts'
import type { Db } from '#db/connection.ts'
import { listOwnDays } from '#db/queries/calendar.ts'
import { annexesOf, employmentsOfPerson } from '#db/queries/employments.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import { settingValue } from '../kernel/settings.ts'

/** What law and office set for a contract of this day. */
export function limitsFor(db: Db, date: string): EmploymentLimits {
  return {
    minAge: settingValue(db, 'employmentMinAge', date),
    dayMinutes: settingValue(db, 'employmentDayMinutes', date),
    togetherMinutes: settingValue(db, 'employmentsDayMinutes', date),
    averagingMonths: settingValue(db, 'averagingMonths', date),
    probationMonths: settingValue(db, 'probationMonths', date),
    fixedTermYears: settingValue(db, 'fixedTermYears', date),
    minHourCents: settingValue(db, 'minimumHourCents', date),
    minMonthCents: settingValue(db, 'minimumMonthCents', date),
  }
}

/** How long НАП may be left waiting. */
export const noticeTerms = (db: Db, date: string) => ({
  beginWorkingDays: settingValue(db, 'employmentNoticeBeginDays', date),
  endDays: settingValue(db, 'employmentNoticeEndDays', date),
  ownDays: listOwnDays(db),
})

/** A contract with its annexes, as the rules look at it. */
export const besideOf = (row: EmploymentRow, annexes: OtherEmployment['annexes']) => ({
  ...row,
  terms: row,
  annexes,
})

/** All contracts of a person with the office. */
export function othersOf(db: Db, personId: string): OtherEmployment[] {
  const rows = employmentsOfPerson(db, personId)
  const annexes = annexesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => besideOf(row, annexes.get(row.id) ?? []))
}
