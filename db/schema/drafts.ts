import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from './accounts.ts'

/** What stood in a form that was not saved yet. Working data: deleted when it is saved. */
export const drafts = sqliteTable(
  'drafts',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    formKey: text('form_key').notNull(),
    /** JSON text. */
    payload: text('payload').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.formKey] })],
)

export type DraftRow = typeof drafts.$inferSelect
