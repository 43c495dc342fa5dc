import { and, asc, count, desc, eq, gte, inArray, lte, max, ne, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { RowMissing, StaleVersion } from '#db/errors.ts'
import { newId } from '#db/ids.ts'
import { kept, keptRow, keptRows, placeholders } from '#db/kept.ts'
import { assessmentAnswers, assessments, assessmentTeam } from '#db/schema/assessments.ts'
import type { AssessmentRow } from '#db/schema/assessments.ts'
import { personAddresses, persons } from '#db/schema/people.ts'
import type { AssessmentInput, AssessmentStatus } from '#domain/assessments/schema.ts'
import { casePerson, caseText, currentAddress, inSettlement } from './case-filter.ts'
import type { ListWindow } from './case-filter.ts'
import type { Stamp } from './people.ts'

export interface NewAssessment {
  personId: string
  methodologyVersionId: string
  revision: number
  previousId: string | null
}

/** A new sheet in draft; the one who begins it has prepared it. */
export function insertAssessment(
  tx: Tx,
  input: AssessmentInput,
  facts: NewAssessment,
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(assessments)
    .values({
      ...ownColumns(input),
      ...facts,
      id,
      status: 'draft',
      preparedBy: stamp.by,
      createdAt: stamp.at,
      updatedAt: stamp.at,
      updatedBy: stamp.by,
    })
    .run()
  writeParts(tx, id, input)
  return id
}

/** Saves the sheet; returns the new version. Throws StaleVersion, RowMissing. */
export function updateAssessment(
  tx: Tx,
  id: string,
  version: number,
  input: AssessmentInput,
  stamp: Stamp,
): number {
  const next = setAssessment(tx, id, version, ownColumns(input), stamp)
  writeParts(tx, id, input)
  return next
}

export type AssessmentChanges = Partial<
  Omit<AssessmentRow, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'updatedBy'>
>

/** A step of the procedure; returns the new version. Throws StaleVersion, RowMissing. */
export function setAssessment(
  tx: Tx,
  id: string,
  version: number,
  changes: AssessmentChanges,
  stamp: Stamp,
): number {
  const result = tx
    .update(assessments)
    .set({ ...changes, version: version + 1, updatedAt: stamp.at, updatedBy: stamp.by })
    .where(and(eq(assessments.id, id), eq(assessments.version, version)))
    .run()
  if (result.changes === 1) return version + 1
  const stored = findAssessmentRow(tx, id)
  if (!stored) throw new RowMissing('assessments', id)
  throw new StaleVersion('assessments', id, stored.version)
}

function ownColumns(input: AssessmentInput) {
  const {
    answers: _answers,
    team: _team,
    sources,
    opinions,
    narrative,
    risks,
    noRisks,
    personView,
    conclusions,
    recommendedActivities,
    ...own
  } = input
  return {
    ...own,
    content: {
      sources,
      opinions,
      narrative,
      risks,
      noRisks,
      personView,
      conclusions,
      recommendedActivities,
    },
  }
}

const newAnswer = kept((db) =>
  db.insert(assessmentAnswers).values(placeholders(assessmentAnswers)).prepare(),
)
const newMember = kept((db) =>
  db.insert(assessmentTeam).values(placeholders(assessmentTeam)).prepare(),
)

function writeParts(tx: Tx, assessmentId: string, input: AssessmentInput): void {
  tx.delete(assessmentAnswers).where(eq(assessmentAnswers.assessmentId, assessmentId)).run()
  for (const answer of input.answers) newAnswer(tx).run({ assessmentId, ...answer })
  tx.delete(assessmentTeam).where(eq(assessmentTeam.assessmentId, assessmentId)).run()
  input.team.forEach((member, place) => {
    newMember(tx).run({ assessmentId, place, ...member })
  })
}

const answersById = kept((db) =>
  db
    .select({
      itemId: assessmentAnswers.itemId,
      optionId: assessmentAnswers.optionId,
      reason: assessmentAnswers.reason,
    })
    .from(assessmentAnswers)
    .where(eq(assessmentAnswers.assessmentId, sql.placeholder('id')))
    .prepare(),
)
const teamById = kept((db) =>
  db
    .select({ name: assessmentTeam.name, position: assessmentTeam.position })
    .from(assessmentTeam)
    .where(eq(assessmentTeam.assessmentId, sql.placeholder('id')))
    .orderBy(asc(assessmentTeam.place))
    .prepare(),
)

export const findAssessmentRow: (db: Db, id: string) => AssessmentRow | undefined =
  keptRow(assessments)

export interface StoredAssessment {
  row: AssessmentRow
  input: AssessmentInput
}

/** The sheet with what the form holds. Throws RowMissing. */
export function getAssessment(db: Db, id: string): StoredAssessment {
  const row = findAssessmentRow(db, id)
  if (!row) throw new RowMissing('assessments', id)
  const answers = answersById(db).all({ id })
  const team = teamById(db).all({ id })
  const input: AssessmentInput = {
    applicationId: row.applicationId,
    kind: row.kind,
    updateReason: row.updateReason,
    updateReasonText: row.updateReasonText,
    assessmentDate: row.assessmentDate,
    visitDate: row.visitDate,
    visitPlace: row.visitPlace,
    visitAttempt: row.visitAttempt,
    outcome: row.outcome,
    witness: row.witness,
    answers,
    team,
    ...row.content,
    recommendedMinutesPerDay: row.recommendedMinutesPerDay,
    recommendedTerm: row.recommendedTerm,
  }
  return { row, input }
}

/** Assessments of a person, newest first. */
export function assessmentsOfPerson(db: Db, personId: string): AssessmentRow[] {
  return db
    .select()
    .from(assessments)
    .where(eq(assessments.personId, personId))
    .orderBy(desc(assessments.createdAt), desc(assessments.id))
    .all()
}

/** Assessments of an application, newest revision first. */
export const assessmentsOfApplication: (db: Db, applicationId: string) => AssessmentRow[] =
  keptRows(assessments, assessments.applicationId, desc(assessments.revision))

/** The last approved assessment of a person except the given one: what changes are held against. */
export function lastApprovedAssessment(
  db: Db,
  personId: string,
  exceptId: string | null = null,
): StoredAssessment | undefined {
  const row = db
    .select({ id: assessments.id })
    .from(assessments)
    .where(
      and(
        eq(assessments.personId, personId),
        inArray(assessments.status, ['approved', 'superseded']),
      ),
    )
    .orderBy(desc(assessments.approvalDate), desc(assessments.revision), desc(assessments.id))
    .all()
    .find((found) => found.id !== exceptId)
  return row && getAssessment(db, row.id)
}

/** The next free revision of an application, from 1. */
export function nextAssessmentRevision(db: Db, applicationId: string): number {
  const row = db
    .select({ n: max(assessments.revision) })
    .from(assessments)
    .where(eq(assessments.applicationId, applicationId))
    .all()[0]
  return (row?.n ?? 0) + 1
}

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

/** The newest sheet that this account wrote: its team and place begin the next one. */
export function lastSheetBy(
  db: Db,
  accountId: string,
): Pick<AssessmentInput, 'team' | 'visitPlace'> | undefined {
  const row = db
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.preparedBy, accountId))
    .orderBy(desc(assessments.updatedAt), desc(assessments.id))
    .limit(1)
    .all()[0]
  if (!row) return undefined
  const { team, visitPlace } = getAssessment(db, row.id).input
  return { team, visitPlace }
}

/** Throws away a sheet; answers and team go with it. Throws StaleVersion, RowMissing. */
export function deleteAssessment(tx: Tx, id: string, version: number): void {
  const result = tx
    .delete(assessments)
    .where(and(eq(assessments.id, id), eq(assessments.version, version)))
    .run()
  if (result.changes === 1) return
  const stored = findAssessmentRow(tx, id)
  if (!stored) throw new RowMissing('assessments', id)
  throw new StaleVersion('assessments', id, stored.version)
}
