import path from 'node:path'
import { app, powerMonitor, session, type BrowserWindow } from 'electron'
import { builtWorkers } from '#electron/office/built-workers.ts'
import { createDoor } from '#electron/office/door.ts'
import { expectWritable } from '#electron/office/writable.ts'
import { loadRestLater } from '#electron/office/rest-of-actions.ts'
import { createSavePlace, usualFolders } from '#electron/office/save-place.ts'
import { version } from '#electron/office/version.ts'
import { PARTITION } from './address.ts'
import { giveUp, noteFault, watchFaults } from './faults.ts'
import { lockEveryPage, lockSession } from './lockdown.ts'
import { acceptPorts } from './port.ts'
import { createPrintTray } from './print-tray.ts'
import { servePage } from './protocol.ts'
import { lockWithScreen } from './screen-lock.ts'
import { closeBeforeQuit } from './shutdown.ts'
import { openWindow } from './window.ts'

/**
 * Starts the office on `dataDir` and opens its window; a second start only brings the first forward.
 * `programDir` holds the built main program; the preload and the page are built beside it.
 */
export function runDesktop(dataDir: string, programDir: string): void {
  // Chromium's own files: the lock of the one instance lies here, so an office has one window.
  const shellDir = path.join(dataDir, 'desktop')
  try {
    expectWritable(shellDir)
  } catch (fault) {
    void app.whenReady().then(() => {
      giveUp(dataDir, fault)
    })
    return
  }
  app.setPath('userData', shellDir)
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }

  const door = createDoor({ dataDir, workers: builtWorkers(programDir), version }, { waits: true })
  const office = door.open()
  const close = () => door.close()
  const log = (fault: unknown) => {
    noteFault(dataDir, fault)
  }
  watchFaults(dataDir, close)
  lockEveryPage()
  acceptPorts(door, log)
  closeBeforeQuit(close, log)

  let window: BrowserWindow | undefined
  app.on('second-instance', () => {
    if (window === undefined || window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })

  const opened = app.whenReady().then(() => {
    const pages = session.fromPartition(PARTITION)
    lockSession(pages, createSavePlace(usualFolders()), (end) => {
      if (window?.isDestroyed() === false) window.webContents.send('opora:file', end)
    })
    const tray = createPrintTray()
    servePage(pages, path.join(programDir, '../renderer'), tray)
    window = openWindow(path.join(programDir, '../preload/index.cjs'), tray, !app.isPackaged)
    lockWithScreen(powerMonitor, window)
    loadRestLater(log)
  })
  Promise.all([office, opened]).catch((fault: unknown) => {
    void app.whenReady().then(() => {
      giveUp(dataDir, fault)
    })
  })
}
