import { MantineProvider } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore, type ComponentType } from 'react'
import { I18nextProvider } from 'react-i18next'
import { flushDrafts, DraftsContext, holdingDrafts, type DraftStore } from './drafts.ts'
import { Entrance } from './entrance.tsx'
import { i18n } from './i18n.ts'
import { keepScreen } from './keep-screen.ts'
import { usePreferences, type Preferences } from './preferences.ts'
import { createSession, endsSession, SessionProvider, type SessionGateway } from './session.tsx'
import { cssVariablesResolver, theme } from './theme.ts'

export interface AppProps {
  nonce: string
  gateway: SessionGateway
  drafts: DraftStore
  /** What a session opens, and what fetches it ahead. */
  program: ComponentType
  loadAhead: () => Promise<void>
  /** Keeps the look of the screen for the account that is logged in. */
  saveScreen: (screen: Preferences) => Promise<void>
}

/** The window: providers around the log-in and the program. */
export function App({ nonce, gateway, drafts, program, loadAhead, saveScreen }: AppProps) {
  const { theme: choice } = usePreferences()
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
    return () => {
      window.removeEventListener('pagehide', leave)
    }
  }, [])
  useEffect(() => keepScreen(session, saveScreen), [session, saveScreen])
  const scheme = useScheme(choice)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      <I18nextProvider i18n={i18n}>
        <SessionProvider session={session}>
          <DraftsContext value={held}>
            <Entrance program={program} loadAhead={loadAhead} />
          </DraftsContext>
        </SessionProvider>
      </I18nextProvider>
    </MantineProvider>
  )
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')

function onDarkSystem(changed: () => void) {
  darkSystem.addEventListener('change', changed)
  return () => {
    darkSystem.removeEventListener('change', changed)
  }
}

/** „Както Windows“ follows the system at once. */
function useScheme(choice: 'light' | 'dark' | 'auto'): 'light' | 'dark' {
  const dark = useSyncExternalStore(onDarkSystem, () => darkSystem.matches)
  return choice === 'auto' ? (dark ? 'dark' : 'light') : choice
}
