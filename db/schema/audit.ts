import { sql } from 'drizzle-orm'
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The chain. Only ids stand here (never a name), so that it survives erasure whole. `seq` has no
 * gaps: a missing one is a cut-out entry.
 */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    seq: integer('seq').primaryKey(),
    /** When it happened. */
    at: text('at').notNull(),
    /** When it was written: reading is buffered and written a little later. */
    recordedAt: text('recorded_at').notNull(),
    /** `recorded_at` is before that of the entry before: the clock was set back. */
    clockBack: integer('clock_back', { mode: 'boolean' }).notNull(),
    /** Account id; null when nobody is logged in (failed login, set-up). */
    actor: text('actor'),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    /** Whose dossier this belongs to. No foreign key: the entry outlives the person's row. */
    personId: text('person_id'),
    payloadHash: text('payload_hash').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull().unique(),
  },
  (table) => [
    index('audit_entries_person').on(table.personId, table.seq),
    index('audit_entries_subject').on(table.subjectKind, table.subjectId, table.seq),
    index('audit_entries_actor').on(table.actor, table.seq),
    index('audit_entries_action').on(table.action, table.seq),
    index('audit_entries_actor_action').on(table.actor, table.action, table.seq),
    // Between two of these the instants only rise, so a period is found by halving.
    index('audit_entries_clock_back')
      .on(table.seq)
      .where(sql`clock_back = 1`),
  ],
)

/** What may be shredded: deleting the row (and its salt) leaves only a hash that says nothing. */
export const auditPayloads = sqliteTable('audit_payloads', {
  seq: integer('seq')
    .primaryKey()
    .references(() => auditEntries.seq),
  salt: blob('salt', { mode: 'buffer' }).notNull(),
  payload: text('payload').notNull(),
})

export const auditCheckpoints = sqliteTable('audit_checkpoints', {
  /** The entry up to which (and including which) this checkpoint speaks. */
  seq: integer('seq')
    .primaryKey()
    .references(() => auditEntries.seq),
  entryHash: text('entry_hash').notNull(),
  at: text('at').notNull(),
  signature: text('signature').notNull(),
})

/** The key of the checkpoints. One row; inside the encrypted database. */
export const auditKeys = sqliteTable('audit_keys', {
  id: integer('id').primaryKey(),
  key: blob('key', { mode: 'buffer' }).notNull(),
  createdAt: text('created_at').notNull(),
})

export type AuditEntryRow = typeof auditEntries.$inferSelect
