import { createStore, useStore } from './store.ts'

export interface RunningWork {
  id: number
  label: string
  done: number
  /** Unknown until the work has counted itself. */
  total: number | undefined
  unit: '%' | undefined
  startedAt: number
  cancel: (() => void) | undefined
}

export const runningWork = createStore<readonly RunningWork[]>([])
let nextId = 1

export interface WorkHandle {
  update(done: number, total?: number): void
  finish(): void
}

/** Shows long work in the header; the caller goes on and reports. */
export function startWork(label: string, cancel?: () => void, unit?: '%'): WorkHandle {
  const id = nextId++
  runningWork.set((now) => [
    ...now,
    { id, label, done: 0, total: undefined, unit, startedAt: Date.now(), cancel },
  ])
  return {
    update(done, total) {
      runningWork.set((now) =>
        now.map((work) => (work.id === id ? { ...work, done, total: total ?? work.total } : work)),
      )
    },
    finish() {
      runningWork.set((now) => now.filter((work) => work.id !== id))
    },
  }
}

/** A work under this name goes on: it is not begun a second time. */
export const useIsRunning = (label: string) =>
  useStore(runningWork).some((work) => work.label === label)

/** Whole seconds still to go, or undefined while too little is known to say. */
export function secondsLeft(done: number, total: number | undefined, elapsedMs: number) {
  if (!total || done === 0 || elapsedMs < 1000) return undefined
  return Math.max(1, Math.round(((elapsedMs / done) * (total - done)) / 1000))
}
