import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from './accounts.ts'

/**
 * Rules that the law or the office changes, dated. A value holds from `valid_from` until the next
 * one of its key; nothing is overwritten, a correction of the same date is a new revision.
 */
export const settings = sqliteTable(
  'settings',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    validFrom: text('valid_from').notNull(),
    revision: integer('revision').notNull().default(1),
    /** JSON text; null is a value ("no limit"). */
    value: text('value').notNull(),
    source: text('source').notNull().default(''),
    certainty: text('certainty', { enum: ['V', 'S', 'U', 'P'] }).notNull(),
    /** Null for the values that come with the program. */
    changedBy: text('changed_by').references(() => accounts.id),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('settings_key_date').on(table.key, table.validFrom, table.revision),
    index('settings_changed_by').on(table.changedBy),
  ],
)

export type SettingRow = typeof settings.$inferSelect
