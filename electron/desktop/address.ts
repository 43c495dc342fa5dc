/** The one address of the page. Standard and secure, so it has an origin, a policy and storage rules. */
export const SCHEME = 'app'
export const ORIGIN = 'app://opora'
export const PAGE = `${ORIGIN}/`
/** Where the page hands a paper in; below it each paper has an address of its own. */
export const PRINT_PATH = '/print'

/** In memory: nothing of a page, its cache or its storage reaches the disk. */
export const PARTITION = 'opora'

/** Chromium's own viewer shows a PDF in a window; its parts come from this address. */
const PDF_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'

/** Whether `address` is a page or part of this program. Parsed, never compared as text. */
export function isOwnAddress(address: string): boolean {
  const url = parse(address)
  return url?.protocol === `${SCHEME}:` && url.host === 'opora'
}

/** A document that the page itself made, to be saved as a file. */
export function isOwnDocument(address: string): boolean {
  const url = parse(address)
  return url?.protocol === 'blob:' && isOwnAddress(url.pathname)
}

/** A paper on its way to the printer. */
export function isPaper(address: string): boolean {
  return isOwnAddress(address) && new URL(address).pathname.startsWith(`${PRINT_PATH}/`)
}

/** Whether a request may leave: only for our own parts, never to any network. */
export function mayRequest(address: string): boolean {
  const url = parse(address)
  if (url === undefined) return false
  return (
    isOwnAddress(address) ||
    isOwnDocument(address) ||
    url.protocol === 'data:' ||
    url.protocol === 'devtools:' ||
    url.protocol === 'chrome:' ||
    address.startsWith(PDF_VIEWER)
  )
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}
