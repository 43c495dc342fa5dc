import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useIdleLock } from '../idle-lock.ts'
import { useWindowTitle } from '../page-title.ts'
import { pages } from '../routes.ts'
import { useSessionState } from '../session.tsx'
import { Gate, gateBefore } from './gate.tsx'
import { LockScreen } from './lock-screen.tsx'

const loadOpenFrame = () => import('./open-frame.tsx')
const OpenFrame = lazy(loadOpenFrame)
/** The log-in itself comes first. */
const loadAheadAfterMs = 500

/** Everything around a page. Without an open session the page is not even mounted. */
export function Frame() {
  const { t } = useTranslation()
  const state = useSessionState()
  useIdleLock()
  useWindowTitle(t('common:program'))
  const waits = state.status === 'signedOut'
  useEffect(() => {
    if (!waits) return undefined
    const later = setTimeout(() => void loadAhead(), loadAheadAfterMs)
    return () => {
      clearTimeout(later)
    }
  }, [waits])
  switch (state.status) {
    case 'loading':
      return null
    case 'open':
      return gateBefore(state) ? (
        <Gate state={state} />
      ) : (
        <Suspense fallback={null}>
          <OpenFrame />
        </Suspense>
      )
    case 'locked':
      return <LockScreen office={state.office} account={state.account} />
    default:
      return <Gate state={state} />
  }
}

/** What opens after the log-in is fetched while the password is being typed. */
async function loadAhead() {
  try {
    await loadOpenFrame()
    for (const page of pages) if (page.labelKey !== undefined) await page.component()
  } catch {
    // What could not be fetched is asked for again, and complained of, when it is opened.
  }
}
