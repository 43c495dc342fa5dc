import { and, asc, count, desc, eq, gte, inArray, lte, ne } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { assessments } from '#db/schema/assessments.ts'
import { personAddresses, persons } from '#db/schema/people.ts'
import type { AssessmentStatus } from '#domain/assessments/schema.ts'
import { casePerson, caseText, currentAddress, inSettlement } from './case-filter.ts'
import type { ListWindow } from './case-filter.ts'

export interface AssessmentFilter {
  text?: string
  statuses?: readonly AssessmentStatus[]
  settlement?: string
  personId?: string
  /** Assessment dates, both ends included. */
  from?: string
  to?: string
}

export interface AssessmentOrder {
  by: 'assessmentDate' | 'name' | 'total'
  descending?: boolean
}

const columns = {
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
  version: assessments.version,
  ...casePerson,
}
export type AssessmentLine = ReturnType<typeof listAssessments>[number]

function where(filter: AssessmentFilter): SQL | undefined {
  return and(
    caseText(filter.text, assessments.number),
    filter.statuses && inArray(assessments.status, [...filter.statuses]),
    filter.personId === undefined ? undefined : eq(assessments.personId, filter.personId),
    filter.from === undefined ? undefined : gte(assessments.assessmentDate, filter.from),
    filter.to === undefined ? undefined : lte(assessments.assessmentDate, filter.to),
    inSettlement(filter.settlement),
  )
}

/** One window of the list of assessments. */
export function listAssessments(
  db: Db,
  filter: AssessmentFilter,
  order: AssessmentOrder,
  window: ListWindow,
) {
  const way = order.descending === true ? desc : asc
  const columnOf = {
    assessmentDate: assessments.assessmentDate,
    name: persons.sortKey,
    total: assessments.total,
  }
  return db
    .select(columns)
    .from(assessments)
    .innerJoin(persons, eq(persons.id, assessments.personId))
    .innerJoin(personAddresses, currentAddress)
    .where(where(filter))
    .orderBy(way(columnOf[order.by]), way(assessments.id))
    .limit(window.limit)
    .offset(window.offset)
    .all()
}

export function countAssessments(db: Db, filter: AssessmentFilter): number {
  return (
    db
      .select({ n: count() })
      .from(assessments)
      .innerJoin(persons, eq(persons.id, assessments.personId))
      .innerJoin(personAddresses, currentAddress)
      .where(where(filter))
      .all()[0]?.n ?? 0
  )
}

/** How many assessments stand in each state. */
export function countAssessmentsByStatus(db: Db): Partial<Record<AssessmentStatus, number>> {
  const rows = db
    .select({ status: assessments.status, n: count() })
    .from(assessments)
    .groupBy(assessments.status)
    .all()
  return Object.fromEntries(rows.map((row) => [row.status, row.n]))
}

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
