import { app, type Session, type WebContents } from 'electron'
import { isOwnAddress, isOwnDocument, isPaper, mayRequest } from './address.ts'
import type { SavePlace } from '#electron/office/save-place.ts'
import { whenEnded, type FileEnd } from './file-end.ts'

/** The page may put text on the clipboard when asked by a key; nothing else is ever granted. */
const GRANTED = new Set(['clipboard-sanitized-write'])

/**
 * What holds for everything that this session loads. `tell` hears how each saved file ended, and `place`
 * in which folder the dialog begins.
 */
export function lockSession(
  session: Session,
  place: SavePlace,
  tell: (end: FileEnd) => void,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(GRANTED.has(permission))
  })
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayRequest(details.url) })
  })
  // The dictionaries would be fetched from the network.
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    // The page saves what it made itself; the PDF viewer what it shows.
    if (!isOwnDocument(item.getURL()) && !isPaper(item.getURL())) {
      event.preventDefault()
      return
    }
    // A saved paper must not turn up in Windows' list of recent files.
    const defaultPath = place.forFile(item.getFilename())
    item.setSaveDialogOptions({
      properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
      ...(defaultPath === undefined ? {} : { defaultPath }),
    })
    whenEnded(item, (end, savePath) => {
      if (end.outcome === 'saved' || end.outcome === 'silent') place.note(savePath, end.outcome)
      tell(end)
    })
  })
}

/** What holds for every page of this program, also for pages that somebody adds later. */
export function lockEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => {
    lockPage(contents)
  })
}

function lockPage(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    // Inside its window the PDF viewer makes frames of its own.
    const allowed = event.isMainFrame ? isOwnAddress(event.url) : mayRequest(event.url)
    if (!allowed) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
