import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Client } from '#electron/cli/connect.ts'

/** A client of the running server, logged in with its first profile. */
export async function httpClient(endpoint: string, password: string): Promise<Client> {
  let cookie = ''
  const client: Client = createORPCClient(
    new RPCLink({
      url: `${endpoint}/api`,
      headers: () => ({ origin: endpoint, ...(cookie ? { cookie } : {}) }),
      fetch: async (request, init) => {
        const response = await fetch(request, init)
        cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
        return response
      },
    }),
  )
  const state = await client.session.current({})
  if (state.status === 'new') throw new Error('the bench office is not set up')
  await client.session.logIn({ slotId: state.profiles[0]?.slotId ?? '', password })
  return client
}
