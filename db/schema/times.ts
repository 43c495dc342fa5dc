import { integer, text } from 'drizzle-orm/sqlite-core'

/** Which save of the row stands, and when (UTC instants) it was made and last saved. */
export const times = {
  version: integer('version').notNull().default(1),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
}
