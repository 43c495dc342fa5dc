import { asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { kept } from '#db/kept.ts'
import { inputOf, madeBy, removeByVersion, saveByVersion, type Stamp } from '#db/kept-record.ts'
import { ownDays, type OwnDayRow } from '#db/schema/calendar.ts'
import { ownDaySchema, type OwnDay } from '#domain/calendar/schema.ts'

const inOrder = kept((db) => db.select().from(ownDays).orderBy(asc(ownDays.date)).prepare())

/** The office's own lines of the calendar, in order. */
export function listOwnDays(db: Db): OwnDayRow[] {
  return inOrder(db).all()
}

export function findOwnDay(db: Db, id: string): OwnDayRow | undefined {
  return db.select().from(ownDays).where(eq(ownDays.id, id)).get()
}

/** Throws UniqueViolation(own_days, [date]). */
export function insertOwnDay(tx: Tx, day: OwnDay, stamp: Stamp, id = newId()): string {
  tx.insert(ownDays)
    .values({ ...day, id, ...madeBy(stamp) })
    .run()
  return id
}

/** Returns the new version. Throws StaleVersion, RowMissing, UniqueViolation. */
export const updateOwnDay = saveByVersion(ownDays)

export const deleteOwnDay = removeByVersion(ownDays)

/** The stored line as its form holds it. */
export const ownDayOf = (row: OwnDayRow): OwnDay => inputOf(row, ownDaySchema)
