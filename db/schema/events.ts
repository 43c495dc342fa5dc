import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { dueKinds, eventKinds, eventStates, presences } from '#domain/events/schema.ts'
import { accounts } from './accounts.ts'
import { employments } from './employments.ts'
import { persons } from './people.ts'
import { projects } from './projects.ts'
import { stamps } from './stamps.ts'

/** Trainings, supervisions, psychological support, consultations, informing. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: eventKinds }).notNull(),
    topic: text('topic').notNull(),
    leader: text('leader').notNull(),
    /** Null: whoever leads works for another. */
    leaderEmploymentId: text('leader_employment_id').references(() => employments.id),
    place: text('place').notNull(),
    groupName: text('group_name').notNull(),
    /** Null: paid by no project. */
    projectId: text('project_id').references(() => projects.id),
    programme: text('programme').notNull(),
    /** Of all sessions together, and the days between which they lie. */
    minutes: integer('minutes').notNull(),
    firstDay: text('first_day').notNull(),
    lastDay: text('last_day').notNull(),
    state: text('state', { enum: eventStates }).notNull(),
    cancelReason: text('cancel_reason').notNull().default(''),
    /** Why a held one was corrected the last time. */
    correctReason: text('correct_reason').notNull().default(''),
    /** Of a supervision, without names. */
    findings: text('findings').notNull().default(''),
    ...stamps,
  },
  (table) => [
    index('events_days').on(table.firstDay),
    index('events_kind').on(table.kind, table.state),
    index('events_leader').on(table.leaderEmploymentId),
    index('events_project').on(table.projectId),
    index('events_updated_by').on(table.updatedBy),
  ],
)

/** The meetings of an event, in their order. */
export const eventSessions = sqliteTable(
  'event_sessions',
  {
    id: text('id').primaryKey(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id),
    position: integer('position').notNull(),
    onDate: text('on_date').notNull(),
    fromMinute: integer('from_minute').notNull(),
    toMinute: integer('to_minute').notNull(),
  },
  (table) => [
    index('event_sessions_event').on(table.eventId, table.position),
    index('event_sessions_date').on(table.onDate),
  ],
)

/** Who is to come, and the certificate that they were given. */
export const eventParticipants = sqliteTable(
  'event_participants',
  {
    id: text('id').primaryKey(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    /** By which contract they were at work then; null: by none. */
    employmentId: text('employment_id').references(() => employments.id),
    addedBy: text('added_by')
      .notNull()
      .references(() => accounts.id),
    certificateNumber: text('certificate_number'),
    certificateDate: text('certificate_date'),
    certificateYear: integer('certificate_year'),
    ...stamps,
  },
  (table) => [
    uniqueIndex('event_participants_once').on(table.eventId, table.personId),
    uniqueIndex('event_participants_certificate').on(
      table.certificateYear,
      table.certificateNumber,
    ),
    index('event_participants_person').on(table.personId),
    index('event_participants_employment').on(table.employmentId),
    index('event_participants_added_by').on(table.addedBy),
    index('event_participants_updated_by').on(table.updatedBy),
  ],
)

/** The grid: who was at which session. A cell that is not there was not marked. */
export const eventPresence = sqliteTable(
  'event_presence',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => eventSessions.id),
    participantId: text('participant_id')
      .notNull()
      .references(() => eventParticipants.id),
    presence: text('presence', { enum: presences }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.participantId] }),
    index('event_presence_participant').on(table.participantId),
  ],
)

/** Of psychological support alone; read by who wrote it and by the head. */
export const eventNotes = sqliteTable(
  'event_notes',
  {
    id: text('id').primaryKey(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id),
    text: text('text').notNull(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => accounts.id),
    ...stamps,
  },
  (table) => [
    index('event_notes_event').on(table.eventId),
    index('event_notes_written_by').on(table.writtenBy),
    index('event_notes_updated_by').on(table.updatedBy),
  ],
)

/** Who need not come, by an earlier programme and its paper. */
export const trainingExemptions = sqliteTable(
  'training_exemptions',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    kind: text('kind', { enum: dueKinds }).notNull(),
    topic: text('topic').notNull(),
    programme: text('programme').notNull(),
    paperNumber: text('paper_number').notNull(),
    /** Null: the paper has none that is known. */
    paperDate: text('paper_date'),
    reason: text('reason').notNull(),
    ...stamps,
  },
  (table) => [
    index('training_exemptions_person').on(table.personId, table.kind),
    index('training_exemptions_updated_by').on(table.updatedBy),
  ],
)

/** Who stands by somebody new, from a day to a day. */
export const mentorships = sqliteTable(
  'mentorships',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    mentorId: text('mentor_id')
      .notNull()
      .references(() => persons.id),
    fromDate: text('from_date').notNull(),
    toDate: text('to_date').notNull(),
    ...stamps,
  },
  (table) => [
    index('mentorships_person').on(table.personId, table.fromDate),
    index('mentorships_mentor').on(table.mentorId),
    index('mentorships_updated_by').on(table.updatedBy),
  ],
)

export type EventRow = typeof events.$inferSelect
export type SessionRow = typeof eventSessions.$inferSelect
export type ParticipantRow = typeof eventParticipants.$inferSelect
export type NoteRow = typeof eventNotes.$inferSelect
export type ExemptionRow = typeof trainingExemptions.$inferSelect
export type MentorshipRow = typeof mentorships.$inferSelect
