import { BrowserWindow, ipcMain } from 'electron'
import type { Door } from '#electron/office/door.ts'
import { answerOn, answerWaiting, isOurPage } from './office-port.ts'

/**
 * Connects the page's channel to the office's actions. Each load of the page brings a new channel and
 * so begins without a session: what a person unlocked never outlives the page. While another program
 * has the folder, each load tries the door anew.
 */
export function acceptPorts(door: Door, log: (fault: unknown) => void): void {
  ipcMain.on('opora:port', (event) => {
    const [port] = event.ports
    if (port === undefined) return
    if (!isOurPage(event) || BrowserWindow.fromWebContents(event.sender) === null) {
      port.close()
      return
    }
    door
      .open()
      .then((opened) => {
        if ('office' in opened) port.on('close', answerOn(port, opened.office))
        else answerWaiting(port, opened)
        port.start()
      })
      .catch(log)
  })
}
