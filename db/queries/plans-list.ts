import { and, asc, count, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { personAddresses, persons } from '#db/schema/people.ts'
import { supportPlans } from '#db/schema/plans.ts'
import type { PlanStatus } from '#domain/plans/schema.ts'
import { casePerson, caseText, currentAddress, inSettlement } from './case-filter.ts'
import type { ListWindow } from './case-filter.ts'
import { isHelpedOn } from './contracts.ts'

export interface PlanFilter {
  text?: string
  statuses?: readonly PlanStatus[]
  settlement?: string
  personId?: string
  /** First days, both ends included. */
  from?: string
  to?: string
  /** Review due on this day or before. */
  reviewBy?: string
  /** Of the living whom the service helps on this day. */
  helpedOn?: string
}

export interface PlanOrder {
  by: 'validFrom' | 'name' | 'nextReviewDate'
  descending?: boolean
}

const columns = {
  id: supportPlans.id,
  applicationId: supportPlans.applicationId,
  assessmentId: supportPlans.assessmentId,
  number: supportPlans.number,
  status: supportPlans.status,
  revision: supportPlans.revision,
  validFrom: supportPlans.validFrom,
  validTo: supportPlans.validTo,
  nextReviewDate: supportPlans.nextReviewDate,
  grantedMinutes: supportPlans.grantedMinutes,
  minMinutes: supportPlans.minMinutes,
  maxMinutes: supportPlans.maxMinutes,
  caseManager: supportPlans.caseManager,
  version: supportPlans.version,
  ...casePerson,
}
export type PlanLine = ReturnType<typeof listPlans>[number]

function where(filter: PlanFilter): SQL | undefined {
  return and(
    caseText(filter.text, supportPlans.number),
    filter.statuses && inArray(supportPlans.status, [...filter.statuses]),
    filter.personId === undefined ? undefined : eq(supportPlans.personId, filter.personId),
    filter.from === undefined ? undefined : gte(supportPlans.validFrom, filter.from),
    filter.to === undefined ? undefined : lte(supportPlans.validFrom, filter.to),
    filter.reviewBy === undefined ? undefined : lte(supportPlans.nextReviewDate, filter.reviewBy),
    filter.helpedOn === undefined
      ? undefined
      : and(isHelpedOn(supportPlans.personId, filter.helpedOn), isNull(persons.deathDate)),
    inSettlement(filter.settlement),
  )
}

/** One window of the list of plans. */
export function listPlans(db: Db, filter: PlanFilter, order: PlanOrder, window: ListWindow) {
  const way = order.descending === true ? desc : asc
  const columnOf = {
    validFrom: supportPlans.validFrom,
    name: persons.sortKey,
    nextReviewDate: supportPlans.nextReviewDate,
  }
  return db
    .select(columns)
    .from(supportPlans)
    .innerJoin(persons, eq(persons.id, supportPlans.personId))
    .innerJoin(personAddresses, currentAddress)
    .where(where(filter))
    .orderBy(way(columnOf[order.by]), way(supportPlans.id))
    .limit(window.limit)
    .offset(window.offset)
    .all()
}

export function countPlans(db: Db, filter: PlanFilter): number {
  return (
    db
      .select({ n: count() })
      .from(supportPlans)
      .innerJoin(persons, eq(persons.id, supportPlans.personId))
      .innerJoin(personAddresses, currentAddress)
      .where(where(filter))
      .all()[0]?.n ?? 0
  )
}
