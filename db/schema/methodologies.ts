import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Methodology } from '#domain/methodologies/schema.ts'
import { accounts } from './accounts.ts'

/** Versions of scoring methodologies: data and its hash. Locked after first use. */
export const methodologyVersions = sqliteTable(
  'methodology_versions',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    validFrom: text('valid_from').notNull(),
    data: text('data', { mode: 'json' }).$type<Methodology>().notNull(),
    /** SHA-256 of the canonical text of `data`, hex. */
    hash: text('hash').notNull(),
    locked: integer('locked', { mode: 'boolean' }).notNull().default(false),
    version: integer('version').notNull().default(1),
    createdAt: text('created_at').notNull(),
    /** Null for the methodology that comes with the program. */
    createdBy: text('created_by').references(() => accounts.id),
  },
  (table) => [
    uniqueIndex('methodology_versions_number').on(table.code, table.number),
    index('methodology_versions_date').on(table.code, table.validFrom),
    index('methodology_versions_created_by').on(table.createdBy),
  ],
)

export type MethodologyVersionRow = typeof methodologyVersions.$inferSelect
