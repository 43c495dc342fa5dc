import { Suspense, useEffect, useState, type ComponentType } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Outside } from './frame/outside.tsx'
import { useIdleLock } from './idle-lock.ts'
import { useWindowTitle } from '#renderer/shell/page-title.ts'
import { useSessionState, type SessionState } from '#renderer/shell/session.tsx'

/** The log-in itself comes first. */
const loadAheadAfterMs = 500
/** Set-up, rescue and waiting bring fields, texts and pages of their own. */
const needsProgram = new Set<SessionState['status']>(['open', 'setup', 'rescue', 'busy'])

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
  if (!entered && needsProgram.has(state.status)) setEntered(true)
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
