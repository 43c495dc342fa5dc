import { preferences, readPreferences, type Preferences } from '#renderer/shell/preferences.ts'
import type { Session } from '#renderer/shell/session.tsx'

/** How long the hands must rest before the look is written, in milliseconds. */
const rest = 500

/**
 * The look of the screen belongs to the account: it comes with the log-in and is kept at every
 * change. Before the first choice the account takes over what stands on the screen. Returns what
 * ends it.
 */
export function keepScreen(
  session: Session,
  save: (screen: Preferences) => Promise<void>,
): () => void {
  let account: string | undefined
  let kept = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const now = JSON.stringify(preferences.get())
    if (account === undefined || now === kept) return
    kept = now
    // Not worth a word to the person: the next change writes all of it again.
    save(preferences.get()).catch(() => {
      kept = ''
    })
  }
  const onSession = () => {
    const state = session.state.get()
    if (state.status !== 'open') {
      clearTimeout(timer)
      account = undefined
      return
    }
    if (account === state.account.id) return
    account = state.account.id
    if (state.screen !== null) preferences.set(readPreferences(state.screen))
    kept = JSON.stringify(preferences.get())
  }
  const onChange = () => {
    if (account === undefined) return
    clearTimeout(timer)
    timer = setTimeout(write, rest)
  }
  const ends = [session.state.subscribe(onSession), preferences.subscribe(onChange)]
  window.addEventListener('pagehide', write)
  onSession()
  return () => {
    window.removeEventListener('pagehide', write)
    for (const end of ends) end()
    clearTimeout(timer)
  }
}
