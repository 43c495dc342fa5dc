import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from './accounts.ts'

/** Answers already given: a double click or a lost answer gets the same one and writes nothing. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    requestId: text('request_id').primaryKey(),
    accountId: text('account_id').references(() => accounts.id),
    procedure: text('procedure').notNull(),
    /** JSON text; `null` for an action that answers nothing. */
    result: text('result').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('idempotency_account').on(table.accountId),
    index('idempotency_created_at').on(table.createdAt),
  ],
)

export type IdempotencyRow = typeof idempotency.$inferSelect
