import { isDesktop } from '#renderer/shell/desktop.ts'

/** How long the document stays readable for the window that prints it, in milliseconds. */
const kept = 10 * 60_000

let opened = 0

/**
 * Opens the frozen PDF in a window of its own, where it is printed: the program's window brings the
 * printer's dialog up by itself, a browser's PDF viewer is asked to. False when the browser would
 * not open a window. Every print has a window of its own, so that an earlier one still open does
 * not swallow it.
 */
export function sendToPrinter(pdf: Blob): boolean {
  const address = URL.createObjectURL(pdf)
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, kept)
  opened += 1
  const place = window.open(address, `opora:print:${String(opened)}`)
  if (isDesktop()) return true
  if (place === null) return false
  place.addEventListener('load', () => {
    try {
      place.print()
    } catch {
      // A viewer of another origin (Firefox) shows the paper; Ctrl+P there prints it.
    }
  })
  return true
}
