import { BrowserWindow, ipcMain } from 'electron'
import type { OfficeDoor } from '#electron/office/interface.ts'
import { answerOn, isOurPage } from './office-port.ts'

/**
 * Connects the page's channel to the office's actions. Each load of the page brings a new channel and
 * so begins without a session: what a person unlocked never outlives the page.
 */
export function acceptPorts(office: Promise<OfficeDoor>, log: (fault: unknown) => void): void {
  ipcMain.on('opora:port', (event) => {
    const [port] = event.ports
    if (port === undefined) return
    if (!isOurPage(event) || BrowserWindow.fromWebContents(event.sender) === null) {
      port.close()
      return
    }
    office
      .then((office) => {
        port.on('close', answerOn(port, office))
        port.start()
      })
      .catch(log)
  })
}
