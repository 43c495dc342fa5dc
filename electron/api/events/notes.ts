import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { eventNoteSchema } from '#domain/events/schema.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { findEvent } from '#db/queries/events.ts'
import { findNote, insertNote, notesOf, setNote } from '#db/queries/events-notes.ts'
import type { NoteRow } from '#db/schema/events.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { action } from '../kernel/actions.ts'
import { formOf, savedForm } from '../kernel/conflict.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { id, version } from '../kernel/ids.ts'
import { read } from '../kernel/procedures.ts'
import { stampOf } from '../kernel/steps.ts'
import { about } from './moves.ts'

/** Whoever wrote it, and the head; to everybody else a note is not there. */
const mayRead = ({ roles, accountId }: Session, note: NoteRow) =>
  note.writtenBy === accountId || can(roles, 'events.notes')

/**
 * What was said in psychological support. No list, no search, no file and no line of the journal holds a
 * word of it; that notes were opened or written stands in the journal.
 */
export const eventNotesActions = {
  notes: read(
    {
      permission: 'events.write',
      audit: 'event.notesOpened',
      input: z.object({ id }),
    },
    ({ db, actor, input, noteReadingOf }) => {
      const event = existing(findEvent(db, input.id))
      const notes = notesOf(db, event.id).filter((note) => mayRead(actor, note))
      if (notes.length > 0)
        noteReadingOf(event.id, { subject: { kind: 'event', id: event.id }, payload: about(event) })
      return notes.map((note) => ({
        id: note.id,
        version: note.version,
        text: note.text,
        writtenBy: findAccount(db, note.writtenBy)?.displayName ?? '',
        isOwn: note.writtenBy === actor.accountId,
        updatedAt: note.updatedAt,
      }))
    },
  ),

  /** A new note, or another save of one's own. The answer says only which save stands. */
  saveNote: action(
    {
      permission: 'events.write',
      audit: 'event.noteSaved',
      subject: 'event',
      input: eventNoteSchema.extend({
        eventId: id,
        noteId: id.nullable(),
        version: version.nullable(),
      }),
    },
    (call) => {
      const { tx, actor, audit } = call
      const { eventId, noteId, version: opened, text } = call.input
      const event = existing(findEvent(tx, eventId))
      if (event.kind !== 'psychological') throw ruleError([{ code: 'notesOfPsychological' }])
      const stored = noteId === null ? undefined : existing(findNote(tx, noteId))
      // A note is its writer's: the head reads it and changes nothing in it.
      if (stored && (stored.eventId !== eventId || stored.writtenBy !== actor.accountId))
        throw notFound()
      const saved = savedForm(
        tx,
        { id: noteId, version: opened },
        () => insertNote(tx, { eventId, text }, stampOf(call)),
        (own, at) => setNote(tx, own, at, { text }, stampOf(call)),
        () => stored && formOf(stored, { text: stored.text }),
      )
      audit({ subjectId: eventId, payload: about(event) })
      return saved
    },
  ),
}
