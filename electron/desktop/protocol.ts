import { protocol, type Session } from 'electron'
import { serveAsset } from '#electron/office/web-content.ts'
import { isOwnAddress, PRINT_PATH, SCHEME } from './address.ts'
import type { PrintTray } from './print-tray.ts'

/** Must run before Electron is ready: later the scheme would have no origin of its own. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers app://opora/… with the parts of the built page in `rendererDir` and the papers of `tray`. */
export function servePage(session: Session, rendererDir: string, tray: PrintTray): void {
  session.protocol.handle(SCHEME, (request) => {
    if (!isOwnAddress(request.url)) return new Response(null, { status: 403 })
    const { pathname } = new URL(request.url)
    if (pathname === PRINT_PATH && request.method === 'POST') return receivePaper(request, tray)
    if (request.method !== 'GET') return new Response(null, { status: 403 })
    if (pathname.startsWith(`${PRINT_PATH}/`)) return showPaper(request.url, tray)
    const { status, headers, body } = serveAsset(rendererDir, pathname)
    return new Response(body, { status, headers })
  })
}

/** The page hands a finished paper in and gets the address to open. */
async function receivePaper(request: Request, tray: PrintTray): Promise<Response> {
  const title = decoded(request.headers.get('x-paper-title') ?? '')
  const address = tray.put(new Uint8Array(await request.arrayBuffer()), title)
  return new Response(address ?? null, {
    status: address === undefined ? 400 : 201,
    headers: { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' },
  })
}

/** A title that is not encoded as it should be costs the file its name, not the paper. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/**
 * A paper for Chromium's viewer. No content security policy: the viewer's own frame would fall under
 * it and show nothing. A PDF runs no script of ours, and the page cannot frame it.
 */
function showPaper(address: string, tray: PrintTray): Response {
  const paper = tray.find(address)
  if (paper === undefined) return new Response(null, { status: 404 })
  return new Response(paper.bytes, {
    headers: {
      'cache-control': 'no-store',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`,
      'content-length': String(paper.bytes.byteLength),
      'content-type': 'application/pdf',
      // As the page has it, so that the page can close the window when the screen is locked.
      'cross-origin-opener-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}
