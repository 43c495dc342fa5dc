import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { onFlush, useDrafts } from '#renderer/app/drafts.ts'

/** How long the hands must rest before the draft is written, in milliseconds. */
const rest = 800

/** What a draft holds: the values, and texts that could not be read yet, by field. */
interface Payload<V> {
  values: V
  typed: Record<string, string>
}

/**
 * Keeps an unfinished form: written 800 ms after a change, before the lock and when the page is
 * left; read back when the form opens. Without a key nothing is kept.
 */
export function useDraft<V extends FieldValues>(
  form: UseFormReturn<V, unknown, unknown>,
  key: string | undefined,
  title: string,
  typed: RefObject<Record<string, string>>,
) {
  const drafts = useDrafts()
  const [savedAt, setSavedAt] = useState<string | null>()
  const [ready, setReady] = useState(key === undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef(false)
  const done = useRef(false)

  const write = useCallback(async () => {
    clearTimeout(timer.current)
    if (!key || !waiting.current || done.current) return
    waiting.current = false
    try {
      const saved = await drafts.save(
        key,
        { values: form.getValues(), typed: typed.current } satisfies Payload<V>,
        title,
      )
      setSavedAt(saved.savedAt)
    } catch {
      // The text still stands on the screen; the next change tries again.
      waiting.current = true
    }
  }, [drafts, form, key, title, typed])

  useEffect(() => {
    if (!key) return
    let gone = false
    void drafts
      .load(key)
      .then((draft) => {
        if (gone || !draft) return
        const kept = draft.values as Payload<V>
        typed.current = kept.typed
        form.reset(kept.values, { keepDefaultValues: true })
        setSavedAt(draft.savedAt)
      })
      .catch(() => undefined)
      .finally(() => {
        if (!gone) setReady(true)
      })
    return () => {
      gone = true
    }
  }, [drafts, form, key, typed])

  useEffect(() => {
    if (!key || !ready) return
    const watching = form.watch((_values, change) => {
      if (change.type === undefined && change.name === undefined) return
      waiting.current = true
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void write(), rest)
    })
    const unregister = onFlush(write)
    return () => {
      watching.unsubscribe()
      unregister()
      void write()
    }
  }, [form, key, ready, write])

  const discard = useCallback(async () => {
    clearTimeout(timer.current)
    waiting.current = false
    done.current = true
    setSavedAt(undefined)
    if (key) await drafts.discard(key).catch(() => undefined)
  }, [drafts, key])

  /** After „Запиши и следващо“ the same form begins anew. */
  const restart = useCallback(() => {
    done.current = false
  }, [])

  return { savedAt, ready, write, discard, restart }
}
