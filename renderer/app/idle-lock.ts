import { useEffect } from 'react'
import { useSession, useSessionState } from '#renderer/shell/session.tsx'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Locks the screen after the office's idle minutes; looks at the clock, so that sleep counts too. */
export function useIdleLock() {
  const session = useSession()
  const state = useSessionState()
  const minutes = state.status === 'open' ? state.office.idleMinutes : 0
  useEffect(() => {
    if (minutes <= 0) return
    let last = Date.now()
    const seen = () => {
      last = Date.now()
    }
    for (const sign of signs) window.addEventListener(sign, seen, { capture: true, passive: true })
    const timer = setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) void session.lock()
    }, 5000)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, seen, { capture: true })
    }
  }, [minutes, session])
}
