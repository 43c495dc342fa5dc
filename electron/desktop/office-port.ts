import { RPCHandler } from '@orpc/server/message-port'
import type { FolderHolder } from '#domain/backup/office-state.ts'
import { elsewhere } from '#electron/api/office/elsewhere.ts'
import { router } from '#electron/api/router.ts'
import type { ApiContext, OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { memoryCaller } from '#electron/office/memory-caller.ts'
import { isOwnAddress } from './address.ts'

type Port = Parameters<RPCHandler<ApiContext>['upgrade']>[0]

const handler = new RPCHandler<ApiContext>(router)

/**
 * Answers one channel, with a session of its own: what was unlocked over another is not unlocked
 * over this one. Returns what ends that session, for when the channel closes.
 */
export function answerOn(port: Port, office: OfficeDoor): () => void {
  const caller = memoryCaller(office, 'desktop')
  handler.upgrade(port, { context: { office, caller } })
  return () => {
    if (caller.session !== undefined) office.sessions.end(caller.session.id, 'window')
  }
}

const waiting = new RPCHandler(elsewhere)

/** Tells one channel that another program has the folder open. */
export function answerWaiting(port: Port, context: { holder: FolderHolder | null }): void {
  waiting.upgrade(port, { context })
}

/** Where a message came from, as far as it is asked. */
export interface Sender {
  senderFrame: { url: string } | null
  sender: { mainFrame: { url: string } | null }
}

/** Our own page in the frame of its window: no frame inside it, no page of another address. */
export function isOurPage({ senderFrame, sender }: Sender): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url)
}
