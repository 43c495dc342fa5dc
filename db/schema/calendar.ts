import { sqliteTable, text, uniqueIndex, index } from 'drizzle-orm/sqlite-core'
import { ownDayKinds } from '#domain/calendar/schema.ts'
import { stamps } from './stamps.ts'

/**
 * Days that the office says are off or worked, against the general calendar. A table of its own, not
 * a dated setting: a setting holds from a day until the next value, a line here is one day, and may
 * be taken out again. What the Council of Ministers declared comes with the program.
 */
export const ownDays = sqliteTable(
  'own_days',
  {
    id: text('id').primaryKey(),
    date: text('date').notNull(),
    kind: text('kind', { enum: ownDayKinds }).notNull(),
    reason: text('reason').notNull(),

    ...stamps,
  },
  (table) => [
    uniqueIndex('own_days_date').on(table.date),
    index('own_days_updated_by').on(table.updatedBy),
  ],
)

export type OwnDayRow = typeof ownDays.$inferSelect
