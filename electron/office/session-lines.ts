import type { Session, SessionEnd } from '#electron/api/kernel/office-door.ts'
import type { createReadingNotes } from './reading-notes.ts'

type Notes = Pick<ReturnType<typeof createReadingNotes>, 'note'>

/** What the journal is told of sessions that nobody ends by a procedure of their own. */
export function createSessionLines(notes: Notes, now: () => string) {
  const line = (session: Session, action: string, payload: Record<string, unknown>) => {
    notes.note({
      at: now(),
      actor: session.accountId,
      action,
      subjectKind: 'account',
      subjectId: session.accountId,
      payload,
    })
  }
  return {
    lockedIdle(session: Session) {
      line(session, 'session.lockedIdle', {})
    },
    ended(session: Session, how: SessionEnd) {
      // The database that came back says itself that it was brought back, and knows no such session.
      if (how === 'restore') return
      if (how === 'logOut') line(session, 'session.ended', {})
      else line(session, 'session.closed', { how })
    },
  }
}
