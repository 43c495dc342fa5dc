import type { Db } from '../connection.ts'
import { findAccountByName } from '../queries/accounts.ts'
import { accounts, type AccountRow } from '../schema/accounts.ts'
import { office } from '../schema/office.ts'
import { SlotForged } from './errors.ts'
import type { Slot } from './format.ts'
import { expectTrusted, type TrustedSlot } from './keyring.ts'

/** The slots that the database knows: one per account that is not disabled, and the recovery slot. */
export function trustedSlots(db: Db): TrustedSlot[] {
  const people = db
    .select()
    .from(accounts)
    .all()
    .filter((account) => account.disabledAt === null)
    .map((account) => ({
      slotId: account.slotId,
      fingerprint: account.slotFingerprint,
      kind: 'account' as const,
    }))
  const recovery = db
    .select()
    .from(office)
    .all()
    .map((row) => ({
      slotId: row.recoverySlotId,
      fingerprint: row.recoverySlotFingerprint,
      kind: 'recovery' as const,
    }))
  return [...people, ...recovery]
}

/**
 * The account that a slot opens as. Throws SlotForged for a slot whose id, key or kind is not the
 * one in the database, and for a disabled account.
 */
export function accountOfSlot(db: Db, slot: Slot): AccountRow {
  expectTrusted(slot, trustedSlots(db))
  const account = rowOfSlot(db, slot)
  if (!account) throw new SlotForged()
  return account
}

/**
 * Whose profile a slot of the file is, for who has opened the database by the recovery sheet: in an
 * older keyring the slot is not the one that the account has now, and its name says whose it was.
 * Throws SlotForged where nobody at work has that name.
 */
export function accountOfProfile(db: Db, slot: Slot): AccountRow {
  const account = rowOfSlot(db, slot) ?? findAccountByName(db, slot.displayName)
  if (!account || account.disabledAt !== null) throw new SlotForged()
  return account
}

function rowOfSlot(db: Db, slot: Slot): AccountRow | undefined {
  return db
    .select()
    .from(accounts)
    .all()
    .find((row) => row.slotId === slot.id)
}
