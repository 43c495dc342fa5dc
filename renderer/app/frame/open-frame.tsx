import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSessionState } from '../session.tsx'
import { useStore } from '../store.ts'
import { frameState } from './frame-state.ts'
import { Header } from './header.tsx'
import { HelpPane } from './help-pane.tsx'
import { Navigation } from './navigation.tsx'
import { ShellKeys } from './shell-keys.tsx'
import { Toasts } from './toasts.tsx'
import classes from './frame.module.css'

/** The frame of an open session: header, navigation, page, help. Loaded while the password is typed. */
export default function OpenFrame() {
  const { t } = useTranslation()
  const state = useSessionState()
  const { help } = useStore(frameState)
  useFocusOnPage()
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

/**
 * A new page is announced by its title, unless the page put the focus somewhere itself (a form, a
 * list): it is never left on the body.
 */
function useFocusOnPage() {
  const { pathname } = useLocation()
  useEffect(() => {
    const before = document.activeElement
    let moved = false
    const note = () => {
      moved = true
    }
    window.addEventListener('keydown', note, true)
    window.addEventListener('pointerdown', note, true)
    const timer = setTimeout(() => {
      const main = document.getElementById('main')
      const now = document.activeElement
      if (!main || main.contains(now)) return
      if (now?.closest('[role=dialog]')) return
      // Whoever has already gone on, into the header or a menu, is left there.
      if (moved && now !== before && now !== document.body) return
      ;(main.querySelector<HTMLElement>('[data-page-title]') ?? main).focus()
    }, 400)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', note, true)
      window.removeEventListener('pointerdown', note, true)
    }
  }, [pathname])
}
