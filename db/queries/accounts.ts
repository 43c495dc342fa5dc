import { asc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../connection.ts'
import { RowMissing } from '../errors.ts'
import { keptRow } from '../kept.ts'
import { saveByVersion } from '../kept-record.ts'
import { accounts, type AccountRow } from '../schema/accounts.ts'

/** All accounts, disabled ones too, in the order of the login screen. */
export function listAccounts(db: Db): AccountRow[] {
  return db.select().from(accounts).orderBy(asc(accounts.loginOrder), asc(accounts.id)).all()
}

export const findAccount: (db: Db, id: string) => AccountRow | undefined = keptRow(accounts)

/** Throws RowMissing. */
export function getAccount(db: Db, id: string): AccountRow {
  const row = findAccount(db, id)
  if (!row) throw new RowMissing('accounts', id)
  return row
}

/** By the name on the login screen, letter case apart. */
export function findAccountByName(db: Db, displayName: string): AccountRow | undefined {
  return db
    .select()
    .from(accounts)
    .where(eq(accounts.displayNameKey, displayNameKey(displayName)))
    .get()
}

/** How display names are compared: case and surplus spaces do not make another name. */
export function displayNameKey(displayName: string): string {
  return displayName.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('bg')
}

export type NewAccount = Omit<typeof accounts.$inferInsert, 'displayNameKey' | 'version'>

/** Throws UniqueViolation(accounts, [display_name_key]) for a name that is taken. */
export function insertAccount(tx: Tx, account: NewAccount): void {
  tx.insert(accounts)
    .values({ ...account, displayNameKey: displayNameKey(account.displayName) })
    .run()
}

export type AccountChanges = Partial<
  Pick<AccountRow, 'displayName' | 'position' | 'roles' | 'loginOrder' | 'disabledAt'>
>

const saveAccount = saveByVersion(accounts)

/** Returns the new version. Throws StaleVersion, RowMissing, UniqueViolation. */
export function updateAccount(
  tx: Tx,
  id: string,
  version: number,
  changes: AccountChanges,
  now: string,
): number {
  const key =
    changes.displayName === undefined ? {} : { displayNameKey: displayNameKey(changes.displayName) }
  return saveAccount(tx, id, version, { ...changes, ...key }, { at: now })
}

/** After a reset or a change of the own password: from now on only this slot opens as the account. */
export function setAccountSlot(
  tx: Tx,
  id: string,
  slot: { slotId: string; fingerprint: string },
  password: { changedAt: string; mustChange: boolean },
): void {
  tx.update(accounts)
    .set({
      slotId: slot.slotId,
      slotFingerprint: slot.fingerprint,
      passwordChangedAt: password.changedAt,
      mustChangePassword: password.mustChange,
      updatedAt: password.changedAt,
      version: sql`${accounts.version} + 1`,
    })
    .where(eq(accounts.id, id))
    .run()
}

/** Own preferences: the last one written holds, no version. */
export function setPreferences(tx: Tx, id: string, preferences: Record<string, unknown>): void {
  tx.update(accounts).set({ preferences }).where(eq(accounts.id, id)).run()
}
