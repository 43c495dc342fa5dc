import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from './accounts.ts'

/** One row a register and year; `mode` says who numbers: the program or the municipality. */
export const registryCounters = sqliteTable(
  'registry_counters',
  {
    register: text('register').notNull(),
    year: integer('year').notNull(),
    mode: text('mode', { enum: ['drawn', 'typed'] }).notNull(),
    lastNumber: integer('last_number').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.register, table.year] })],
)

/** Every number ever issued. Rows are never deleted: a wrong one is annulled and keeps its number. */
export const registryNumbers = sqliteTable(
  'registry_numbers',
  {
    id: text('id').primaryKey(),
    register: text('register').notNull(),
    year: integer('year').notNull(),
    /** The drawn number; null where the municipality's own register gave one with signs in it. */
    number: integer('number'),
    /** As it stands on paper. */
    label: text('label').notNull(),
    status: text('status', { enum: ['issued', 'annulled'] })
      .notNull()
      .default('issued'),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    issuedOn: text('issued_on').notNull(),
    issuedAt: text('issued_at').notNull(),
    issuedBy: text('issued_by').references(() => accounts.id),
    annulledAt: text('annulled_at'),
    annulledBy: text('annulled_by').references(() => accounts.id),
    annulReason: text('annul_reason'),
  },
  (table) => [
    uniqueIndex('registry_numbers_number').on(table.register, table.year, table.number),
    uniqueIndex('registry_numbers_label').on(table.register, table.year, table.label),
    index('registry_numbers_text').on(table.label),
    index('registry_numbers_subject').on(table.subjectKind, table.subjectId),
    index('registry_numbers_issued_by').on(table.issuedBy),
    index('registry_numbers_annulled_by').on(table.annulledBy),
  ],
)

/** Numbers that stand on paper but not in this database: given out after the restored copy. */
export const registryGaps = sqliteTable(
  'registry_gaps',
  {
    id: text('id').primaryKey(),
    register: text('register').notNull(),
    year: integer('year').notNull(),
    firstNumber: integer('first_number').notNull(),
    lastNumber: integer('last_number').notNull(),
    reason: text('reason').notNull(),
    recordedAt: text('recorded_at').notNull(),
    recordedBy: text('recorded_by').references(() => accounts.id),
  },
  (table) => [
    index('registry_gaps_register').on(table.register, table.year),
    index('registry_gaps_recorded_by').on(table.recordedBy),
  ],
)

export type RegistryNumberRow = typeof registryNumbers.$inferSelect
