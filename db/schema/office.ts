import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { OfficeData } from '#domain/office/schema.ts'
import { times } from './times.ts'

/** The one office this database belongs to. */
export const office = sqliteTable(
  'office',
  {
    id: text('id').primaryKey(),
    /** Always 1: its unique index keeps a second office out. */
    singleton: integer('singleton').notNull().default(1).unique(),
    /** What stands in the head of papers and under signatures; never asked for by a single field. */
    data: text('data', { mode: 'json' }).$type<OfficeData>().notNull(),
    isDemo: integer('is_demo', { mode: 'boolean' }).notNull().default(false),
    /** The recovery slot of the keyring: any other recovery slot in the file is forged. */
    recoverySlotId: text('recovery_slot_id').notNull(),
    recoverySlotFingerprint: text('recovery_slot_fingerprint').notNull(),
    recoveryIssuedAt: text('recovery_issued_at').notNull(),
    /** Null until somebody typed a group of the printed sheet back. */
    recoveryConfirmedAt: text('recovery_confirmed_at'),
    ...times,
  },
  (table) => [check('office_is_one', sql`${table.singleton} = 1`)],
)

export type OfficeRow = typeof office.$inferSelect
