import { createContext, use, useEffect, useRef } from 'react'
import { keys, type KeyScope } from './registry.ts'

/** The layer the component is drawn in; 0 is the page. */
export const LayerContext = createContext(0)

export interface UseKeyOptions {
  scope?: KeyScope
  through?: boolean
  enabled?: boolean
}

/**
 * Binds a key while the component is on the screen. The label is shown in the list of keys, so it
 * comes translated. `run` answers false to let the key pass on.
 */
export function useKey(
  chord: string | undefined,
  label: string,
  run: (press: KeyboardEvent) => unknown,
  { scope = 'page', through, enabled = true }: UseKeyOptions = {},
) {
  const layer = use(LayerContext)
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!chord || !enabled) return
    return keys.add({ chord, label, scope, layer, through, run: (press) => latest.current(press) })
  }, [chord, label, scope, layer, through, enabled])
}
