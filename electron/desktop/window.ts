import { BrowserWindow, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'
import { PAGE, PARTITION } from './address.ts'
import { allowPdfWindows } from './pdf-window.ts'
import type { PrintTray } from './print-tray.ts'
import { shellText } from './texts.ts'

/** At 200 % on the smallest office screen the page has 683 × 344 points. */
const SMALLEST = { minWidth: 683, minHeight: 344 }
const STEP = 0.5
const LARGEST_ZOOM = 4

/** Opens the one window of the program. It is shown when the page has something to show. */
export function openWindow(preload: string, tray: PrintTray, developing: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 860,
    ...SMALLEST,
    show: false,
    title: 'Opora',
    webPreferences: {
      preload,
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      safeDialogs: true,
      devTools: developing,
      // A middle click would open a link in a window of its own.
      disableBlinkFeatures: 'Auxclick',
    },
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  allowPdfWindows(window, tray)
  addClipboardMenu(window.webContents)
  addZoomKeys(window.webContents)
  void window.loadURL(PAGE)
  return window
}

/** There is no menu bar, so the mouse finds the clipboard here; the keys work by themselves. */
function addClipboardMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, editFlags, selectionText }) => {
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'undo', label: shellText('undo'), enabled: editFlags.canUndo },
          { type: 'separator' },
          { role: 'cut', label: shellText('cut'), enabled: editFlags.canCut },
          { role: 'copy', label: shellText('copy'), enabled: editFlags.canCopy },
          { role: 'paste', label: shellText('paste'), enabled: editFlags.canPaste },
          { role: 'selectAll', label: shellText('selectAll'), enabled: editFlags.canSelectAll },
        ]
      : [{ role: 'copy', label: shellText('copy'), enabled: editFlags.canCopy }]
    if (isEditable || selectionText !== '') Menu.buildFromTemplate(items).popup()
  })
}

/** Ctrl with plus, minus and zero, by the place of the key: the letters differ between layouts. */
function addZoomKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !input.control || input.alt || input.shift) return
    const step = zoomStep(input.code)
    if (step === undefined) return
    event.preventDefault()
    zoomBy(contents, step)
  })
  contents.on('zoom-changed', (_event, direction) => {
    zoomBy(contents, direction === 'in' ? STEP : -STEP)
  })
}

function zoomStep(code: string): number | undefined {
  if (code === 'Equal' || code === 'NumpadAdd') return STEP
  if (code === 'Minus' || code === 'NumpadSubtract') return -STEP
  if (code === 'Digit0' || code === 'Numpad0') return 0
  return undefined
}

/** `step` in Chromium's zoom levels, each 20 %; 0 goes back to the natural size. */
function zoomBy(contents: WebContents, step: number): void {
  const level = step === 0 ? 0 : contents.getZoomLevel() + step
  contents.setZoomLevel(Math.max(-2, Math.min(LARGEST_ZOOM, level)))
}
