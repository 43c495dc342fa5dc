import { and, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import { joined, listingOf } from '#db/listing.ts'
import { applications } from '#db/schema/applications.ts'
import { persons } from '#db/schema/people.ts'
import { supportPlans } from '#db/schema/plans.ts'
import type { PlanStatus } from '#domain/plans/schema.ts'
import { casePerson, caseText, inSettlement, personOf, type TypedText } from './case-filter.ts'
import { isHelpedOn } from './contracts-list.ts'
import { ofResponsible, type AskedResponsible } from './application-responsible.ts'

export interface PlanFilter {
  text?: TypedText
  statuses?: readonly PlanStatus[]
  settlement?: string
  personId?: string
  responsible?: AskedResponsible
  /** First days, both ends included. */
  from?: string
  to?: string
  /** Review due on this day or before. */
  reviewBy?: string
  /** Of the living whom the service helps on this day. */
  helpedOn?: string
}

export const planListing = listingOf({
  table: supportPlans,
  joins: [
    ...personOf(supportPlans.personId),
    joined(applications, applications.id, supportPlans.applicationId),
  ],
  columns: {
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
    responsibleId: applications.responsibleId,
    version: supportPlans.version,
    ...casePerson,
  },
  orders: {
    validFrom: supportPlans.validFrom,
    name: persons.sortKey,
    nextReviewDate: supportPlans.nextReviewDate,
  },
  where: (filter: PlanFilter) =>
    and(
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
      ofResponsible(filter.responsible),
    ),
})
