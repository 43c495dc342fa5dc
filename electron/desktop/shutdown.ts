import { app } from 'electron'
import type { BrowserWindow } from 'electron'

/** Longer than any job needs to stop at its next safe point; after that the journal keeps the data. */
const PATIENCE_MS = 20_000

/**
 * Nothing ends while a transaction runs or the journal is unwritten: the quit is held back until
 * `close` (last writes, checkpoint, key wiped, lock released) is done.
 */
export function closeBeforeQuit(close: () => Promise<void>, log: (fault: unknown) => void): void {
  let closed = false
  let closing: Promise<void> | undefined

  const closeOnce = () => (closing ??= inTime(close(), PATIENCE_MS).catch(log))

  app.on('window-all-closed', () => {
    app.quit()
  })
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void closeOnce().then(() => {
      closed = true
      app.quit()
    })
  })
  // At the end of a Windows session there is no quit, only this.
  app.on('browser-window-created', (_event, window: BrowserWindow) => {
    window.on('session-end', () => void closeOnce())
  })
}

async function inTime(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The office did not close in time'))
    }, milliseconds)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
