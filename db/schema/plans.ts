import {
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core'
import { planStatuses } from '#domain/plans/schema.ts'
import type { PlanInput, PlanReview } from '#domain/plans/schema.ts'
import { accounts } from './accounts.ts'
import { applications } from './applications.ts'
import { assessments } from './assessments.ts'
import { persons } from './people.ts'
import { stamps } from './stamps.ts'

/** Individual support plans; a change of an approved one is a new row, the old stays readable. */
export const supportPlans = sqliteTable(
  'support_plans',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    status: text('status', { enum: planStatuses }).notNull(),
    revision: integer('revision').notNull(),
    previousId: text('previous_id').references((): AnySQLiteColumn => supportPlans.id),
    number: text('number'),
    numberYear: integer('number_year'),
    /** Date of the paper. */
    planDate: text('plan_date'),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to').notNull(),
    nextReviewDate: text('next_review_date'),
    /** Minutes: granted by the assessment, and leanest and fullest month of the plan. */
    grantedMinutes: integer('granted_minutes').notNull(),
    minMinutes: integer('min_minutes').notNull(),
    maxMinutes: integer('max_minutes').notNull(),
    weekMinutes: integer('week_minutes').notNull(),
    areasWithoutGoal: text('areas_without_goal', { mode: 'json' })
      .$type<PlanInput['areasWithoutGoal']>()
      .notNull(),
    risks: text('risks', { mode: 'json' }).$type<string[]>().notNull(),
    differenceReason: text('difference_reason').notNull(),
    involvement: text('involvement').notNull(),
    emergencyContactName: text('emergency_contact_name').notNull(),
    emergencyContactPhone: text('emergency_contact_phone').notNull(),
    generalPractitioner: text('general_practitioner').notNull().default(''),
    caseManager: text('case_manager').notNull(),
    preparedBy: text('prepared_by')
      .notNull()
      .references(() => accounts.id),
    approvedBy: text('approved_by').references(() => accounts.id),
    approvedAt: text('approved_at'),
    sentBackReason: text('sent_back_reason').notNull().default(''),
    signedOn: text('signed_on'),
    ...stamps,
  },
  (table) => [
    uniqueIndex('support_plans_number').on(table.numberYear, table.number),
    uniqueIndex('support_plans_revision').on(table.applicationId, table.revision),
    index('support_plans_person').on(table.personId),
    index('support_plans_assessment').on(table.assessmentId),
    index('support_plans_status').on(table.status, table.validFrom),
    index('support_plans_from').on(table.validFrom),
    index('support_plans_review').on(table.nextReviewDate),
    index('support_plans_previous').on(table.previousId),
    index('support_plans_prepared_by').on(table.preparedBy),
    index('support_plans_approved_by').on(table.approvedBy),
    index('support_plans_updated_by').on(table.updatedBy),
  ],
)

export const planGoals = sqliteTable(
  'plan_goals',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => supportPlans.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    kind: text('kind', { enum: ['longTerm', 'shortTerm'] }).notNull(),
    areaId: text('area_id'),
    goal: text('goal').notNull(),
    activities: text('activities', { mode: 'json' }).$type<string[]>().notNull(),
    expectedResult: text('expected_result').notNull(),
    responsible: text('responsible').notNull(),
    startDate: text('start_date').notNull(),
    endDate: text('end_date').notNull(),
  },
  (table) => [uniqueIndex('plan_goals_place').on(table.planId, table.place)],
)

export const planRows = sqliteTable(
  'plan_rows',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => supportPlans.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    activity: text('activity').notNull(),
    /** 1 = Monday … 7 = Sunday. */
    weekdays: text('weekdays', { mode: 'json' }).$type<number[]>().notNull(),
    fromMinute: integer('from_minute').notNull(),
    toMinute: integer('to_minute').notNull(),
    assistant: text('assistant').notNull(),
    note: text('note').notNull(),
  },
  (table) => [uniqueIndex('plan_rows_place').on(table.planId, table.place)],
)

/** Reviews of a plan in force; its goals are locked by then, so results stand by their place. */
export const planReviews = sqliteTable(
  'plan_reviews',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => supportPlans.id),
    reviewedOn: text('reviewed_on').notNull(),
    results: text('results', { mode: 'json' }).$type<PlanReview['results']>().notNull(),
    note: text('note').notNull(),
    nextReviewDate: text('next_review_date'),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => accounts.id),
  },
  (table) => [
    index('plan_reviews_plan').on(table.planId, table.reviewedOn),
    index('plan_reviews_created_by').on(table.createdBy),
  ],
)

export type SupportPlanRow = typeof supportPlans.$inferSelect
