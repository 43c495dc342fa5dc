import type { OfficeData } from '#domain/office/schema.ts'
import type { Db, Tx } from '../connection.ts'
import { RowMissing } from '../errors.ts'
import { kept } from '../kept.ts'
import { saveByVersion } from '../kept-record.ts'
import { office, type OfficeRow } from '../schema/office.ts'

const theOffice = kept((db) => db.select().from(office).prepare())

export function findOffice(db: Db): OfficeRow | undefined {
  return theOffice(db).get()
}

/** Throws RowMissing before set-up. */
export function getOffice(db: Db): OfficeRow {
  const row = findOffice(db)
  if (!row) throw new RowMissing('office', '')
  return row
}

export function insertOffice(tx: Tx, row: typeof office.$inferInsert): void {
  tx.insert(office).values(row).run()
}

const saveOffice = saveByVersion(office)

/** Returns the new version. Throws StaleVersion. */
export function updateOffice(tx: Tx, version: number, data: OfficeData, now: string): number {
  return saveOffice(tx, getOffice(tx).id, version, { data }, { at: now })
}

/** After a new recovery sheet: from now on only this recovery slot is trusted. */
export function setRecoverySlot(
  tx: Tx,
  slot: { slotId: string; fingerprint: string },
  now: string,
): void {
  tx.update(office)
    .set({
      recoverySlotId: slot.slotId,
      recoverySlotFingerprint: slot.fingerprint,
      recoveryIssuedAt: now,
      recoveryConfirmedAt: null,
      updatedAt: now,
    })
    .run()
}

/** The sheet was used, so it was seen: a new one is due. */
export function askForNewSheet(tx: Tx): void {
  tx.update(office).set({ recoveryConfirmedAt: null }).run()
}

/** Somebody holds the printed sheet: one of its groups was typed back. */
export function confirmRecovery(tx: Tx, now: string): void {
  tx.update(office).set({ recoveryConfirmedAt: now }).run()
}
