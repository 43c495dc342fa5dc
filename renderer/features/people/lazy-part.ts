import { lazy, type ComponentType } from 'react'

/** A part of the dossier that is loaded when it is first shown. */
export function lazyPart(load: () => Promise<{ default: ComponentType<{ personId: string }> }>) {
  return lazy(load)
}
