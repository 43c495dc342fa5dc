import { matches, parseChord, type Chord, type KeyPress } from './chord.ts'

/** Where a key lives; the list of keys (Ctrl+/) groups by it. */
export type KeyScope = 'anywhere' | 'page' | 'form' | 'list' | 'dialog'

export interface KeyBinding {
  /** As written for people: `Ctrl+K`. */
  chord: string
  scope: KeyScope
  /** What it does, in the language of the screen. */
  label: string
  /** Layer it belongs to; keys of a covered layer sleep. */
  layer: number
  /** Works also while a layer (dialog, palette) is open. */
  through?: boolean | undefined
  enabled?: (() => boolean) | undefined
  /** Answers false to let the key go on to an older binding or to the browser. */
  run: (press: KeyboardEvent) => unknown
}

interface Entry extends KeyBinding {
  parsed: Chord
}

/** All keys of the program in one place, newest binding first. */
export function createKeyRegistry() {
  let entries: Entry[] = []
  let layers: number[] = [0]
  let nextLayer = 1
  let version = 0
  const listeners = new Set<() => void>()
  const changed = () => {
    version += 1
    for (const listener of listeners) listener()
  }

  return {
    add(binding: KeyBinding): () => void {
      const entry: Entry = { ...binding, parsed: parseChord(binding.chord) }
      entries = [...entries, entry]
      changed()
      return () => {
        entries = entries.filter((other) => other !== entry)
        changed()
      }
    },

    newLayer: () => nextLayer++,

    /** Puts a layer on top: only its own keys and the `through` ones work until it is taken away. */
    openLayer(layer: number): () => void {
      layers = [...layers, layer]
      changed()
      return () => {
        layers = layers.filter((other) => other !== layer)
        changed()
      }
    },

    topLayer: () => layers.at(-1) ?? 0,

    /** Runs the newest matching binding; true when one took the key. */
    dispatch(press: KeyPress): boolean {
      const top = layers.at(-1) ?? 0
      for (const entry of entries.toReversed()) {
        if (entry.layer !== top && !entry.through) continue
        if (!matches(entry.parsed, press)) continue
        if (entry.enabled && !entry.enabled()) continue
        if (entry.run(press as KeyboardEvent) !== false) return true
      }
      return false
    },

    /** The keys that work now, for the list of keys and the palette. */
    active(): KeyBinding[] {
      const top = layers.find((layer) => layer !== 0) === undefined ? 0 : (layers.at(-1) ?? 0)
      return entries.filter(
        (entry) => (entry.layer === top || entry.through) && (entry.enabled?.() ?? true),
      )
    },

    /** The keys of the page itself, whatever layer lies over it. */
    ofPage: (): KeyBinding[] => entries.filter((entry) => entry.layer === 0),

    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
  }
}

export const keys = createKeyRegistry()
