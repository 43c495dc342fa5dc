import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { onFlush, useDrafts } from '#renderer/shell/drafts.ts'

/** How long the hands must rest before the draft is written, in milliseconds. */
const rest = 800

/** The list of drafts takes no longer names. */
const longestTitle = 120

/**
 * What a draft holds: the values, texts that could not be read yet, by field, and where the ids of
 * its saves come from.
 */
interface Payload<V> {
  values: V
  typed: Record<string, string>
  seed?: string
}

/**
 * Keeps an unfinished form: written 800 ms after a change, before the lock and when the page is
 * left; read back when the form opens. Without a key nothing is kept.
 */
export function useDraft<V extends FieldValues>(
  form: UseFormReturn<V, unknown, unknown>,
  key: string | undefined,
  typed: RefObject<Record<string, string>>,
  titleOf: (values: V) => string,
) {
  const drafts = useDrafts()
  const [savedAt, setSavedAt] = useState<string | null>()
  // The last words are written when the page is left: the address is another one then.
  const [place] = useState(() => location.hash.replace(/^#/, '') || '/')
  const [ready, setReady] = useState(key === undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef(false)
  const done = useRef(false)
  const underWay = useRef<Promise<{ savedAt: string | null }>>(undefined)
  const seed = useRef<string>(undefined)
  // Not before it is asked for: a random text is no business of drawing.
  const ownSeed = useCallback(() => (seed.current ??= crypto.randomUUID()), [])

  const naming = useRef(titleOf)
  useEffect(() => {
    naming.current = titleOf
  })

  const write = useCallback(async () => {
    clearTimeout(timer.current)
    if (!key || done.current) return
    if (!waiting.current) {
      // Who waits for the last words waits for those on their way, too.
      await underWay.current?.catch(() => undefined)
      return
    }
    waiting.current = false
    try {
      const values = form.getValues()
      underWay.current = drafts.save(
        key,
        { values, typed: typed.current, seed: ownSeed() } satisfies Payload<V>,
        { title: naming.current(values).slice(0, longestTitle), place },
      )
      const saved = await underWay.current
      setSavedAt(saved.savedAt)
    } catch {
      // The text still stands on the screen; the next change tries again.
      waiting.current = true
    }
  }, [drafts, form, key, place, typed, ownSeed])

  /** Also what was not changed: a save whose answer is lost must be known again after a log-in. */
  const hold = useCallback(async () => {
    waiting.current = true
    await write()
  }, [write])

  /**
   * The same values of the same form have the same id, in this window or in the next one: a save
   * that was written while its answer was lost is not written again.
   */
  const requestIdOf = useCallback(
    async (fingerprint: string) => {
      const bytes = new TextEncoder().encode(`${ownSeed()}\n${fingerprint}`)
      return uuidOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
    },
    [ownSeed],
  )

  useEffect(() => {
    if (!key) return
    let gone = false
    void drafts
      .load(key)
      .then((draft) => {
        if (gone || !draft) return
        const kept = draft.values as Payload<V>
        typed.current = kept.typed
        seed.current = kept.seed
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
    seed.current = undefined
    setSavedAt(undefined)
    if (key) await drafts.discard(key).catch(() => undefined)
  }, [drafts, key])

  /** After „Запиши и следващо“ the same form begins anew. */
  const restart = useCallback(() => {
    done.current = false
  }, [])

  return { savedAt, ready, write, hold, discard, restart, requestIdOf }
}

/** The first 16 bytes as a UUID of version 8, „made otherwise“ (RFC 9562). */
function uuidOf(hash: Uint8Array): string {
  const bytes = hash.slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
