import { styleNonce } from './security.ts'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@fontsource-variable/sofia-sans/index.css'
import './styles/tokens.css'
import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { listenToKeys } from '#renderer/keymap/listen.ts'
import { App } from './app.tsx'
import { officeDrafts, saveScreen, sessionGateway } from './gateways.ts'
import { markLanguageOfParts } from './language-of-parts.ts'
import { applyPreferences, preferences } from './preferences.ts'
import { createAppRouter } from './router.tsx'

applyPreferences()
preferences.subscribe(applyPreferences)
listenToKeys()
markLanguageOfParts()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')
createRoot(root).render(
  <App
    nonce={styleNonce}
    gateway={sessionGateway}
    drafts={officeDrafts}
    router={createAppRouter()}
    saveScreen={saveScreen}
  />,
)
