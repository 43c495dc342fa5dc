import { createStore } from './store.ts'

/** What is said above the log-in, until somebody has logged in: what a restore brought back. */
export const logInNotice = createStore<readonly string[]>([])

export function sayAtLogIn(lines: readonly string[]): void {
  logInNotice.set(lines)
}
