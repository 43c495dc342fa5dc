import { Suspense, useEffect, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Outside } from './frame/outside.tsx'
import { useIdleLock } from './idle-lock.ts'
import { useWindowTitle } from './page-title.ts'
import { useSessionState } from './session.tsx'

/** The log-in itself comes first. */
const loadAheadAfterMs = 500

/**
 * The log-in stands without the program: no router, no pages, nothing of theirs to fetch and to read
 * before the password can be typed. The program comes with the first session, and stays.
 */
export function Entrance({
  program: Program,
  loadAhead,
}: {
  program: ComponentType
  /** Fetches what opens after the log-in. */
  loadAhead: () => Promise<void>
}) {
  const { t } = useTranslation()
  const state = useSessionState()
  useIdleLock()
  useWindowTitle(t('common:program'))
  const [entered, setEntered] = useState(false)
  if (!entered && (state.status === 'open' || state.status === 'setup')) setEntered(true)
  const waits = state.status === 'signedOut' || state.status === 'locked'
  useEffect(() => {
    if (!waits) return undefined
    const later = setTimeout(() => void loadAhead(), loadAheadAfterMs)
    return () => {
      clearTimeout(later)
    }
  }, [waits, loadAhead])
  if (!entered) return <Outside state={state} />
  return (
    <Suspense fallback={null}>
      <Program />
    </Suspense>
  )
}
