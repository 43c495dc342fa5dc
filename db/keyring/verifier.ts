import type { Db } from '../connection.ts'
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
  const account = db
    .select()
    .from(accounts)
    .all()
    .find((row) => row.slotId === slot.id)
  if (!account) throw new SlotForged()
  return account
}
