import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Problem } from '#domain/problems/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc, type ApiClient } from '#renderer/shell/client.ts'
import { clockTime } from '#renderer/shell/clock-time.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { say } from '#renderer/shell/toasts.ts'
import { refusalOf } from '#renderer/components/form/refusal.ts'

export type Found = Awaited<ReturnType<ApiClient['applications']['find']>>
type StepEvent = Parameters<ApiClient['applications']['step']>[0]['data']['event']
type Decision = Parameters<ApiClient['applications']['decide']>[0]['data']['event']

/** Reads again what a step of an application changes: its page, the dossier, the lists. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    for (const queryKey of [orpc.people.key(), orpc.cases.key(), ['applications'], ['people']])
      void queries.invalidateQueries({ queryKey })
    await queries.invalidateQueries({ queryKey: orpc.applications.key() })
  }
}

/** Steps of one application: one at a time, refusals kept for the screen, lists read again. */
export function useStep(id: string) {
  const { t } = useTranslation()
  const refresh = useRefresh()
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const attempt = useRef<{ what: string; requestId: string }>(undefined)

  const perform = async (what: object, call: (requestId: string) => Promise<unknown>) => {
    if (busy) return false
    const print = JSON.stringify(what)
    // A second try with the same values is the same click.
    if (attempt.current?.what !== print)
      attempt.current = { what: print, requestId: crypto.randomUUID() }
    setBusy(true)
    setProblems([])
    try {
      await call(attempt.current.requestId)
      attempt.current = undefined
      say(t('shell:saved', { time: clockTime(new Date()) }), { tone: 'ok' })
      await refresh()
      return true
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal.kind === 'problems') setProblems(refusal.problems)
      else if (refusal.kind === 'conflict') {
        const { changedBy, changedAt } = refusal.conflict
        const time = clockTime(new Date(changedAt))
        setProblems([{ code: 'staleVersion', params: { changedBy, time } }])
        attempt.current = undefined
        await refresh()
      } else if (refusal.kind === 'locked') await session.refresh()
      else setProblems([refusal.problem])
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    problems,
    step: (version: number, event: StepEvent) =>
      perform({ version, event }, (requestId) =>
        client.applications.step({ requestId, data: { id, version, event } }),
      ),
    decide: (version: number, event: Decision) =>
      perform({ version, event }, (requestId) =>
        client.applications.decide({ requestId, data: { id, version, event } }),
      ),
  }
}

export type StepRun = ReturnType<typeof useStep>
