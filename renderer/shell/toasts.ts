import { createStore } from './store.ts'

export interface Toast {
  id: number
  text: string
  /** Offers „Върни“ (Alt+U) while the message stands. */
  undo?: (() => void | Promise<void>) | undefined
  tone: 'calm' | 'ok' | 'warn' | 'bad'
}

export const toasts = createStore<readonly Toast[]>([])
let nextId = 1
/** How long a message stands, in milliseconds; nothing important lives only here. */
const standing = 10_000

/** Says something that needs no answer, for ten seconds, and to screen readers. */
export function say(text: string, options: { undo?: Toast['undo']; tone?: Toast['tone'] } = {}) {
  const id = nextId++
  toasts.set((now) => [
    ...now.slice(-2),
    { id, text, undo: options.undo, tone: options.tone ?? 'calm' },
  ])
  setTimeout(() => {
    dismiss(id)
  }, standing)
  return id
}

export function dismiss(id: number) {
  toasts.set((now) =>
    now.some((toast) => toast.id === id) ? now.filter((toast) => toast.id !== id) : now,
  )
}

/** Takes back the last action that can be taken back; false when there is none. */
export function undoLast(): boolean {
  const last = toasts.get().findLast((toast) => toast.undo)
  if (!last?.undo) return false
  dismiss(last.id)
  void last.undo()
  return true
}
