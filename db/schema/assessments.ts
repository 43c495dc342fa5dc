import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core'
import {
  assessmentKinds,
  assessmentStatuses,
  updateReasons,
  visitOutcomes,
} from '#domain/assessments/schema.ts'
import type { AssessmentInput } from '#domain/assessments/schema.ts'
import type { Score } from '#domain/methodologies/score.ts'
import { termKinds } from '#domain/regimes/catalogue.ts'
import { accounts } from './accounts.ts'
import { applications } from './applications.ts'
import { methodologyVersions } from './methodologies.ts'
import { persons } from './people.ts'
import { stamps } from './stamps.ts'

/** Texts and lists of the sheet that nothing is ever searched by. */
export type AssessmentContent = Pick<
  AssessmentInput,
  | 'sources'
  | 'opinions'
  | 'narrative'
  | 'risks'
  | 'noRisks'
  | 'personView'
  | 'conclusions'
  | 'recommendedActivities'
>

/** Individual assessments of needs. An approved one is never written again, only followed. */
export const assessments = sqliteTable(
  'assessments',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    /** Frozen when the assessment began. */
    methodologyVersionId: text('methodology_version_id')
      .notNull()
      .references(() => methodologyVersions.id),
    status: text('status', { enum: assessmentStatuses }).notNull(),
    /** 1 for the first of the application; a correction or a review is the next one. */
    revision: integer('revision').notNull(),
    previousId: text('previous_id').references((): AnySQLiteColumn => assessments.id),
    kind: text('kind', { enum: assessmentKinds }).notNull(),
    updateReason: text('update_reason', { enum: updateReasons }),
    updateReasonText: text('update_reason_text').notNull(),
    number: text('number'),
    numberYear: integer('number_year'),
    assessmentDate: text('assessment_date'),
    visitDate: text('visit_date'),
    visitPlace: text('visit_place').notNull(),
    visitAttempt: integer('visit_attempt').notNull(),
    outcome: text('outcome', { enum: visitOutcomes }).notNull(),
    witness: text('witness').notNull(),
    recommendedMinutesPerDay: integer('recommended_minutes_per_day'),
    recommendedTerm: text('recommended_term', { enum: termKinds }),
    content: text('content', { mode: 'json' }).$type<AssessmentContent>().notNull(),

    /** Frozen with „Завърши“: the score and its computed why. */
    score: text('score', { mode: 'json' }).$type<Score>(),
    total: integer('total'),
    degree: text('degree'),
    computedMinutes: integer('computed_minutes'),
    finishedAt: text('finished_at'),
    preparedBy: text('prepared_by')
      .notNull()
      .references(() => accounts.id),
    grantedMinutes: integer('granted_minutes'),
    grantedReason: text('granted_reason').notNull().default(''),
    approvedBy: text('approved_by').references(() => accounts.id),
    approvalDate: text('approval_date'),
    sentBackReason: text('sent_back_reason').notNull().default(''),

    ...stamps,
  },
  (table) => [
    uniqueIndex('assessments_number').on(table.numberYear, table.number),
    uniqueIndex('assessments_revision').on(table.applicationId, table.revision),
    index('assessments_person').on(table.personId),
    index('assessments_status').on(table.status, table.assessmentDate),
    index('assessments_date').on(table.assessmentDate),
    index('assessments_methodology').on(table.methodologyVersionId),
    index('assessments_previous').on(table.previousId),
    index('assessments_prepared_by').on(table.preparedBy),
    index('assessments_approved_by').on(table.approvedBy),
    index('assessments_updated_by').on(table.updatedBy),
    check(
      'assessments_two_people',
      sql`${table.status} <> 'approved' or (${table.approvedBy} is not null and ${table.approvedBy} <> ${table.preparedBy} and ${table.grantedMinutes} is not null)`,
    ),
  ],
)

export const assessmentAnswers = sqliteTable(
  'assessment_answers',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    itemId: text('item_id').notNull(),
    optionId: text('option_id'),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.itemId] })],
)

export const assessmentTeam = sqliteTable(
  'assessment_team',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    name: text('name').notNull(),
    position: text('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.place] })],
)

export type AssessmentRow = typeof assessments.$inferSelect
