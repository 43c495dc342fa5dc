import { protocol, type Session } from 'electron'
import { serveAsset } from '#electron/office/web-content.ts'
import { isOwnAddress, SCHEME } from './address.ts'

/** Must run before Electron is ready: later the scheme would have no origin of its own. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers app://opora/… with the parts of the built page in `rendererDir`. */
export function servePage(session: Session, rendererDir: string): void {
  session.protocol.handle(SCHEME, (request) => {
    if (request.method !== 'GET' || !isOwnAddress(request.url)) {
      return new Response(null, { status: 403 })
    }
    const { status, headers, body } = serveAsset(rendererDir, new URL(request.url).pathname)
    return new Response(body, { status, headers })
  })
}
