import type { EventEmitter } from 'node:events'
import type { BrowserWindow, WindowOpenHandlerResponse } from 'electron'
import { PARTITION } from './address.ts'
import type { PrintTray } from './print-tray.ts'

/** The viewer tells when it has read the paper; printed before, the sheets would be empty. */
const READY = '-pdf-ready-to-print'
/** Should that word not come, the dialog does: after so many milliseconds the paper is there. */
const READY_AT_LATEST_MS = 5000

/**
 * A paper is shown and printed in a window of Chromium's PDF viewer. Printing HTML silently loses
 * pages and margins on Windows, so only PDF documents are ever printed, and always through the
 * dialog.
 */
export function allowPdfWindows(main: BrowserWindow, tray: PrintTray): void {
  const contents = main.webContents
  contents.setWindowOpenHandler(({ url }): WindowOpenHandlerResponse => {
    if (tray.find(url) === undefined) return { action: 'deny' }
    return {
      action: 'allow',
      overrideBrowserWindowOptions: {
        width: 900,
        height: 1000,
        autoHideMenuBar: true,
        webPreferences: {
          partition: PARTITION,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          spellcheck: false,
          // The PDF viewer is a plugin; the page itself has none.
          plugins: true,
        },
      },
    }
  })
  contents.on('did-create-window', (window, { url }) => {
    tray.take(url)
    // A paper left open would keep the program running without its page.
    const closeToo = () => {
      if (!window.isDestroyed()) window.close()
    }
    main.once('closed', closeToo)
    window.once('closed', () => {
      main.off('closed', closeToo)
      tray.drop(url)
    })
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Electron's own type of the event
    printWhenReady(window)
  })
}

function printWhenReady(window: BrowserWindow): void {
  window.removeMenu()
  const paper = window.webContents
  const print = printer(window)
  let asked = false
  const printOnce = () => {
    if (asked || window.isDestroyed()) return
    asked = true
    print()
  }
  ;(paper as EventEmitter).once(READY, printOnce)
  paper.once('did-finish-load', () => {
    setTimeout(printOnce, READY_AT_LATEST_MS)
  })
  paper.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !input.control || input.code !== 'KeyP') return
    event.preventDefault()
    print()
  })
}

/** Closing a window while its dialog is open would end the print job, and the program: it waits. */
function printer(window: BrowserWindow): () => void {
  let printing = false
  let closeAfterwards = false
  window.on('close', (event) => {
    if (!printing) return
    event.preventDefault()
    closeAfterwards = true
  })
  return () => {
    if (printing) return
    printing = true
    window.webContents.print({ silent: false, printBackground: true }, () => {
      printing = false
      if (closeAfterwards && !window.isDestroyed()) window.close()
    })
  }
}
