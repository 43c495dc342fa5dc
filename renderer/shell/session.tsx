import { ORPCError } from '@orpc/client'
import type { BusyReason, FolderHolder, RescueReason } from '#domain/backup/office-state.ts'
import { createContext, use, useEffect, type ReactNode } from 'react'
import { forgetOpened } from '#renderer/shell/recently-opened.ts'
import { flushDrafts, type HoldingDrafts } from './drafts.ts'
import { forgetPageStates } from './page-state.ts'
import { closePapers } from './printing.ts'
import { forgetFiles } from './save-file.ts'
import { createStore, useStore, type Store } from './store.ts'

export interface SessionAccount {
  id: string
  displayName: string
  roles: readonly string[]
}

export interface Profile {
  slotId: string
  displayName: string
}

export interface SessionOffice {
  name: string
  version: string
  /** Who may log in; names only. */
  profiles: readonly Profile[]
  /** Every page of a demo office carries „ПРИМЕР“. */
  demo: boolean
  /** Minutes without work until the lock; 0 = never. */
  idleMinutes: number
}

export type SessionState =
  | { status: 'loading' }
  | { status: 'unreachable' }
  | { status: 'setup' }
  /** Another program has the data folder open; null where it did not say who it is. */
  | { status: 'elsewhere'; holder: FolderHolder | null }
  /** Closed for everybody while a restore or a change of key runs. */
  | { status: 'busy'; office: SessionOffice; reason: BusyReason }
  /** What stands in the data folder does not open; a copy can be restored. */
  | { status: 'rescue'; office: SessionOffice; reason: RescueReason }
  | { status: 'signedOut'; office: SessionOffice }
  | { status: 'locked'; office: SessionOffice; account: SessionAccount }
  | {
      status: 'open'
      office: SessionOffice
      account: SessionAccount
      permissions: ReadonlySet<string>
      mustChangePassword: boolean
      recoveryConfirmed: boolean
      /** Look of the screen as this account left it; null before its first choice. */
      screen: unknown
    }

/** What the shell asks of the office's api about the session. */
export interface SessionGateway {
  current(): Promise<SessionState>
  lock(): Promise<void>
  /** The session as it then is. Throws the typed refusal (UNAUTHENTICATED, TRY_LATER) when the password does not fit. */
  unlock(password: string): Promise<SessionState>
  signOut(): Promise<void>
}

export interface Session {
  state: Store<SessionState>
  /** Reads the state again: after set-up, log-in, unlock, or when a call said LOCKED. */
  refresh(): Promise<void>
  lock(): Promise<void>
  unlock(password: string): Promise<void>
  signOut(): Promise<void>
  /** Whether this account was at work in this window when its session ended on the other side. */
  wasAtWork(accountId: string): boolean
}

/** A session that ended on the other side: the page must lock, whatever it was doing. */
export const endsSession = (error: unknown) =>
  error instanceof ORPCError &&
  (error.code === 'LOCKED' ||
    // A restore or a change of key runs, or what stands in the folder does not open any more.
    error.code === 'BUSY' ||
    error.code === 'NOT_OPENING' ||
    (error.code === 'UNAUTHENTICATED' &&
      (error.data as { reason?: string } | undefined)?.reason === 'noSession'))

export function createSession(
  gateway: SessionGateway,
  held: Pick<HoldingDrafts, 'resume' | 'forget'>,
): Session {
  const state = createStore<SessionState>({ status: 'loading' })
  let lastAccount: string | undefined
  /** What one account looked at, another must not find. */
  const forget = () => {
    forgetPageStates()
    forgetFiles()
    forgetOpened()
    held.forget()
    rememberedField = undefined
    lastAccount = undefined
  }
  const take = async (asked: Promise<SessionState>) => {
    try {
      const next = await asked
      if (next.status === 'open') {
        if (lastAccount !== undefined && lastAccount !== next.account.id) forget()
        lastAccount = next.account.id
        // What the lock cut off is written before a form asks for it.
        await held.resume(next.account.id)
      } else {
        if (state.get().status === 'open') rememberFocus()
        closePapers()
      }
      state.set(next)
    } catch {
      state.set({ status: 'unreachable' })
    }
  }
  const refresh = () => take(gateway.current())
  return {
    state,
    refresh,
    async lock() {
      const now = state.get()
      if (now.status !== 'open') return
      // The forms are written down while the session still may write.
      await flushDrafts()
      rememberFocus()
      state.set({ status: 'locked', office: now.office, account: now.account })
      closePapers()
      await gateway.lock().catch(() => undefined)
    },
    async unlock(password) {
      const unlocked = await gateway.unlock(password)
      await take(Promise.resolve(unlocked))
    },
    async signOut() {
      await flushDrafts()
      await gateway.signOut()
      forget()
      await refresh()
    },
    wasAtWork: (accountId) => lastAccount === accountId,
  }
}

let rememberedField: string | undefined

function rememberFocus() {
  const active = document.activeElement
  const field = active?.closest<HTMLElement>('[data-field]')
  rememberedField = field?.dataset['field']
}

/** The field that had the focus when the screen was locked; asked once, by the form that has it. */
export function takeRememberedField(): string | undefined {
  const field = rememberedField
  rememberedField = undefined
  return field
}

const SessionContext = createContext<Session | undefined>(undefined)

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  useEffect(() => {
    void session.refresh()
  }, [session])
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('SessionProvider is missing')
  return session
}

export const useSessionState = () => useStore(useSession().state)

/** Whether this account may; false while locked. What may not be done is not shown. */
export function useMay(): (permission: string | undefined) => boolean {
  const state = useSessionState()
  return (permission) =>
    state.status === 'open' && (permission === undefined || state.permissions.has(permission))
}
