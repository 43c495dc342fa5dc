import { useEffect, useRef, useState } from 'react'

export interface LongWork {
  label: string
  done: number
  total: number | undefined
  startedAt: number
}

/** Long work of the office, one at a time: how far it is, and stopping it. Leaving the page stops it. */
export function useLongWork() {
  const [work, setWork] = useState<LongWork>()
  const running = useRef<AbortController>(undefined)
  useEffect(
    () => () => {
      running.current?.abort()
    },
    [],
  )
  /** Resolves to „stopped“ or „failed“ where there is no result. */
  const run = async <T>(
    label: string,
    body: (given: {
      signal: AbortSignal
      progress: (done: number, total: number) => void
    }) => Promise<T | undefined>,
  ): Promise<T | 'stopped' | 'failed' | undefined> => {
    if (running.current) return undefined
    const controller = new AbortController()
    running.current = controller
    setWork({ label, done: 0, total: undefined, startedAt: Date.now() })
    try {
      const result = await body({
        signal: controller.signal,
        progress: (done, total) => {
          setWork((now) => now && { ...now, done, total })
        },
      })
      if (controller.signal.aborted) return 'stopped'
      // A stream that ended without its last word has shown nothing.
      return result ?? 'failed'
    } catch {
      return controller.signal.aborted ? 'stopped' : 'failed'
    } finally {
      running.current = undefined
      setWork(undefined)
    }
  }
  return { work, run, stop: () => running.current?.abort() }
}
