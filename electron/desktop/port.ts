import { RPCHandler } from '@orpc/server/message-port'
import { BrowserWindow, ipcMain } from 'electron'
import type { ApiContext, OfficeDoor } from '#electron/office/interface.ts'
import { memoryCaller } from '#electron/office/memory-caller.ts'
import { router } from '#electron/api/router.ts'
import { isOwnAddress } from './address.ts'

/**
 * Connects the page's channel to the office's actions. Each load of the page brings a new channel and
 * so begins without a session: what a person unlocked never outlives the page.
 */
export function acceptPorts(office: Promise<OfficeDoor>, log: (fault: unknown) => void): void {
  const handler = new RPCHandler<ApiContext>(router)
  ipcMain.on('opora:port', (event) => {
    const { senderFrame, sender, ports } = event
    const [port] = ports
    if (port === undefined) return
    const isOurPage =
      senderFrame !== null &&
      senderFrame === sender.mainFrame &&
      isOwnAddress(senderFrame.url) &&
      BrowserWindow.fromWebContents(sender) !== null
    if (!isOurPage) {
      port.close()
      return
    }
    office
      .then((office) => {
        const caller = memoryCaller(office, 'desktop')
        port.on('close', () => {
          if (caller.session !== undefined) office.sessions.end(caller.session.id)
        })
        handler.upgrade(port, { context: { office, caller } })
        port.start()
      })
      .catch(log)
  })
}
