import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ORPCError } from '@orpc/client'
import { manifestFile } from '#db/backup/manifest.ts'
import { copiesAt, officesAt } from '#db/backup/medium.ts'
import { formatInstant } from '#domain/text/format.ts'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { withClient, type Client } from '../connect.ts'
import {
  chooseProfile,
  credentialOptions,
  readPassword,
  type CredentialValues,
} from '../credentials.ts'
import { CommandFailed } from '../failure.ts'

interface FolderSource {
  kind: 'folder'
  path: string
}

/**
 * `restore --from T --dir D2`: the copy in the folder T, or the newest whole copy of the one office
 * on the medium T. Asks a password of the copy; over an office that works, that profile must have
 * the same password here and the right to restore.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { ...credentialOptions, from: { type: 'string' } },
  })
  if (!values.from || !values.dir) throw new CommandFailed(texts.usageRestore)
  const source = { kind: 'folder' as const, path: copyFolder(path.resolve(values.from)) }
  await withClient(args, async (client) => {
    for await (const event of await restored(client, source, values)) {
      if (event.kind !== 'done') continue
      process.stdout.write(
        `${texts.restored.replace('{{at}}', formatInstant(event.copyCreatedAt))}\n`,
      )
      if (event.missingFiles > 0)
        process.stdout.write(
          `${texts.restoredWithoutFiles.replace('{{count}}', String(event.missingFiles))}\n`,
        )
    }
  })
}

/** That a database does not open shows only when somebody logs in: then nobody is asked for the right. */
async function restored(client: Client, source: FolderSource, values: CredentialValues) {
  const state = await client.session.current({})
  if (state.status === 'new' || state.status === 'rescue') return outside(client, source, values)
  const profile = chooseProfile(state.profiles, values)
  const password = await readPassword(values, profile)
  try {
    return await overLive(client, source, profile, password)
  } catch (error) {
    if (!(error instanceof ORPCError && error.code === 'NOT_OPENING')) throw error
    return outside(client, source, { account: profile.displayName }, password)
  }
}

/** Whose password: of the copy; the office that stands here may know other people. */
async function outside(
  client: Client,
  source: FolderSource,
  values: CredentialValues,
  given?: string,
) {
  const { profiles } = await client.rescue.look({ source })
  const profile = chooseProfile(profiles, values)
  const password = given ?? (await readPassword(values, profile))
  return client.rescue.run({ source, secret: { slotId: profile.slotId, password } })
}

async function overLive(
  client: Client,
  source: FolderSource,
  profile: { slotId: string; displayName: string },
  password: string,
) {
  await client.session.logIn({ slotId: profile.slotId, password })
  const { profiles } = await client.restore.look({ source })
  const { slotId } = chooseProfile(profiles, { account: profile.displayName })
  return client.restore.run({ source, secret: { slotId, password } })
}

function copyFolder(place: string): string {
  if (existsSync(path.join(place, manifestFile))) return place
  const offices = officesAt(place)
  if (offices.length > 1)
    throw new CommandFailed(
      [
        texts.restoreWhich,
        ...offices.flatMap((id) => copiesAt(place, id).map(({ folder }) => `  ${folder}`)),
      ].join('\n'),
    )
  const [office] = offices
  const newest = office
    ? copiesAt(place, office).find(({ problem }) => problem === null)
    : undefined
  if (!newest) throw new CommandFailed(texts.restoreNothing)
  return newest.folder
}
