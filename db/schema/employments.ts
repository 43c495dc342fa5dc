import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { catalogueParts } from '#domain/employments/catalogue.ts'
import {
  annexStatuses,
  employmentKinds,
  employmentStatuses,
  legalGrounds,
  payUnits,
} from '#domain/employments/schema.ts'
import { accounts } from './accounts.ts'
import { persons } from './people.ts'
import { projects } from './projects.ts'
import { stamps } from './stamps.ts'

/**
 * Positions and grounds of ending that the office set itself, over those that come with the program:
 * a row of the same id stands in the place of the shipped one.
 */
export const employmentCatalogue = sqliteTable(
  'employment_catalogue',
  {
    id: text('id').primaryKey(),
    part: text('part', { enum: catalogueParts }).notNull(),
    /** Null: for labour and civil contracts. */
    kind: text('kind', { enum: employmentKinds }),
    name: text('name').notNull(),
    /** НКПД of a position, article of a ground. Null: the classification has none. */
    code: text('code'),
    givesHelp: integer('gives_help', { mode: 'boolean' }).notNull(),
    duties: text('duties'),
    source: text('source'),
    /** Null: always, and for good. */
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    ...stamps,
  },
  (table) => [index('employment_catalogue_updated_by').on(table.updatedBy)],
)

/** Labour and civil contracts of assistants and staff. The number comes with „Издай“ and never leaves. */
export const employments = sqliteTable(
  'employments',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    kind: text('kind', { enum: employmentKinds }).notNull(),
    /** Of the catalogue, shipped or own. */
    positionId: text('position_id').notNull(),
    legalGround: text('legal_ground', { enum: legalGrounds }).notNull(),
    projectId: text('project_id').references(() => projects.id),
    programme: text('programme'),
    task: text('task'),
    contractDate: text('contract_date').notNull(),
    startDate: text('start_date').notNull(),
    /** Null: безсрочен, or until the work is done. */
    endDate: text('end_date'),
    /** Its last day: of the term as the annexes left it, or the one on which it ended. */
    lastDay: text('last_day'),
    /** Null: a civil contract has no working time, leave and notice. */
    minutesPerDay: integer('minutes_per_day'),
    schedule: text('schedule'),
    /** Null: each day is counted by itself. */
    averagingMonths: integer('averaging_months'),
    otherMinutesPerDay: integer('other_minutes_per_day').notNull(),
    basePayCents: integer('base_pay_cents').notNull(),
    payUnit: text('pay_unit', { enum: payUnits }).notNull(),
    leaveDays: integer('leave_days'),
    noticeDays: integer('notice_days'),
    /** Null: no probation. */
    probationMonths: integer('probation_months'),
    placeOfWork: text('place_of_work').notNull(),
    education: text('education'),
    place: text('place').notNull(),
    copies: integer('copies').notNull(),
    accountantSigns: integer('accountant_signs', { mode: 'boolean' }).notNull(),

    status: text('status', { enum: employmentStatuses }).notNull(),
    number: text('number'),
    numberYear: integer('number_year'),
    /** The application by which the assistant was chosen, where there is one. */
    candidacyId: text('candidacy_id'),
    issuedAt: text('issued_at'),
    issuedBy: text('issued_by').references(() => accounts.id),
    signedOn: text('signed_on'),
    suspendedFrom: text('suspended_from'),
    suspensionReason: text('suspension_reason').notNull().default(''),
    endGroundId: text('end_ground_id'),
    /** As they stand in the order: the catalogue may change later. */
    endArticle: text('end_article'),
    endGroundName: text('end_ground_name'),
    endOrderDate: text('end_order_date'),
    endReason: text('end_reason').notNull().default(''),
    annulReason: text('annul_reason').notNull().default(''),
    /** Told to НАП; null = not yet. */
    beginNoticeOn: text('begin_notice_on'),
    beginNoticeReference: text('begin_notice_reference'),
    endNoticeOn: text('end_notice_on'),
    endNoticeReference: text('end_notice_reference'),

    preparedBy: text('prepared_by')
      .notNull()
      .references(() => accounts.id),
    ...stamps,
  },
  (table) => [
    uniqueIndex('employments_number').on(table.numberYear, table.number),
    index('employments_number_text').on(table.number),
    index('employments_person').on(table.personId, table.startDate),
    index('employments_project').on(table.projectId),
    index('employments_status').on(table.status, table.contractDate),
    index('employments_date').on(table.contractDate),
    index('employments_last_day').on(table.lastDay),
    index('employments_issued_by').on(table.issuedBy),
    index('employments_prepared_by').on(table.preparedBy),
    index('employments_updated_by').on(table.updatedBy),
    check(
      'employments_number_when_issued',
      sql`(${table.status} = 'draft') = (${table.number} is null)`,
    ),
    check(
      'employments_ended_with_ground',
      sql`${table.status} <> 'ended' or (${table.endGroundId} is not null and ${table.lastDay} is not null)`,
    ),
  ],
)

/** Additional agreements; null in a column: that stays as it was. */
export const employmentAnnexes = sqliteTable(
  'employment_annexes',
  {
    id: text('id').primaryKey(),
    employmentId: text('employment_id')
      .notNull()
      .references(() => employments.id),
    number: text('number'),
    numberYear: integer('number_year'),
    status: text('status', { enum: annexStatuses }).notNull(),
    annexDate: text('annex_date').notNull(),
    fromDate: text('from_date').notNull(),
    minutesPerDay: integer('minutes_per_day'),
    basePayCents: integer('base_pay_cents'),
    payUnit: text('pay_unit', { enum: payUnits }),
    programme: text('programme'),
    placeOfWork: text('place_of_work'),
    endDate: text('end_date'),
    signedOn: text('signed_on'),
    annulReason: text('annul_reason').notNull().default(''),
    /** Told to НАП; null = not yet. */
    noticeOn: text('notice_on'),
    noticeReference: text('notice_reference'),
    ...stamps,
  },
  (table) => [
    uniqueIndex('employment_annexes_number').on(table.numberYear, table.number),
    index('employment_annexes_employment').on(table.employmentId, table.fromDate),
    index('employment_annexes_updated_by').on(table.updatedBy),
    check(
      'employment_annexes_number_when_issued',
      sql`(${table.status} = 'draft') = (${table.number} is null)`,
    ),
  ],
)

export type CatalogueRow = typeof employmentCatalogue.$inferSelect
export type EmploymentRow = typeof employments.$inferSelect
export type AnnexRow = typeof employmentAnnexes.$inferSelect
