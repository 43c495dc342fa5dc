import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Somebody who signs papers for the office. */
export interface Signatory {
  role: 'mayor' | 'authorised' | 'headOfService' | 'chiefAccountant'
  name: string
  position: string
  /** The order that authorises the signature, where the mayor does not sign in person. */
  orderNumber: string
  orderDate: string
}

/** The one office this database belongs to. */
export const office = sqliteTable(
  'office',
  {
    id: text('id').primaryKey(),
    /** Always 1: its unique index keeps a second office out. */
    singleton: integer('singleton').notNull().default(1).unique(),
    name: text('name').notNull(),
    municipality: text('municipality').notNull(),
    eik: text('eik').notNull(),
    settlement: text('settlement').notNull().default(''),
    address: text('address').notNull(),
    phone: text('phone').notNull().default(''),
    email: text('email').notNull().default(''),
    mayorName: text('mayor_name').notNull(),
    headName: text('head_name').notNull(),
    programme: text('programme').notNull(),
    signatories: text('signatories', { mode: 'json' }).$type<Signatory[]>().notNull(),
    isDemo: integer('is_demo', { mode: 'boolean' }).notNull().default(false),
    /** The recovery slot of the keyring: any other recovery slot in the file is forged. */
    recoverySlotId: text('recovery_slot_id').notNull(),
    recoverySlotFingerprint: text('recovery_slot_fingerprint').notNull(),
    recoveryIssuedAt: text('recovery_issued_at').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [check('office_is_one', sql`${table.singleton} = 1`)],
)

export type OfficeRow = typeof office.$inferSelect
