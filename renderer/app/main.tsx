import './security.ts'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@fontsource-variable/sofia-sans/index.css'
import './styles/tokens.css'
import './styles/base.css'
import { lazy } from 'react'
import { createRoot } from 'react-dom/client'
import { listenToKeys } from '#renderer/shell/keymap/listen.ts'
import { App } from './app.tsx'
import { officeDrafts, saveScreen, sessionGateway } from './gateways.ts'
import { ProgramMissing } from './frame/gate.tsx'
import { markLanguageOfParts } from './language-of-parts.ts'
import { applyPreferences } from '#renderer/shell/preferences.ts'

applyPreferences()
listenToKeys()
markLanguageOfParts()

const fetchProgram = () => import('./program.tsx')
const Program = lazy(() => fetchProgram().catch(() => ({ default: ProgramMissing })))

async function loadAhead() {
  try {
    await (await fetchProgram()).loadPages()
  } catch {
    // What could not be fetched is asked for again, and complained of, when it is opened.
  }
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')
createRoot(root).render(
  <App
    gateway={sessionGateway}
    drafts={officeDrafts}
    program={Program}
    loadAhead={loadAhead}
    saveScreen={saveScreen}
  />,
)
