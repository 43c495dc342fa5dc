import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { RowMissing } from '#db/errors.ts'
import { newId } from '#db/ids.ts'
import { kept, keptInsert, keptRow, keptRows } from '#db/kept.ts'
import {
  inputOf,
  madeBy,
  removeByVersion,
  saveByVersion,
  type ChangesOf,
  type Stamp,
} from '#db/kept-record.ts'
import { assessmentAnswers, assessments, assessmentTeam } from '#db/schema/assessments.ts'
import type { AssessmentRow } from '#db/schema/assessments.ts'
import { assessmentInputSchema, type AssessmentInput } from '#domain/assessments/schema.ts'

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
      ...madeBy(stamp),
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

export type AssessmentChanges = ChangesOf<typeof assessments>

/** A step of the sheet; returns the new version. */
export const setAssessment = saveByVersion(assessments)

/** Throws away a sheet; answers and team go with it. */
export const deleteAssessment = removeByVersion(assessments)

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

const insertAnswer = keptInsert(assessmentAnswers)
const insertMember = keptInsert(assessmentTeam)

function writeParts(tx: Tx, assessmentId: string, input: AssessmentInput): void {
  tx.delete(assessmentAnswers).where(eq(assessmentAnswers.assessmentId, assessmentId)).run()
  for (const answer of input.answers) insertAnswer(tx, { assessmentId, ...answer })
  tx.delete(assessmentTeam).where(eq(assessmentTeam.assessmentId, assessmentId)).run()
  input.team.forEach((member, place) => {
    insertMember(tx, { assessmentId, place, ...member })
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
  const input = inputOf({ ...row, ...row.content, answers, team }, assessmentInputSchema)
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
