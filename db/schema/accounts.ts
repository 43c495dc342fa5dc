import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '#domain/accounts/roles.ts'
import { times } from './times.ts'

/** People who log in. Passwords are not here: they open slots of the keyring. */
export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  displayName: text('display_name').notNull(),
  /** Display name as compared for uniqueness (SQLite folds case for ASCII only). */
  displayNameKey: text('display_name_key').notNull().unique(),
  position: text('position').notNull().default(''),
  loginOrder: integer('login_order').notNull().default(0),
  roles: text('roles', { mode: 'json' }).$type<Role[]>().notNull(),
  /** The verifier of the keyring: only this slot with this public key may open as this account. */
  slotId: text('slot_id').notNull().unique(),
  slotFingerprint: text('slot_fingerprint').notNull().unique(),
  passwordChangedAt: text('password_changed_at').notNull(),
  /** Set by an administrator: the next login must choose a new password. */
  mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull().default(false),
  disabledAt: text('disabled_at'),
  preferences: text('preferences', { mode: 'json' })
    .$type<Record<string, unknown>>()
    .notNull()
    .default({}),
  ...times,
})

export type AccountRow = typeof accounts.$inferSelect
