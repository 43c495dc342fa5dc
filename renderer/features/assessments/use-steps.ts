import { useRef, useState } from 'react'
import type { Problem } from '#domain/problems/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { clockTime } from '#renderer/shell/clock-time.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { say } from '#renderer/shell/toasts.ts'
import { refusalOf } from '#renderer/components/form/refusal.ts'
import { useRefresh } from './use-refresh.ts'

/** Steps without a form of their own: one at a time, a second try is the same click. */
export function useSteps() {
  const { t } = useTranslation()
  const session = useSession()
  const refresh = useRefresh()
  const attempt = useRef<{ what: string; requestId: string }>(undefined)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  async function run<D, R>(
    data: D,
    call: (data: D, requestId: string) => Promise<R>,
  ): Promise<R | undefined> {
    if (busy) return undefined
    const what = JSON.stringify(data)
    if (attempt.current?.what !== what) attempt.current = { what, requestId: crypto.randomUUID() }
    setBusy(true)
    setProblems([])
    try {
      const result = await call(data, attempt.current.requestId)
      attempt.current = undefined
      say(t('shell:saved', { time: clockTime(new Date()) }), { tone: 'ok' })
      await refresh()
      return result
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal.kind === 'problems') setProblems(refusal.problems)
      else if (refusal.kind === 'conflict') {
        const { changedBy, changedAt } = refusal.conflict
        const time = clockTime(new Date(changedAt))
        setProblems([{ code: 'staleVersion', params: { changedBy, time } }])
        await refresh()
      } else if (refusal.kind === 'locked') await session.refresh()
      else setProblems([refusal.problem])
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { busy, problems, run }
}
