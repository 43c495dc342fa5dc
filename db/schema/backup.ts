import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { checkDepths, type Finding } from '#domain/backup/office-check.ts'
import { copyStates } from '#domain/backup/schema.ts'
import { accounts } from './accounts.ts'

/** Sticks and folders that were ever copied to, by the id in their `medium.json`. */
export const backupMedia = sqliteTable('backup_media', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Where it was last seen: a drive letter, a mount point or a folder. */
  place: text('place').notNull(),
  addedAt: text('added_at').notNull(),
  lastSeenAt: text('last_seen_at').notNull(),
})

/** Copies on media. Only the office can say that one was verified; a medium is not believed. */
export const backupCopies = sqliteTable(
  'backup_copies',
  {
    /** The id in its manifest. */
    id: text('id').primaryKey(),
    mediumId: text('medium_id')
      .notNull()
      .references(() => backupMedia.id),
    /** Name of its folder on the medium. */
    name: text('name').notNull(),
    state: text('state', { enum: copyStates }).notNull(),
    createdAt: text('created_at').notNull(),
    madeBy: text('made_by').references(() => accounts.id),
    /** Number of the last audit entry in it; 0: none. Newer is what has more. */
    auditSeq: integer('audit_seq').notNull(),
    people: integer('people').notNull(),
    /** Bytes of database and stored files together. */
    bytes: integer('bytes').notNull(),
    verifiedAt: text('verified_at'),
    /** The last trial restore that went through. */
    triedAt: text('tried_at'),
    /** When the rule took it off the medium. */
    prunedAt: text('pruned_at'),
  },
  (table) => [
    index('backup_copies_medium').on(table.mediumId, table.auditSeq),
    index('backup_copies_made_by').on(table.madeBy),
    index('backup_copies_verified').on(table.verifiedAt),
  ],
)

/** Restores of this database: each stands in the database that was brought back by it. */
export const restores = sqliteTable(
  'restores',
  {
    id: text('id').primaryKey(),
    restoredAt: text('restored_at').notNull(),
    /** The profile, of the copy, that opened it; null: the recovery sheet. */
    restoredBy: text('restored_by').references(() => accounts.id),
    copyId: text('copy_id').notNull(),
    copyCreatedAt: text('copy_created_at').notNull(),
    /** Snapshot of the state before; null where there was none to save. */
    safetyCopy: text('safety_copy'),
    /** Until when „Отмени възстановяването“ is offered. */
    undoUntil: text('undo_until'),
    /** Null until somebody typed the last numbers on paper: until then no number is drawn. */
    numbersConfirmedAt: text('numbers_confirmed_at'),
    numbersConfirmedBy: text('numbers_confirmed_by').references(() => accounts.id),
  },
  (table) => [
    index('restores_restored_by').on(table.restoredBy),
    index('restores_numbers_confirmed_by').on(table.numbersConfirmedBy),
  ],
)

/**
 * What was erased, as hashes alone: a restore of an older copy erases it again. The hash of the
 * entry is compared first, since an older copy goes on with the same numbers for other entries.
 */
export const erasures = sqliteTable(
  'erasures',
  {
    id: text('id').primaryKey(),
    auditSeq: integer('audit_seq').notNull(),
    entryHash: text('entry_hash').notNull(),
    erasedAt: text('erased_at').notNull(),
  },
  (table) => [index('erasures_seq').on(table.auditSeq)],
)

/** The last check of the office's own data of each depth. */
export const officeChecks = sqliteTable(
  'office_checks',
  {
    depth: text('depth', { enum: checkDepths }).primaryKey(),
    checkedAt: text('checked_at').notNull(),
    /** Null: the program by itself. */
    checkedBy: text('checked_by').references(() => accounts.id),
    findings: text('findings', { mode: 'json' }).$type<Finding[]>().notNull(),
  },
  (table) => [index('office_checks_checked_by').on(table.checkedBy)],
)

export type BackupMediumRow = typeof backupMedia.$inferSelect
export type BackupCopyRow = typeof backupCopies.$inferSelect
export type RestoreRow = typeof restores.$inferSelect
