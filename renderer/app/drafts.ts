import { createContext, use } from 'react'

export interface DraftInfo {
  key: string
  /** Instant, UTC ISO. */
  savedAt: string
}

export interface Draft extends DraftInfo {
  values: unknown
}

/**
 * Where unfinished forms are kept: encrypted, per account. A key names the form and, after a colon,
 * the record: `applications:new`. `savedAt` is null when the store would not take it.
 */
export interface DraftStore {
  load(key: string): Promise<Draft | undefined>
  save(key: string, values: unknown, title: string): Promise<{ savedAt: string | null }>
  discard(key: string): Promise<void>
}

/** Memory only: for a page shown without an office behind it. */
export function memoryDrafts(): DraftStore {
  const kept = new Map<string, Draft>()
  return {
    load: (key) => Promise.resolve(kept.get(key)),
    save(key, values) {
      const draft = { key, values: structuredClone(values), savedAt: new Date().toISOString() }
      kept.set(key, draft)
      return Promise.resolve(draft)
    },
    discard(key) {
      kept.delete(key)
      return Promise.resolve()
    },
  }
}

export const DraftsContext = createContext<DraftStore>(memoryDrafts())
export const useDrafts = () => use(DraftsContext)

const flushers = new Set<() => Promise<void>>()

/** A form registers what must be written before the page goes away. */
export function onFlush(flush: () => Promise<void>): () => void {
  flushers.add(flush)
  return () => flushers.delete(flush)
}

/** Writes every unsaved form down now: before the lock, before the window closes. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...flushers].map((flush) => flush()))
}
