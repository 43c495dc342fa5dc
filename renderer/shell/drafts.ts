import { createContext, use } from 'react'
import { createStore } from './store.ts'

export interface DraftInfo {
  key: string
  /** Instant, UTC ISO. */
  savedAt: string
}

export interface Draft extends DraftInfo {
  values: unknown
}

/** What the list of drafts says of one: its name, and the page on which it goes on. */
export interface DraftAbout {
  title: string
  place: string
}

/**
 * Where unfinished forms are kept: encrypted, per account. A key names the form and, after a colon,
 * the record: `applications:new`. `savedAt` is null when the store would not take it.
 */
export interface DraftStore {
  load(key: string): Promise<Draft | undefined>
  save(key: string, values: unknown, about: DraftAbout): Promise<{ savedAt: string | null }>
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

/** A store that keeps in memory what it could not write, until it can. */
export interface HoldingDrafts extends DraftStore {
  /** This account is at work: what was held for it is written, what was another's is forgotten. */
  resume(accountId: string): Promise<void>
  forget(): void
}

/**
 * When the office locks first, or is not there for a moment, the last words typed cannot be written
 * down. They are held – under the lock layer, for this account alone – and written after the unlock;
 * a form that opens before that is given them.
 */
export function holdingDrafts(
  store: DraftStore,
  onRefused: (error: unknown) => void,
): HoldingDrafts {
  const held = new Map<string, { values: unknown; about: DraftAbout; at: string }>()
  let account: string | undefined

  const save: DraftStore['save'] = async (key, values, about) => {
    // Held first: a form that opens while the store is still answering finds its last words here.
    const mine = { values: structuredClone(values), about, at: new Date().toISOString() }
    held.set(key, mine)
    try {
      const saved = await store.save(key, values, about)
      if (held.get(key) === mine) held.delete(key)
      return saved
    } catch (error) {
      onRefused(error)
      throw error
    }
  }
  return {
    save,
    async load(key) {
      const mine = held.get(key)
      return mine ? { key, values: mine.values, savedAt: mine.at } : store.load(key)
    },
    async discard(key) {
      held.delete(key)
      await store.discard(key)
    },
    async resume(accountId) {
      if (account !== undefined && account !== accountId) held.clear()
      account = accountId
      await Promise.allSettled(
        [...held].map(([key, { values, about }]) => save(key, values, about)),
      )
    },
    forget() {
      held.clear()
      account = undefined
    },
  }
}

export const DraftsContext = createContext<DraftStore>(memoryDrafts())
export const useDrafts = () => use(DraftsContext)

/** Rises when a draft was written or thrown away: the count in the header is read again. */
export const draftsRound = createStore(0)

const flushers = new Set<() => Promise<void>>()

/** A form registers what must be written before the page goes away. */
export function onFlush(flush: () => Promise<void>): () => void {
  flushers.add(flush)
  return () => flushers.delete(flush)
}

/** Whether a form stands open whose last words may be unwritten. */
export const formsStandOpen = () => flushers.size > 0

/** Writes every unsaved form down now: before the lock, before the window closes. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...flushers].map((flush) => flush()))
}
