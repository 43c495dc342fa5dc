import { keys } from './registry.ts'

/** One listener for the whole window, before any component sees the key. */
export function listenToKeys(target: Window = window): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (keys.dispatch(event)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  target.addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    target.removeEventListener('keydown', onKeyDown, { capture: true })
  }
}
