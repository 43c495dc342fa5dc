import { ORPCError } from '@orpc/client'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'

/**
 * After several wrong tries the office answers later: counts the seconds down. `guard` wraps a call
 * and turns that refusal into the countdown.
 */
export function useWaiting() {
  const [until, setUntil] = useState(0)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (until === 0) return
    const tick = () => {
      setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    }
    tick()
    const timer = setInterval(tick, 500)
    return () => {
      clearInterval(timer)
    }
  }, [until])
  const guard = useCallback(async <T,>(work: () => Promise<T>): Promise<T> => {
    try {
      const answer = await work()
      setUntil(0)
      setSeconds(0)
      return answer
    } catch (error) {
      if (!(error instanceof ORPCError) || error.code !== 'TRY_LATER') throw error
      const { seconds: wait } = error.data as { seconds: number }
      setUntil(Date.now() + wait * 1000)
      // Said by the countdown, so the form itself has nothing to add.
      throw new ORPCError('RULE', { data: { problems: [] } })
    }
  }, [])
  return { seconds, guard }
}

export function Countdown({ seconds }: { seconds: number }) {
  const { t } = useTranslation()
  // Read once by a screen reader when it appears; not every second.
  return (
    <div role="alert">
      {seconds > 0 ? <p aria-live="off">{t('errors:tryLater', { count: seconds })}</p> : null}
    </div>
  )
}
