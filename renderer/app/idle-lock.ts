import { useEffect } from 'react'
import { idleWatch } from './idle-watch.ts'
import { useSession, useSessionState } from '#renderer/shell/session.tsx'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Locks the screen after the office's idle minutes, and at once when the window says so. */
export function useIdleLock() {
  const session = useSession()
  const state = useSessionState()
  const minutes = state.status === 'open' ? state.office.idleMinutes : 0
  useEffect(() => {
    const told = (event: MessageEvent) => {
      if (event.source === window && event.data === 'opora:lock') void session.lock()
    }
    window.addEventListener('message', told)
    return () => {
      window.removeEventListener('message', told)
    }
  }, [session])
  useEffect(() => {
    if (minutes <= 0) return
    const { seen, isOver } = idleWatch(minutes)
    for (const sign of signs) window.addEventListener(sign, seen, { capture: true, passive: true })
    const timer = setInterval(() => {
      if (isOver()) void session.lock()
    }, 5000)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, seen, { capture: true })
    }
  }, [minutes, session])
}
