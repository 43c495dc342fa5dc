import { and, count, eq, gte, inArray, lte, ne, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { joined, listingOf } from '#db/listing.ts'
import { applications } from '#db/schema/applications.ts'
import { assessments } from '#db/schema/assessments.ts'
import { persons } from '#db/schema/people.ts'
import type { AssessmentStatus } from '#domain/assessments/schema.ts'
import { casePerson, caseText, inSettlement, personOf, type TypedText } from './case-filter.ts'
import { ofResponsible, type AskedResponsible } from './application-responsible.ts'

export interface AssessmentFilter {
  text?: TypedText
  statuses?: readonly AssessmentStatus[]
  settlement?: string
  personId?: string
  responsible?: AskedResponsible
  /** Assessment dates, both ends included. */
  from?: string
  to?: string
}

export const assessmentListing = listingOf({
  table: assessments,
  joins: [
    ...personOf(assessments.personId),
    joined(applications, applications.id, assessments.applicationId),
  ],
  columns: {
    id: assessments.id,
    applicationId: assessments.applicationId,
    number: assessments.number,
    assessmentDate: assessments.assessmentDate,
    visitDate: assessments.visitDate,
    status: assessments.status,
    kind: assessments.kind,
    outcome: assessments.outcome,
    revision: assessments.revision,
    total: assessments.total,
    degree: assessments.degree,
    computedMinutes: assessments.computedMinutes,
    grantedMinutes: assessments.grantedMinutes,
    preparedBy: assessments.preparedBy,
    responsibleId: applications.responsibleId,
    version: assessments.version,
    ...casePerson,
  },
  orders: {
    // As it is shown: before the sheet has its own date, that of the visit.
    assessmentDate: sql`coalesce(${assessments.assessmentDate}, ${assessments.visitDate})`,
    name: persons.sortKey,
    total: assessments.total,
  },
  where: (filter: AssessmentFilter) =>
    and(
      caseText(filter.text, assessments.number),
      filter.statuses && inArray(assessments.status, [...filter.statuses]),
      filter.personId === undefined ? undefined : eq(assessments.personId, filter.personId),
      filter.from === undefined ? undefined : gte(assessments.assessmentDate, filter.from),
      filter.to === undefined ? undefined : lte(assessments.assessmentDate, filter.to),
      inSettlement(filter.settlement),
      ofResponsible(filter.responsible),
    ),
})

/** Finished ones that somebody else than `me` prepared. */
export function countAssessmentsToApprove(db: Db, me: string): number {
  return (
    db
      .select({ n: count() })
      .from(assessments)
      .where(and(eq(assessments.status, 'finished'), ne(assessments.preparedBy, me)))
      .all()[0]?.n ?? 0
  )
}
