import { asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { keptRow } from '#db/kept.ts'
import { madeBy, saveByVersion, type Stamp } from '#db/kept-record.ts'
import { eventNotes, type NoteRow } from '#db/schema/events.ts'

/** Notes of a psychological support, oldest first. Who may read each is for the caller to judge. */
export function notesOf(db: Db, eventId: string): NoteRow[] {
  return db
    .select()
    .from(eventNotes)
    .where(eq(eventNotes.eventId, eventId))
    .orderBy(asc(eventNotes.id))
    .all()
}

export const findNote: (db: Db, id: string) => NoteRow | undefined = keptRow(eventNotes)

export function insertNote(
  tx: Tx,
  one: Pick<NoteRow, 'eventId' | 'text'>,
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(eventNotes)
    .values({ ...one, id, writtenBy: stamp.by, ...madeBy(stamp) })
    .run()
  return id
}

export const setNote = saveByVersion(eventNotes)
