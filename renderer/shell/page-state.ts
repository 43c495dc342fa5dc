import { useCallback } from 'react'
import { createStore, useStore } from './store.ts'

/**
 * What a page remembers for this session: filter, sort, selection, place. Never in the URL, because
 * filters carry names; emptied when the account logs out.
 */
const states = createStore<Readonly<Record<string, unknown>>>({})

export function forgetPageStates() {
  states.set({})
}

/** Like useState, but survives going into a record and back. `key` names page and part: `people.filter`. */
export function usePageState<T>(key: string, initial: T): [T, (next: T | ((now: T) => T)) => void] {
  const all = useStore(states)
  const value = key in all ? (all[key] as T) : initial
  const set = useCallback(
    (next: T | ((now: T) => T)) => {
      states.set((now) => {
        const current = key in now ? (now[key] as T) : initial
        const result = typeof next === 'function' ? (next as (now: T) => T)(current) : next
        return { ...now, [key]: result }
      })
    },
    // The initial value counts once, on the first visit.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key],
  )
  return [value, set]
}
