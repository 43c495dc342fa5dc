import { Outlet } from '@tanstack/react-router'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useSessionState } from '#renderer/shell/session.tsx'
import { useStore } from '#renderer/shell/store.ts'
import { useArrival, useRescuedFocus } from './arrival.ts'
import { frameState } from './frame-state.ts'
import { Header } from './header.tsx'
import { HelpPane } from './help-pane.tsx'
import { Navigation } from './navigation.tsx'
import { ShellKeys } from './shell-keys.tsx'
import { Toasts } from './toasts.tsx'
import { UnsavedFiles } from './unsaved-files.tsx'
import classes from './frame.module.css'

/** The frame of an open session: header, navigation, page, help. */
export function OpenFrame() {
  const { t } = useTranslation()
  const state = useSessionState()
  const { help } = useStore(frameState)
  useArrival()
  useRescuedFocus()
  const demo = state.status === 'open' && state.office.demo
  return (
    <div className={classes.frame} data-help={help ? '' : undefined}>
      <a
        className={classes.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        {t('shell:skip')}
      </a>
      <ShellKeys />
      {demo ? (
        <div className={classes.demo} role="region" aria-label={t('shell:demo')}>
          {t('shell:demo')}
        </div>
      ) : null}
      <Header />
      <UnsavedFiles />
      <div className={classes.panes}>
        <Navigation />
        <main id="main" tabIndex={-1} className={classes.main} data-pane>
          <Outlet />
        </main>
        {help ? <HelpPane /> : null}
      </div>
      <Toasts />
    </div>
  )
}
