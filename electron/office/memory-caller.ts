import type { Caller, CallerOrigin, OfficeDoor, Session } from '#electron/api/kernel/office-door.ts'

/**
 * Somebody in this very process – a window, a command line – whose session is held in memory.
 * Who can start the program on the host may set the office up.
 */
export function memoryCaller(office: OfficeDoor, origin: CallerOrigin): Caller {
  let session: Session | undefined
  return {
    origin,
    get session() {
      return office.sessions.find(session?.id)
    },
    signIn(started) {
      session = started
    },
    signOut() {
      session = undefined
    },
    maySetUp: () => true,
  }
}
