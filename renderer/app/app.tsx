import { useEffect, useState, type ComponentType } from 'react'
import { I18nextProvider } from 'react-i18next'
import { workHoldsWindow } from './closing.ts'
import { isDesktop } from '#renderer/shell/desktop.ts'
import {
  flushDrafts,
  formsStandOpen,
  DraftsContext,
  holdingDrafts,
  type DraftStore,
} from '#renderer/shell/drafts.ts'
import { Entrance } from './entrance.tsx'
import { i18n } from '#renderer/shell/i18n.ts'
import { keepScreen } from './keep-screen.ts'
import type { Preferences } from '#renderer/shell/preferences.ts'
import {
  createSession,
  endsSession,
  SessionProvider,
  type SessionGateway,
} from '#renderer/shell/session.tsx'

export interface AppProps {
  gateway: SessionGateway
  drafts: DraftStore
  /** What a session opens, and what fetches it ahead. */
  program: ComponentType
  loadAhead: () => Promise<void>
  /** Keeps the look of the screen for the account that is logged in. */
  saveScreen: (screen: Preferences) => Promise<void>
}

/** The window: what the log-in and the program share. */
export function App({ gateway, drafts, program, loadAhead, saveScreen }: AppProps) {
  const [{ session, held }] = useState(() => {
    const held = holdingDrafts(drafts, (error) => {
      if (endsSession(error)) void session.refresh()
    })
    const session = createSession(gateway, held)
    return { session, held }
  })
  useEffect(() => {
    const leave = () => void flushDrafts()
    window.addEventListener('pagehide', leave)
    // The desktop window would be gone before its last words arrive: it closes once they have. In a
    // browser the same would ask a question, so there the draft of a moment ago has to do.
    let asked = false
    const stay = (event: BeforeUnloadEvent) => {
      if (workHoldsWindow()) {
        event.preventDefault()
        return
      }
      if (!isDesktop() || asked || !formsStandOpen()) return
      asked = true
      event.preventDefault()
      void flushDrafts().finally(() => {
        window.close()
      })
    }
    window.addEventListener('beforeunload', stay)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('beforeunload', stay)
    }
  }, [])
  useEffect(() => keepScreen(session, saveScreen), [session, saveScreen])
  return (
    <I18nextProvider i18n={i18n}>
      <SessionProvider session={session}>
        <DraftsContext value={held}>
          <Entrance program={program} loadAhead={loadAhead} />
        </DraftsContext>
      </SessionProvider>
    </I18nextProvider>
  )
}
