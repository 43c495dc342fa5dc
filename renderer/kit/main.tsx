import '#renderer/app/security.ts'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@fontsource-variable/sofia-sans/index.css'
import '#renderer/app/styles/tokens.css'
import '#renderer/app/styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from '#renderer/app/app.tsx'
import { memoryDrafts } from '#renderer/shell/drafts.ts'
import { applyPreferences } from '#renderer/shell/preferences.ts'
import Program from '#renderer/app/program.tsx'
import type { SessionState } from '#renderer/shell/session.tsx'
import { listenToKeys } from '#renderer/shell/keymap/listen.ts'
import { ORPCError } from '@orpc/client'

applyPreferences()
listenToKeys()

let locked = false
const office = {
  name: 'Център за социални услуги – Примерна',
  version: '0',
  profiles: [],
  demo: true,
  idleMinutes: 0,
}
const account = { id: 'a', displayName: 'М. Петрова', roles: ['clerk'] }
const now = (): SessionState =>
  locked
    ? { status: 'locked', office, account }
    : {
        status: 'open',
        office,
        account,
        permissions: new Set(),
        mustChangePassword: false,
        recoveryConfirmed: true,
        screen: null,
      }
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <App
      drafts={memoryDrafts()}
      program={Program}
      loadAhead={() => Promise.resolve()}
      saveScreen={() => Promise.resolve()}
      gateway={{
        current: () => Promise.resolve(now()),
        lock: () => {
          locked = true
          return Promise.resolve()
        },
        unlock: (password) => {
          if (password !== 'парола')
            return Promise.reject(
              new ORPCError('UNAUTHENTICATED', { data: { reason: 'badPassword' } }),
            )
          locked = false
          return Promise.resolve(now())
        },
        signOut: () => Promise.resolve(),
      }}
    />,
  )
