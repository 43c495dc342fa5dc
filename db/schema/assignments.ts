import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { assignmentRoles, type Present } from '#domain/assignments/schema.ts'
import { sexes } from '#domain/people/schema.ts'
import { applications } from './applications.ts'
import { employments } from './employments.ts'
import { persons } from './people.ts'
import { stamps } from './stamps.ts'

/** „Протокол за избор на асистент“: the decision of a person, before whom, and why a wish was not kept. */
export const assistantChoices = sqliteTable(
  'assistant_choices',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    decidedOn: text('decided_on').notNull(),
    present: text('present', { mode: 'json' }).$type<Present[]>().notNull(),
    /** Empty: help to choose was asked for. */
    wishText: text('wish_text').notNull(),
    wishedEmploymentId: text('wished_employment_id').references(() => employments.id),
    wishedSex: text('wished_sex', { enum: sexes }),
    chosenEmploymentId: text('chosen_employment_id')
      .notNull()
      .references(() => employments.id),
    substituteEmploymentId: text('substitute_employment_id').references(() => employments.id),
    wishHonoured: integer('wish_honoured', { mode: 'boolean' }).notNull(),
    notHonouredReason: text('not_honoured_reason').notNull(),
    statement: text('statement').notNull(),
    /** Null until the paper is frozen. */
    number: text('number'),
    numberYear: integer('number_year'),
    ...stamps,
  },
  (table) => [
    uniqueIndex('assistant_choices_number').on(table.numberYear, table.number),
    index('assistant_choices_application').on(table.applicationId, table.decidedOn),
    index('assistant_choices_person').on(table.personId),
    index('assistant_choices_wished').on(table.wishedEmploymentId),
    index('assistant_choices_chosen').on(table.chosenEmploymentId),
    index('assistant_choices_substitute').on(table.substituteEmploymentId),
    index('assistant_choices_updated_by').on(table.updatedBy),
  ],
)

/** Who helps whom, under which contract, from when. Its state follows from the days. */
export const assignments = sqliteTable(
  'assignments',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    /** Who is helped. */
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    employmentId: text('employment_id')
      .notNull()
      .references(() => employments.id),
    role: text('role', { enum: assignmentRoles }).notNull(),
    fromDate: text('from_date').notNull(),
    /** Last day; null = until it is ended. */
    toDate: text('to_date'),
    minutesPerMonth: integer('minutes_per_month').notNull(),
    overNormReason: text('over_norm_reason').notNull(),
    /** The decision of the person by which it was made. */
    choiceId: text('choice_id').references(() => assistantChoices.id),
    /** The one that it came in the place of. */
    replacesId: text('replaces_id'),
    endReason: text('end_reason').notNull().default(''),
    /** Entered by mistake: it counts nowhere and stays readable. */
    voidedAt: text('voided_at'),
    voidReason: text('void_reason').notNull().default(''),
    ...stamps,
  },
  (table) => [
    index('assignments_application').on(table.applicationId, table.fromDate),
    index('assignments_person').on(table.personId, table.fromDate),
    index('assignments_employment').on(table.employmentId, table.fromDate),
    index('assignments_choice').on(table.choiceId),
    index('assignments_replaces').on(table.replacesId),
    index('assignments_to').on(table.toDate),
    index('assignments_from').on(table.fromDate),
    index('assignments_updated_by').on(table.updatedBy),
    check('assignments_days', sql`${table.toDate} is null or ${table.toDate} >= ${table.fromDate}`),
  ],
)

/** Keys of flats: who holds which, since when, given back. */
export const homeKeys = sqliteTable(
  'home_keys',
  {
    id: text('id').primaryKey(),
    /** Whose home. */
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    employmentId: text('employment_id')
      .notNull()
      .references(() => employments.id),
    what: text('what').notNull(),
    givenOn: text('given_on').notNull(),
    /** Null: still held. */
    returnedOn: text('returned_on'),
    note: text('note').notNull(),
    ...stamps,
  },
  (table) => [
    index('home_keys_person').on(table.personId),
    index('home_keys_employment').on(table.employmentId),
    index('home_keys_updated_by').on(table.updatedBy),
  ],
)

export type AssistantChoiceRow = typeof assistantChoices.$inferSelect
export type AssignmentRow = typeof assignments.$inferSelect
export type HomeKeyRow = typeof homeKeys.$inferSelect
