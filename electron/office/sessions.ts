import { randomBytes } from 'node:crypto'
import type { Session, SessionEnd, Sessions } from '#electron/api/kernel/office-door.ts'

export interface SessionsOptions {
  /** Idle time after which a session is locked, in milliseconds. */
  idleMs(): number
  clock(): number
  /** A session was locked because nobody worked in it. */
  onIdle(session: Session): void
  /** A session is over. */
  onEnd(session: Session, how: SessionEnd): void
  /** Called whenever somebody may have been the last unlocked one. */
  onQuiet(): void
}

/** Sessions live in memory only: a restart logs everybody out. */
export function createSessions(options: SessionsOptions): Sessions & {
  /** Locks what stood idle too long; the office calls it on its beat. */
  sweep(): void
  anyUnlocked(): boolean
} {
  const sessions = new Map<string, Session>()
  const lockIdle = (session: Session) => {
    if (session.locked || options.clock() - session.lastSeenAt <= options.idleMs()) return
    session.locked = true
    options.onIdle(session)
  }
  const end = (session: Session, how: SessionEnd) => {
    if (sessions.delete(session.id)) options.onEnd(session, how)
  }
  return {
    start({ id, slotId, displayName, roles, owesPassword }) {
      const session: Session = {
        id: randomBytes(32).toString('base64url'),
        accountId: id,
        slotId,
        displayName,
        roles: [...roles],
        startedAt: new Date(options.clock()).toISOString(),
        lastSeenAt: options.clock(),
        locked: false,
        owesPassword,
        readDossiers: new Set(),
      }
      sessions.set(session.id, session)
      return session
    },
    find(id) {
      const session = id === undefined ? undefined : sessions.get(id)
      if (!session) return undefined
      lockIdle(session)
      if (!session.locked) session.lastSeenAt = options.clock()
      return session
    },
    knows: (accountId) => [...sessions.values()].some((session) => session.accountId === accountId),
    end(id, how) {
      const session = sessions.get(id)
      if (session) end(session, how)
      options.onQuiet()
    },
    forget(id) {
      sessions.delete(id)
    },
    endAccount(accountId, except) {
      for (const session of sessions.values())
        if (session.accountId === accountId && session.id !== except) end(session, 'account')
      options.onQuiet()
    },
    endAll(how) {
      for (const session of sessions.values()) end(session, how)
      options.onQuiet()
    },
    lock(id) {
      const session = sessions.get(id)
      if (session) session.locked = true
      options.onQuiet()
    },
    unlock(id) {
      const session = sessions.get(id)
      if (!session) return
      session.locked = false
      session.lastSeenAt = options.clock()
    },
    sweep() {
      for (const session of sessions.values()) lockIdle(session)
      options.onQuiet()
    },
    anyUnlocked: () => [...sessions.values()].some((session) => !session.locked),
  }
}
