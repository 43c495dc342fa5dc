import { randomBytes } from 'node:crypto'
import { app, dialog } from 'electron'
import { logFault } from '#electron/office/fault-log.ts'
import { startFailure } from '#electron/office/start-failure.ts'
import { shellText } from './texts.ts'

const SOON_MS = 10_000

/** A process of Chromium ended; only its kind and its exit code are written down. */
class ProcessGone extends Error {
  override name = 'ProcessGone'
  readonly code: string
  constructor(code: string) {
    super('A process ended')
    this.code = code
  }
}

/** Writes a fault of the shell down and returns the number by which the administrator finds it. */
export function noteFault(dataDir: string, fault: unknown): string {
  const reference = randomBytes(3).toString('hex').toUpperCase()
  logFault(dataDir, new Date().toISOString(), reference, fault)
  return reference
}

/**
 * From here on nothing fails in silence. A fault in the main process ends the program: what was saved
 * is safe, and going on from an unknown state is not. A page that dies is loaded anew, without its
 * session.
 */
export function watchFaults(dataDir: string, close: () => Promise<void>): void {
  process.on('uncaughtException', (fault) => {
    const reference = noteFault(dataDir, fault)
    dialog.showErrorBox(shellText('faultTitle'), shellText('fault', { reference }))
    void close().finally(() => {
      app.exit(1)
    })
  })
  process.on('unhandledRejection', (fault) => {
    noteFault(dataDir, fault)
  })
  let lastReload = -SOON_MS
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    noteFault(dataDir, new ProcessGone(`page ${reason} ${exitCode}`))
    // A page that dies again at once would die for ever.
    const diesAgain = performance.now() - lastReload < SOON_MS
    lastReload = performance.now()
    if (diesAgain) app.quit()
    else if (!contents.isDestroyed()) contents.reload()
  })
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason === 'clean-exit') return
    noteFault(dataDir, new ProcessGone(`${type} ${reason} ${exitCode}`))
  })
}

/** The office cannot be opened: says why in one box, and ends. */
export function giveUp(dataDir: string, fault: unknown): void {
  const reference = noteFault(dataDir, fault)
  dialog.showErrorBox(
    shellText('startFailedTitle'),
    startFailure(fault, dataDir) ?? shellText('startFailed', { reference }),
  )
  app.exit(1)
}
