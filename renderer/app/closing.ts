import { isDesktop } from '#renderer/shell/desktop.ts'
import { runningWork } from '#renderer/shell/running-work.ts'
import { createStore } from '#renderer/shell/store.ts'

/** The window was to be closed while work was running: the question stands on the screen. */
export const closingAsked = createStore(false)
let agreed = false

/** Whether work is running that would be cut with the window; asks what to do with it. */
export function workHoldsWindow(): boolean {
  if (agreed || runningWork.get().length === 0) return false
  // A browser has a question of its own and lets nobody add to it.
  if (isDesktop()) closingAsked.set(true)
  return true
}

/** Stops what can be stopped, and closes: what cannot comes to a whole state at the next start. */
export function stopAndClose(): void {
  agreed = true
  for (const { cancel } of runningWork.get()) cancel?.()
  window.close()
}
