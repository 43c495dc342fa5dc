import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { FolderInUse } from '#db/lock.ts'
import { router, type Router } from '#electron/api/router.ts'
import { builtWorkers } from '#electron/office/built-workers.ts'
import { dataDirFrom } from '#electron/office/data-folder.ts'
import { memoryCaller } from '#electron/office/memory-caller.ts'
import { startOffice, type Office } from '#electron/office/office.ts'
import { version } from '#electron/office/version.ts'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { chooseProfile, readPassword, type CredentialValues } from './credentials.ts'
import { CommandFailed } from './failure.ts'
import { programDir } from './program-dir.ts'
import { rescueLine } from './rescue-line.ts'

export type Client = RouterClient<Router>

/**
 * Runs `work` with a logged-in client: through the office that has the folder open, if there is
 * one, otherwise on an office started here and closed afterwards.
 */
export async function withOffice<T>(
  args: readonly string[],
  values: CredentialValues,
  work: (client: Client, password: string) => Promise<T>,
): Promise<T> {
  return withClient(args, async (client) => {
    const state = await client.session.current({})
    if (state.status === 'new') throw new CommandFailed(texts.notSetUp)
    // Whose profiles there are stands in what may just be lost: no name of one would be right.
    if (state.status === 'rescue')
      throw new CommandFailed(rescueLine(state.reason, dataDirFrom(args)))
    const profile = chooseProfile(state.profiles, values)
    const password = await readPassword(values, profile)
    await client.session.logIn({ slotId: profile.slotId, password })
    try {
      return await work(client, password)
    } finally {
      await client.session.logOut({})
    }
  })
}

/** The same with a client that nobody has logged in. */
export async function withClient<T>(
  args: readonly string[],
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { client, close } = await reach(dataDirFrom(args))
  try {
    return await work(client)
  } finally {
    await close()
  }
}

async function reach(dataDir: string): Promise<{ client: Client; close: () => Promise<void> }> {
  try {
    const office = await startOffice({
      dataDir,
      version,
      workers: builtWorkers(programDir()),
    })
    return { client: localClient(office), close: () => office.close() }
  } catch (error) {
    const endpoint = error instanceof FolderInUse ? error.owner?.endpoint : undefined
    if (!endpoint) throw error
    return { client: remoteClient(endpoint), close: () => Promise.resolve() }
  }
}

/** A client in this very process; the command line is trusted to set an office up. */
export function localClient(office: Office): Client {
  return createRouterClient(router, { context: { office, caller: memoryCaller(office, 'cli') } })
}

function remoteClient(endpoint: string): Client {
  let cookie = ''
  return createORPCClient(
    new RPCLink({
      url: `${endpoint}/api`,
      headers: () => ({ origin: endpoint, ...(cookie ? { cookie } : {}) }),
      fetch: async (request, init) => {
        const response = await fetch(request, init)
        const given = response.headers.getSetCookie()[0]?.split(';')[0]
        if (given !== undefined) cookie = given
        return response
      },
    }),
  )
}
