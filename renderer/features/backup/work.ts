import { ORPCError } from '@orpc/client'
import { firstProblem } from '#renderer/components/form/refusal.ts'
import { problemText } from '#renderer/shell/problem-text.ts'
import { startWork } from '#renderer/shell/running-work.ts'
import { createStore, type Store } from '#renderer/shell/store.ts'

/** Where a long work of the office stands; it goes on when its page is left. */
export type WorkState<Step extends string, Done> =
  | { kind: 'idle' }
  | { kind: 'running'; step: Step | undefined; done: number; total: number; startedAt: number }
  | { kind: 'done'; result: Done }
  | { kind: 'failed'; problem: string; code: string; params: Record<string, string | number> }
  | { kind: 'stopped' }

export interface Work<Step extends string, Done> {
  state: Store<WorkState<Step, Done>>
  /**
   * `label` stands in the header while it runs. A second start while one runs does nothing. Throws
   * what the office says of a secret that was typed.
   */
  start(
    label: string,
    ask: (signal: AbortSignal) => Promise<AsyncIterable<Progress<Step> | Done>>,
  ): Promise<WorkState<Step, Done>>
  stop(): void
  /** What it ended with was read. */
  clear(): void
}

interface Progress<Step extends string> {
  kind: 'progress'
  step: Step
  done: number
  total: number
}

/**
 * One kind of long work, of which one runs at a time in this window. `toItsEnd`: nobody may stop it,
 * here or in the header.
 */
export function createLongWork<Step extends string, Done extends { kind: 'done' }>({
  toItsEnd = false,
} = {}): Work<Step, Done> {
  const state = createStore<WorkState<Step, Done>>({ kind: 'idle' })
  let abort: AbortController | undefined
  return {
    state,
    async start(label, ask) {
      if (state.get().kind === 'running') return state.get()
      const own = new AbortController()
      abort = own
      const startedAt = Date.now()
      state.set({ kind: 'running', step: undefined, done: 0, total: 0, startedAt })
      const stop = () => {
        own.abort()
      }
      const shown = startWork(label, toItsEnd ? undefined : stop, '%')
      try {
        for await (const message of await ask(own.signal)) {
          if (own.signal.aborted) break
          if (message.kind === 'done') state.set({ kind: 'done', result: message })
          else {
            const { step, done, total } = message
            state.set({ kind: 'running', step, done, total, startedAt })
            shown.update(total === 0 ? 0 : Math.floor((done / total) * 100), 100)
          }
        }
        if (own.signal.aborted) state.set({ kind: 'stopped' })
        else if (state.get().kind === 'running') state.set(failed(undefined))
      } catch (error) {
        if (isAboutSecret(error)) {
          state.set({ kind: 'idle' })
          throw error
        }
        state.set(own.signal.aborted ? { kind: 'stopped' } : failed(error))
      } finally {
        shown.finish()
      }
      return state.get()
    },
    stop() {
      if (!toItsEnd) abort?.abort()
    },
    clear() {
      if (state.get().kind !== 'running') state.set({ kind: 'idle' })
    },
  }
}

function failed(error: unknown): Extract<WorkState<never, never>, { kind: 'failed' }> {
  const problem = firstProblem(error)
  const { code, params } = problem
  return { kind: 'failed', problem: problemText(problem), code, params: params ?? {} }
}

/** What the office says of a secret that was typed belongs to its field, not here. */
function isAboutSecret(error: unknown): boolean {
  return error instanceof ORPCError && ['UNAUTHENTICATED', 'TRY_LATER'].includes(String(error.code))
}
