import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from './accounts.ts'

/** The store's own data keys: a change of the database key need not touch a single file. */
export const fileKeys = sqliteTable('file_keys', {
  id: text('id').primaryKey(),
  key: blob('key', { mode: 'buffer' }).notNull(),
  createdAt: text('created_at').notNull(),
})

/** Index of the encrypted file store beside the database. */
export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of the stored bytes, hex: the name of the file in the store. */
    hash: text('hash').notNull().unique(),
    keyId: text('key_id')
      .notNull()
      .references(() => fileKeys.id),
    /** Bytes before encryption. */
    size: integer('size').notNull(),
    mediaType: text('media_type').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').references(() => accounts.id),
  },
  (table) => [index('files_key').on(table.keyId), index('files_created_by').on(table.createdBy)],
)

export type FileRow = typeof files.$inferSelect
