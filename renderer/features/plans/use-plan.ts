import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PlanContext } from '#domain/plans/rules.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc, type ApiClient } from '#renderer/shell/client.ts'
import { clockTime } from '#renderer/shell/clock-time.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { say } from '#renderer/shell/toasts.ts'
import { refusalOf } from '#renderer/components/form/refusal.ts'

export type FoundPlan = Awaited<ReturnType<ApiClient['plans']['find']>>
export type Measures = FoundPlan['measures']

/** What the rules of the domain need of what the office measured. */
export function contextOf(measures: Measures): PlanContext {
  const { grantedMinutes, dailyMaxMinutes, weeklyMaxMinutes } = measures
  const { assessmentDate, weakAreas, reviewMonths } = measures
  return {
    grantedMinutes,
    dailyMaxMinutes,
    weeklyMaxMinutes,
    assessmentDate,
    weakAreas,
    reviewMonths,
  }
}

/** Reads again what a step of a plan changes: its page, the dossier, the lists, what waits. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    const others = [orpc.people.key(), orpc.cases.key(), orpc.papers.key(), orpc.today.key()]
    for (const queryKey of [...others, ['plans'], ['people']])
      void queries.invalidateQueries({ queryKey })
    await queries.invalidateQueries({ queryKey: orpc.plans.key() })
  }
}

/** One step at a time; a second try is the same click; refusals stay on the screen. */
export function useStep() {
  const { t } = useTranslation()
  const refresh = useRefresh()
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const attempt = useRef<{ what: string; requestId: string }>(undefined)
  const run = async <T>(what: object, call: (requestId: string) => Promise<T>) => {
    if (busy) return undefined
    const print = JSON.stringify(what)
    if (attempt.current?.what !== print)
      attempt.current = { what: print, requestId: crypto.randomUUID() }
    setBusy(true)
    setProblems([])
    try {
      const answer = await call(attempt.current.requestId)
      attempt.current = undefined
      say(t('shell:saved', { time: clockTime(new Date()) }), { tone: 'ok' })
      await refresh()
      return { answer }
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal.kind === 'problems') setProblems(refusal.problems)
      else if (refusal.kind === 'conflict') {
        const { changedBy, changedAt } = refusal.conflict
        attempt.current = undefined
        setProblems([
          { code: 'staleVersion', params: { changedBy, time: clockTime(new Date(changedAt)) } },
        ])
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
