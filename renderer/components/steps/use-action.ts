import { useRef, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { clockTime } from '#renderer/shell/clock-time.ts'
import { refresh } from '#renderer/shell/refresh.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { say } from '#renderer/shell/toasts.ts'
import { refusalOf, staleVersion, type Refusal } from '../form/refusal.ts'

/** What an action of the api takes. */
export interface ActionCall<D> {
  requestId: string
  data: D
}

export interface RunOptions<R> {
  /** What is said when it is done: „Записано 10:42 ч.“ by default; nothing where another says it. */
  said?: ((answer: R) => string) | null | undefined
  /** It only asks (a log-in, a search): nothing is said and nothing is read again. */
  reads?: boolean | undefined
  /** Goes on by itself at once; `fresh` comes when the open pages have been read again. */
  then?: (answer: R, fresh: Promise<void>) => void
  /** Shows the refusal in its own place; without it the refusal stands in `problems`. */
  refused?: (refusal: Refusal) => void | Promise<void>
}

/**
 * The only runner of actions: one at a time; a second try with the same values is the same click;
 * what was refused stays on the screen; what is open is read again.
 */
export function useAction() {
  const { t } = useTranslation()
  const session = useSession()
  const underWay = useRef(false)
  const attempt = useRef<{ what: string; requestId: string }>(undefined)
  const [running, setRunning] = useState<string>()
  const [problems, setProblems] = useState<readonly Problem[]>([])

  const requestIdOf = (what: string) => {
    if (attempt.current?.what !== what) attempt.current = { what, requestId: crypto.randomUUID() }
    return attempt.current.requestId
  }

  /** The answer, or undefined when it was refused or another action is under way. */
  async function run<D, R>(
    name: string,
    data: D,
    call: (asked: ActionCall<D>) => Promise<R>,
    { said, reads, then, refused }: RunOptions<R> = {},
  ): Promise<{ answer: R } | undefined> {
    if (underWay.current) return undefined
    underWay.current = true
    setRunning(name)
    setProblems([])
    try {
      const answer = await call({ requestId: requestIdOf(JSON.stringify([name, data])), data })
      attempt.current = undefined
      if (said !== null && !reads)
        say(said ? said(answer) : t('shell:saved', { time: clockTime(new Date()) }), { tone: 'ok' })
      // Who goes elsewhere is on the way before `refresh` looks whether somebody is.
      const fresh = Promise.resolve().then(() => (reads ? undefined : refresh()))
      if (then) then(answer, fresh)
      else await fresh
      return { answer }
    } catch (error) {
      const refusal = refusalOf(error)
      if (refused) await refused(refusal)
      else if (refusal.kind === 'problems') setProblems(refusal.problems)
      else if (refusal.kind === 'retry') setProblems([refusal.problem])
      else if (refusal.kind === 'conflict') {
        // With what the colleague saved it will be another action.
        attempt.current = undefined
        setProblems([staleVersion(refusal.conflict)])
        await refresh()
      }
      if (refusal.kind === 'locked') await session.refresh()
      return undefined
    } finally {
      underWay.current = false
      setRunning(undefined)
    }
  }
  return {
    busy: running !== undefined,
    /** Name of the action under way. */
    running,
    problems,
    run,
  }
}

export type Action = ReturnType<typeof useAction>
