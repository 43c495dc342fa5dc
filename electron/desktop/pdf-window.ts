import type { WebContents, WindowOpenHandlerResponse } from 'electron'
import { isOwnDocument, PARTITION } from './address.ts'

/** `window.open(url, PRINT_FRAME)`: the printer's dialog comes up as soon as the paper is shown. */
const PRINT_FRAME = 'opora:print'

/**
 * A paper is shown and printed in a window of Chromium's PDF viewer: the page opens the blob that it
 * got from the office, exactly as it does in a browser. Printing HTML silently loses pages and
 * margins on Windows, so only PDF documents are ever printed, and always through the dialog.
 */
export function allowPdfWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }): WindowOpenHandlerResponse => {
    if (!isOwnDocument(url)) return { action: 'deny' }
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
  contents.on('did-create-window', (window, { frameName }) => {
    window.removeMenu()
    const paper = window.webContents
    if (frameName === PRINT_FRAME) {
      paper.once('did-finish-load', () => {
        printDocument(paper)
      })
    }
    paper.on('before-input-event', (event, input) => {
      if (input.type !== 'keyDown' || !input.control || input.code !== 'KeyP') return
      event.preventDefault()
      printDocument(paper)
    })
  })
}

/** The window stays: closing it while the dialog is open would end the print job, and the program. */
function printDocument(paper: WebContents): void {
  paper.print({ silent: false, printBackground: true })
}
