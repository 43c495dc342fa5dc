import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LockScreen } from './lock-screen.tsx'
import { useIdleLock } from '../idle-lock.ts'
import { useWindowTitle } from '../page-title.ts'
import { useSessionState } from '../session.tsx'
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

/** Where a page wants the keys: its list, its rows; otherwise its title, which announces it. */
const pageTarget = (main: HTMLElement) =>
  main.querySelector<HTMLElement>('[data-page-focus]') ??
  main.querySelector<HTMLElement>('[data-page-title]')

/** How long a page may put the focus somewhere itself before it is put there for it, in milliseconds. */
const patience = { page: 400, change: 150 }

/**
 * A new page is announced by its title, unless the page put the focus somewhere itself (a form, a
 * list): it is never left on the body. That holds for what changes later too: a button that has done
 * its work and goes takes the focus with it.
 */
function useFocusOnPage() {
  const { pathname } = useLocation()
  /** Put there by us, for want of something better. */
  const makeshift = useRef<Element>(undefined)
  useEffect(() => {
    const main = document.getElementById('main')
    if (!main) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      timer = undefined
      const now = document.activeElement
      const lost = now === null || now === document.body || now === makeshift.current
      const target = lost ? pageTarget(main) : null
      if (!target || target === now) return
      makeshift.current = target
      target.focus({ preventScroll: true })
    }
    const changes = new MutationObserver(() => {
      timer ??= setTimeout(look, patience.change)
    })
    changes.observe(main, { childList: true, subtree: true })
    return () => {
      changes.disconnect()
      clearTimeout(timer)
    }
  }, [])
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
      makeshift.current = pageTarget(main) ?? main
      ;(makeshift.current as HTMLElement).focus()
    }, patience.page)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', note, true)
      window.removeEventListener('pointerdown', note, true)
    }
  }, [pathname])
}
