import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { RouterClient } from '@orpc/server'
import type { Router } from '#electron/api/router.ts'
import { isDesktop } from './desktop.ts'

/** The desktop window talks through a port it hands to the preload, the browser over HTTP. */
function link() {
  if (!isDesktop()) return new FetchLink({ url: `${location.origin}/api` })
  const { port1, port2 } = new MessageChannel()
  window.postMessage('opora:port', location.origin, [port2])
  port1.start()
  return new PortLink({ port: port1 })
}

export type ApiClient = RouterClient<Router>
export const client: ApiClient = createORPCClient(link())
