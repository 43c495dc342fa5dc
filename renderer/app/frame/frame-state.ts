import { createStore } from '#renderer/shell/store.ts'

/** What is open around the page; forgotten with the window. */
export const frameState = createStore({
  help: false,
  /** The navigation lies over the page on small windows. */
  navigation: false,
  keys: false,
  newMenu: false,
})

export function toggle(part: keyof ReturnType<typeof frameState.get>) {
  frameState.set((now) => ({ ...now, [part]: !now[part] }))
}

export function close(part: keyof ReturnType<typeof frameState.get>) {
  frameState.set((now) => (now[part] ? { ...now, [part]: false } : now))
}
