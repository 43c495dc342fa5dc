import { appendAudit } from '#db/audit/append.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { listAudit } from '#db/queries/audit.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'

/** After one of these the account is at work; what ends that is written down too. */
const beginnings = ['session.started', 'session.unlocked']
/** Where nobody works who could do anything: a program that ends then cuts nothing. */
const ends = [
  'session.locked',
  'session.lockedIdle',
  'session.ended',
  'session.closed',
  'session.lost',
]

/**
 * The process was killed, or an older copy brought back: for each account whose last session has no
 * end in the chain and is not there any more, one line says so, with the last that it left. Asked at
 * each log-in, before the new session begins. Of two sessions of one account only the later is known.
 */
export function noteLostSessions(office: OfficeDoor): void {
  office.writeReadingNotes()
  const database = office.vault.database()
  const db = database.orm
  const lost = listAccounts(db).flatMap(({ id }) => {
    if (office.sessions.knows(id)) return []
    const last = listAudit(db, { subject: { kind: 'account', id }, limit: 20 }).find(
      ({ action }) => beginnings.includes(action) || ends.includes(action),
    )
    return last && beginnings.includes(last.action) ? [id] : []
  })
  if (lost.length === 0) return
  database.transaction((tx) => {
    for (const id of lost)
      appendAudit(tx, {
        at: office.now(),
        actor: null,
        action: 'session.lost',
        subjectKind: 'account',
        subjectId: id,
        payload: { at: listAudit(tx, { actor: id, limit: 1 })[0]?.at },
      })
  })
}
