import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What both shells, the window and the office server, answer to a request for a page or its parts. */
export type Asset = {
  status: 200 | 400 | 404
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer>
}

const MEDIA_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
}

/**
 * The content security policy of one answer. The nonce is for the style elements that Mantine
 * writes; style attributes go through the CSSOM, which the policy allows.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers that every answer carries, pages and procedures alike. */
export function securityHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), serial=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}

/** A nonce serves one answer only: a page that knows an old one gains nothing. */
export function newNonce(): string {
  return randomBytes(18).toString('base64')
}

/**
 * One file of the built page, by the path of the request. `/` is the page itself, with the nonce of
 * this answer written into its head. A path that leaves `rootDir`, or is not well formed, is refused.
 */
export function serveAsset(rootDir: string, urlPath: string): Asset {
  const nonce = newNonce()
  const file = resolveInside(rootDir, urlPath === '/' ? '/index.html' : urlPath)
  if (file === null) return refusal(400, nonce)

  const extension = path.extname(file).toLowerCase()
  const mediaType = MEDIA_TYPES[extension]
  if (mediaType === undefined) return refusal(404, nonce)

  let body: Uint8Array<ArrayBuffer>
  try {
    body = Uint8Array.from(readFileSync(file))
  } catch {
    return refusal(404, nonce)
  }
  if (extension === '.html') body = withNonce(body, nonce)

  return {
    status: 200,
    headers: {
      ...securityHeaders(nonce),
      'cache-control': cacheControl(urlPath, extension),
      'content-length': String(body.byteLength),
      'content-type': mediaType,
    },
    body,
  }
}

/** Vite puts a hash of the content into every name under /assets/, so these never change. */
function cacheControl(urlPath: string, extension: string): string {
  return extension !== '.html' && urlPath.startsWith('/assets/')
    ? 'private, max-age=31536000, immutable'
    : 'no-store'
}

/** The file that a request path names inside `rootDir`, or null when it names one outside. */
export function resolveInside(rootDir: string, urlPath: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  // A colon would open an alternate data stream, a backslash another way up, on Windows.
  if (!decoded.startsWith('/') || /[\0\\:]/.test(decoded)) return null
  const file = path.resolve(rootDir, `.${decoded}`)
  const relative = path.relative(path.resolve(rootDir), file)
  const outside =
    relative === '' || relative.split(path.sep)[0] === '..' || path.isAbsolute(relative)
  return outside ? null : file
}

function withNonce(html: Uint8Array, nonce: string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder()
    .decode(html)
    .replaceAll(/<meta\s[^>]*name="csp-nonce"[^>]*>/g, '')
    .replace(/<head[^>]*>/i, (head) => `${head}<meta name="csp-nonce" nonce="${nonce}">`)
  return Uint8Array.from(Buffer.from(text))
}

function refusal(status: 400 | 404, nonce: string): Asset {
  return {
    status,
    headers: {
      ...securityHeaders(nonce),
      'cache-control': 'no-store',
      'content-length': '0',
      'content-type': 'text/plain; charset=utf-8',
    },
    body: new Uint8Array(),
  }
}
