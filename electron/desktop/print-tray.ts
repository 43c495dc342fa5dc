import { randomBytes } from 'node:crypto'
import { ORIGIN, PRINT_PATH } from './address.ts'

/** A pile of 300 contracts has about 40 MB. */
const LARGEST = 256 * 1024 * 1024
/** A paper that no window takes is forgotten, in milliseconds. */
const UNTAKEN_MS = 60_000

export interface TrayPaper {
  bytes: Uint8Array<ArrayBuffer>
  /** Name of the file when the paper is saved from its window. */
  fileName: string
}

/** Papers on their way to the printer: in memory only, until their window is closed. */
export interface PrintTray {
  /** The address of the paper, or undefined when this is no PDF or too large. */
  put(bytes: Uint8Array<ArrayBuffer>, title: string): string | undefined
  find(address: string): TrayPaper | undefined
  /** A window shows it now: it stays until `drop`. */
  take(address: string): void
  drop(address: string): void
}

export function createPrintTray(untakenMs = UNTAKEN_MS): PrintTray {
  const papers = new Map<string, TrayPaper & { timer: NodeJS.Timeout }>()
  return {
    put(bytes, title) {
      const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
      if (!isPdf || bytes.byteLength > LARGEST) return undefined
      const address = `${ORIGIN}${PRINT_PATH}/${randomBytes(18).toString('base64url')}`
      const timer = setTimeout(() => papers.delete(address), untakenMs)
      timer.unref()
      papers.set(address, { bytes, fileName: `${safeName(title)}.pdf`, timer })
      return address
    },
    find: (address) => papers.get(address),
    take(address) {
      clearTimeout(papers.get(address)?.timer)
    },
    drop(address) {
      clearTimeout(papers.get(address)?.timer)
      papers.delete(address)
    },
  }
}

/** What Windows allows in a file name. */
function safeName(title: string): string {
  const name = title
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .slice(0, 100)
  return name === '' ? 'Opora' : name
}
