import 'dayjs/locale/bg'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider, type AnyRouter } from '@tanstack/react-router'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { I18nextProvider } from 'react-i18next'
import { ORPCError } from '@orpc/client'
import {
  flushDrafts,
  formsStandOpen,
  DraftsContext,
  holdingDrafts,
  type DraftStore,
} from './drafts.ts'
import { i18n } from './i18n.ts'
import { keepScreen } from './keep-screen.ts'
import { usePreferences, type Preferences } from './preferences.ts'
import { createSession, SessionProvider, type SessionGateway } from './session.tsx'
import { cssVariablesResolver, theme } from './theme.ts'

export interface AppProps {
  nonce: string
  gateway: SessionGateway
  drafts: DraftStore
  router: AnyRouter
  /** Keeps the look of the screen for the account that is logged in. */
  saveScreen: (screen: Preferences) => Promise<void>
}

/** A session that ended on the other side: the page must lock, whatever it was doing. */
const endsSession = (error: unknown) =>
  error instanceof ORPCError &&
  (error.code === 'LOCKED' ||
    (error.code === 'UNAUTHENTICATED' &&
      (error.data as { reason?: string } | undefined)?.reason === 'noSession'))

function createQueries(onSessionEnd: () => void) {
  const onError = (error: unknown) => {
    if (endsSession(error)) onSessionEnd()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // The office is in this computer or in this building: nothing to gain from trying again.
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: 10_000,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** The program: providers around the router. */
export function App({ nonce, gateway, drafts, router, saveScreen }: AppProps) {
  const { theme: choice, language } = usePreferences()
  const [{ queries, session, held }] = useState(() => {
    let end: () => void = () => undefined
    const queries = createQueries(() => {
      end()
    })
    const held = holdingDrafts(drafts, (error) => {
      if (endsSession(error)) end()
    })
    const session = createSession(gateway, queries, held)
    end = () => void session.refresh()
    return { queries, session, held }
  })
  useEffect(() => {
    const leave = () => void flushDrafts()
    window.addEventListener('pagehide', leave)
    // The desktop window would be gone before its last words arrive: it closes once they have. In a
    // browser the same would ask a question, so there the draft of a moment ago has to do.
    let asked = false
    const stay = (event: BeforeUnloadEvent) => {
      if (location.protocol !== 'app:' || asked || !formsStandOpen()) return
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
  const scheme = useScheme(choice)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      <I18nextProvider i18n={i18n}>
        {/* Weekends are no errors: nothing in the calendar is red. */}
        <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
          <QueryClientProvider client={queries}>
            <SessionProvider session={session}>
              <DraftsContext value={held}>
                <RouterProvider router={router} />
              </DraftsContext>
            </SessionProvider>
          </QueryClientProvider>
        </DatesProvider>
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
