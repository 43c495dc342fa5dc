import { and, asc, desc, eq, max, ne } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { RowMissing } from '#db/errors.ts'
import { newId } from '#db/ids.ts'
import { keptRow, keptRows } from '#db/kept.ts'
import { inputOf, madeBy, saveByVersion, type ChangesOf, type Stamp } from '#db/kept-record.ts'
import { accounts } from '#db/schema/accounts.ts'
import { planGoals, planReviews, planRows, supportPlans } from '#db/schema/plans.ts'
import type { SupportPlanRow } from '#db/schema/plans.ts'
import { hoursOfPlan } from '#domain/plans/rules.ts'
import { planInputSchema, type PlanInput, type PlanReview } from '#domain/plans/schema.ts'

export interface NewPlan {
  applicationId: string
  personId: string
  grantedMinutes: number
  revision: number
  previousId: string | null
}

/** A new plan in draft. */
export function insertPlan(
  tx: Tx,
  input: PlanInput,
  facts: NewPlan,
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(supportPlans)
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

/** Saves the plan; returns the new version. Throws StaleVersion, RowMissing. */
export function updatePlan(
  tx: Tx,
  id: string,
  version: number,
  input: PlanInput,
  stamp: Stamp,
): number {
  const next = setPlan(tx, id, version, ownColumns(input), stamp)
  writeParts(tx, id, input)
  return next
}

export type PlanChanges = ChangesOf<typeof supportPlans>

/** A step of the plan; returns the new version. */
export const setPlan = saveByVersion(supportPlans)

/** Minutes are kept beside the rows, so that lists need not walk the calendar. */
function ownColumns(input: PlanInput) {
  const { goals, rows, ...own } = input
  const hours = hoursOfPlan(input)
  return { ...own, minMinutes: hours.min, maxMinutes: hours.max, weekMinutes: hours.perWeek }
}

function writeParts(tx: Tx, planId: string, input: PlanInput): void {
  tx.delete(planGoals).where(eq(planGoals.planId, planId)).run()
  input.goals.forEach((goal, place) => {
    tx.insert(planGoals)
      .values({ id: newId(), planId, place, ...goal })
      .run()
  })
  tx.delete(planRows).where(eq(planRows.planId, planId)).run()
  input.rows.forEach((row, place) => {
    tx.insert(planRows)
      .values({ id: newId(), planId, place, ...row })
      .run()
  })
}

const goalsOf = keptRows(planGoals, planGoals.planId, asc(planGoals.place))
const rowsOf = keptRows(planRows, planRows.planId, asc(planRows.place))

export const findPlanRow: (db: Db, id: string) => SupportPlanRow | undefined = keptRow(supportPlans)

export interface StoredPlan {
  row: SupportPlanRow
  input: PlanInput
}

/** The plan with what the form holds. Throws RowMissing. */
export function getPlan(db: Db, id: string): StoredPlan {
  const row = findPlanRow(db, id)
  if (!row) throw new RowMissing('support_plans', id)
  const parts = { goals: goalsOf(db, id), rows: rowsOf(db, id) }
  const input = inputOf({ ...row, ...parts }, planInputSchema)
  return { row, input }
}

/** Plans of a person, newest first. */
export function plansOfPerson(db: Db, personId: string): SupportPlanRow[] {
  return db
    .select()
    .from(supportPlans)
    .where(eq(supportPlans.personId, personId))
    .orderBy(desc(supportPlans.createdAt), desc(supportPlans.id))
    .all()
}

/** The next free revision of an application's plan, from 1. */
export function nextPlanRevision(db: Db, applicationId: string): number {
  const row = db
    .select({ n: max(supportPlans.revision) })
    .from(supportPlans)
    .where(eq(supportPlans.applicationId, applicationId))
    .all()[0]
  return (row?.n ?? 0) + 1
}

/** The plan of an application that is being made or runs: its newest revision that is not replaced. */
export function openPlanOf(db: Db, applicationId: string): SupportPlanRow | undefined {
  return db
    .select()
    .from(supportPlans)
    .where(
      and(eq(supportPlans.applicationId, applicationId), ne(supportPlans.status, 'superseded')),
    )
    .orderBy(desc(supportPlans.revision))
    .limit(1)
    .all()[0]
}

/** Every version of the plan of an application, newest first. */
export function planVersions(db: Db, applicationId: string) {
  return db
    .select({
      id: supportPlans.id,
      revision: supportPlans.revision,
      status: supportPlans.status,
      number: supportPlans.number,
      planDate: supportPlans.planDate,
      validFrom: supportPlans.validFrom,
      validTo: supportPlans.validTo,
    })
    .from(supportPlans)
    .where(eq(supportPlans.applicationId, applicationId))
    .orderBy(desc(supportPlans.revision))
    .all()
}

export function insertReview(tx: Tx, planId: string, review: PlanReview, stamp: Stamp): string {
  const id = newId()
  tx.insert(planReviews)
    .values({ ...review, id, planId, createdAt: stamp.at, createdBy: stamp.by })
    .run()
  return id
}

/** Reviews of a plan, newest first, with who wrote each. */
export function reviewsOfPlan(db: Db, planId: string) {
  return db
    .select({
      id: planReviews.id,
      reviewedOn: planReviews.reviewedOn,
      results: planReviews.results,
      note: planReviews.note,
      nextReviewDate: planReviews.nextReviewDate,
      writtenBy: accounts.displayName,
    })
    .from(planReviews)
    .innerJoin(accounts, eq(accounts.id, planReviews.createdBy))
    .where(eq(planReviews.planId, planId))
    .orderBy(desc(planReviews.reviewedOn), desc(planReviews.id))
    .all()
}
