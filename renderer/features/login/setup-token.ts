import { isDesktop } from '#renderer/shell/desktop.ts'

const place = 'opora.setup'

/**
 * The one-time token of the office server, from `?setup=…`. It is taken out of the address at once,
 * so that it stays in no history; a reload of this tab still knows it.
 */
function takeToken(): string | undefined {
  const address = new URL(location.href)
  const given = address.searchParams.get('setup')
  try {
    if (given === null) return sessionStorage.getItem(place) ?? undefined
    sessionStorage.setItem(place, given)
  } catch {
    // Without storage it lives as long as the page.
  }
  address.searchParams.delete('setup')
  history.replaceState(history.state, '', address)
  return given ?? undefined
}

const token = takeToken()

export const setupToken = () => token

/** The office exists: the token opens nothing any more. */
export function forgetSetupToken() {
  try {
    sessionStorage.removeItem(place)
  } catch {
    // Nothing was kept.
  }
}

/** In a browser only the one who started the server may set the office up. */
export const maySetUp = () => isDesktop() || token !== undefined
