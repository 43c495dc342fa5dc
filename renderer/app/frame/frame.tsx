import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LockScreen } from './lock-screen.tsx'
import { useIdleLock } from '../idle-lock.ts'
import { useWindowTitle } from '../page-title.ts'
import { useSessionState } from '../session.tsx'
import { useArrival, useRescuedFocus } from './arrival.ts'
import { Gate, gateBefore } from './gate.tsx'
import { Header } from './header.tsx'
import { HelpPane } from './help-pane.tsx'
import { Navigation } from './navigation.tsx'
import { ShellKeys } from './shell-keys.tsx'
import { Toasts } from './toasts.tsx'
import { frameState } from './frame-state.ts'
import { useStore } from '../store.ts'
import classes from './frame.module.css'

/** Everything around a page. Without an open session the page is not even mounted. */
export function Frame() {
  const { t } = useTranslation()
  const state = useSessionState()
  useIdleLock()
  useWindowTitle(t('common:program'))
  switch (state.status) {
    case 'loading':
      return null
    case 'open':
      return gateBefore(state) ? <Gate state={state} /> : <OpenFrame />
    case 'locked':
      return <LockScreen office={state.office} account={state.account} />
    default:
      return <Gate state={state} />
  }
}

function OpenFrame() {
  const { t } = useTranslation()
  const state = useSessionState()
  const { help } = useStore(frameState)
  useArrival()
  useRescuedFocus()
  const demo = state.status === 'open' && state.office.demo
  return (
    <div className={classes['frame']} data-help={help ? '' : undefined}>
      <a
        className={classes['skip']}
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
        <div className={classes['demo']} role="region" aria-label={t('shell:demo')}>
          {t('shell:demo')}
        </div>
      ) : null}
      <Header />
      <div className={classes['panes']}>
        <Navigation />
        <main id="main" tabIndex={-1} className={classes['main']} data-pane>
          <Outlet />
        </main>
        {help ? <HelpPane /> : null}
      </div>
      <Toasts />
    </div>
  )
}
