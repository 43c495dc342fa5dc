import { isDesktop } from './desktop.ts'

/** What the desktop program looks for: a window of this name opens the printer's dialog by itself. */
const PRINT_FRAME = 'opora:print'

export interface PrintOptions {
  /** Name of the file if the paper is saved from there: „Договор № 31“. No personal data. */
  title: string
}

interface Shown {
  window: Window
  release: () => void
}

let shown: Shown[] = []

/**
 * Opens a finished PDF in a window of its own with the printer's dialog before it, in both shells.
 * `blocked` when the browser refuses new windows. Whether paper came out nobody can tell: ask.
 */
export async function printPdf(
  bytes: Uint8Array,
  { title }: PrintOptions,
): Promise<'shown' | 'blocked'> {
  const { address, release } = isDesktop() ? await handToDesktop(bytes, title) : asBlob(bytes)
  const opened = window.open(address, isDesktop() ? PRINT_FRAME : '_blank')
  if (!opened) {
    release()
    return 'blocked'
  }
  // The desktop program prints by itself, as soon as its viewer has read the paper.
  if (!isDesktop())
    opened.addEventListener('load', () => {
      opened.print()
    })
  shown = [...shown.filter((one) => !one.window.closed), { window: opened, release }]
  return 'shown'
}

/** At the lock and at log-out no paper stays open beside the page. */
export function closePapers() {
  for (const { window: opened, release } of shown) {
    opened.close()
    release()
  }
  shown = []
}

/** The paper lies in the memory of the program under an address nobody can guess, never on a disk. */
async function handToDesktop(bytes: Uint8Array, title: string) {
  const answer = await fetch('/print', {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', 'x-paper-title': encodeURIComponent(title) },
    body: bytes.slice(),
  })
  if (!answer.ok) throw new Error('The paper was not taken for printing')
  return { address: await answer.text(), release: () => undefined }
}

function asBlob(bytes: Uint8Array) {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }))
  return {
    address,
    release: () => {
      URL.revokeObjectURL(address)
    },
  }
}
