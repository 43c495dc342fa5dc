import type { IncomingMessage } from 'node:http'

export function readCookie(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=')
    if (key === name) return value.join('=')
  }
  return undefined
}

/** Session cookie: gone with the browser, unreadable for scripts, never sent from other sites. */
export function cookieHeader(name: string, value: string | undefined): string {
  const flags = 'Path=/; HttpOnly; SameSite=Strict'
  return value === undefined ? `${name}=; Max-Age=0; ${flags}` : `${name}=${value}; ${flags}`
}
