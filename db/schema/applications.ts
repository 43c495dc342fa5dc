import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  answers,
  applicationStates,
  documentTypes,
  dropOutReasons,
  eligibilityGroups,
  filedByKinds,
  kinships,
  livesWithKinds,
  otherServiceKinds,
  presentedAsKinds,
  refusalGrounds,
} from '#domain/applications/schema.ts'
import { historyKinds } from '#domain/applications/history.ts'
import type { Declarations } from '#domain/applications/schema.ts'
import { regimeIds, serviceIds } from '#domain/regimes/catalogue.ts'
import { accounts } from './accounts.ts'
import { persons, representatives } from './people.ts'
import { stamps } from './stamps.ts'

/** „Заявление-декларация“ of a person for one service. */
export const applications = sqliteTable(
  'applications',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    state: text('state', { enum: applicationStates }).notNull(),
    regime: text('regime', { enum: regimeIds }).notNull(),
    service: text('service', { enum: serviceIds }).notNull(),
    entryNumber: text('entry_number').notNull(),
    entryDate: text('entry_date').notNull(),
    /** Year of the register: numbers begin again each year. */
    entryYear: integer('entry_year').notNull(),
    eligibilityGroup: text('eligibility_group', { enum: eligibilityGroups }),
    filedBy: text('filed_by', { enum: filedByKinds }).notNull(),
    representativeId: text('representative_id').references(() => representatives.id),
    livesWith: text('lives_with', { enum: livesWithKinds }),
    householdSize: integer('household_size'),
    relativesNearby: text('relatives_nearby', { enum: answers }),
    usesOtherService: text('uses_other_service', { enum: answers }),
    preferredAssistant: text('preferred_assistant').notNull(),
    kinship: text('kinship', { enum: kinships }),
    substituteAssistant: text('substitute_assistant').notNull(),
    preferredHours: text('preferred_hours').notNull(),
    needsDescription: text('needs_description').notNull(),
    generalPractitioner: text('general_practitioner').notNull(),
    emergencyContactName: text('emergency_contact_name').notNull(),
    emergencyContactPhone: text('emergency_contact_phone').notNull(),
    preliminaryAssessmentNumber: text('preliminary_assessment_number').notNull(),
    preliminaryAssessmentDate: text('preliminary_assessment_date'),
    declarations: text('declarations', { mode: 'json' }).$type<Declarations>().notNull(),
    note: text('note').notNull(),

    documentsLetterDate: text('documents_letter_date'),
    documentsDueDate: text('documents_due_date'),
    refusalGround: text('refusal_ground', { enum: refusalGrounds }),
    dropOutReason: text('drop_out_reason', { enum: dropOutReasons }),
    /** Date and typed reason of a refusal or a drop-out. */
    endedOn: text('ended_on'),
    endReason: text('end_reason').notNull().default(''),
    /** The head went on in spite of other help, for this reason. */
    overrideReason: text('override_reason').notNull().default(''),
    overrideBy: text('override_by').references(() => accounts.id),

    receivedBy: text('received_by')
      .notNull()
      .references(() => accounts.id),
    /** Who answers for the case: this application and what is made by it. Null: nobody does. */
    responsibleId: text('responsible_id').references(() => accounts.id),
    ...stamps,
  },
  (table) => [
    uniqueIndex('applications_entry').on(table.entryYear, table.entryNumber),
    // One open application of a person for a service, also when two windows save at once.
    uniqueIndex('applications_one_open')
      .on(table.personId, table.service)
      .where(sql`${table.state} not in ('notAdmitted', 'droppedOut', 'closed', 'belowThreshold')`),
    index('applications_person').on(table.personId, table.entryDate),
    index('applications_state').on(table.state, table.entryDate),
    index('applications_date').on(table.entryDate),
    index('applications_number').on(table.entryNumber),
    index('applications_representative').on(table.representativeId),
    index('applications_override_by').on(table.overrideBy),
    index('applications_received_by').on(table.receivedBy),
    index('applications_responsible').on(table.responsibleId),
    index('applications_updated_by').on(table.updatedBy),
  ],
)

/** Papers that came with the application: seen, copied or kept. */
export const applicationDocuments = sqliteTable(
  'application_documents',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    type: text('type', { enum: documentTypes }).notNull(),
    presentedAs: text('presented_as', { enum: presentedAsKinds }).notNull(),
    number: text('number').notNull(),
    date: text('date'),
    validUntil: text('valid_until'),
    note: text('note').notNull(),
    /** Who saw it and when: all that is kept of an identity card. */
    verifiedBy: text('verified_by')
      .notNull()
      .references(() => accounts.id),
    verifiedAt: text('verified_at').notNull(),
  },
  (table) => [
    uniqueIndex('application_documents_place').on(table.applicationId, table.position),
    index('application_documents_verified_by').on(table.verifiedBy),
  ],
)

/** Help the person already has: what double support is checked against. */
export const applicationOtherServices = sqliteTable(
  'application_other_services',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind', { enum: otherServiceKinds }).notNull(),
    provider: text('provider').notNull(),
    reference: text('reference').notNull(),
    from: text('from_date'),
    until: text('until_date'),
  },
  (table) => [
    uniqueIndex('application_other_services_place').on(table.applicationId, table.position),
  ],
)

/** What happened to an application: lines are added, a step taken back is a line of its own. */
export const applicationEvents = sqliteTable(
  'application_events',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind', { enum: historyKinds }).notNull(),
    fromState: text('from_state', { enum: applicationStates }).notNull(),
    toState: text('to_state', { enum: applicationStates }).notNull(),
    /** Civil date of what happened; null where it is the day of the line. */
    onDate: text('on_date'),
    /** Ground of a refusal or why somebody dropped out. */
    why: text('why', { enum: [...refusalGrounds, ...dropOutReasons] }),
    reason: text('reason').notNull(),
    /** The line that this one takes back. */
    undoes: text('undoes'),
    /** To whom the case went; null in a line about something else, and where it went to nobody. */
    responsibleId: text('responsible_id').references(() => accounts.id),
    at: text('at').notNull(),
    by: text('by')
      .notNull()
      .references(() => accounts.id),
  },
  (table) => [
    uniqueIndex('application_events_place').on(table.applicationId, table.position),
    index('application_events_by').on(table.by),
    index('application_events_responsible').on(table.responsibleId),
  ],
)

export type ApplicationRow = typeof applications.$inferSelect
export type ApplicationEventRow = typeof applicationEvents.$inferSelect
export type ApplicationDocumentRow = typeof applicationDocuments.$inferSelect
export type ApplicationOtherServiceRow = typeof applicationOtherServices.$inferSelect
