import { useEffect, useState, type ReactNode } from 'react'
import { keys } from '#renderer/shell/keymap/registry.ts'
import { LayerContext } from '#renderer/shell/keymap/use-key.ts'

/** While it is drawn, only the keys bound inside it work; the page's keys sleep. */
export function Layer({ children }: { children: ReactNode }) {
  const [layer] = useState(() => keys.newLayer())
  useEffect(() => keys.openLayer(layer), [layer])
  return <LayerContext value={layer}>{children}</LayerContext>
}
