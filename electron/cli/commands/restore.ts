import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ORPCError } from '@orpc/client'
import { manifestFile } from '#db/backup/manifest.ts'
import { copiesAt, officesAt } from '#db/backup/medium.ts'
import type { FoundCopy } from '#db/backup/snapshot.ts'
import type { BackupProblem } from '#domain/backup/schema.ts'
import { formatInstant } from '#domain/text/format.ts'
import backupTexts from '#locales/bg/backup.json' with { type: 'json' }
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { withClient, type Client } from '../connect.ts'
import { copySentence, filesMissing } from '../copy-problem.ts'
import {
  chooseProfile,
  credentialOptions,
  readCode,
  readPassword,
  type Profile,
} from '../credentials.ts'
import { CommandFailed } from '../failure.ts'
import { lastWord } from '../last-word.ts'

const options = {
  ...credentialOptions,
  from: { type: 'string' },
  sheet: { type: 'boolean' },
  'code-stdin': { type: 'boolean' },
  'without-missing-files': { type: 'boolean' },
} as const
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

/** What both roads of a restore are asked for, but who opens the copy. */
interface Wanted {
  source: { kind: 'folder'; path: string }
  withoutMissingFiles: boolean
}

/**
 * `restore --from T --dir D2`: the copy in the folder T, or the newest whole copy of the one office
 * on the medium T. Asks a password of the copy, with `--sheet` the code of its recovery sheet; over
 * an office that works, that profile must have the same password here and the right to restore.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options })
  if (!values.from || !values.dir || (values['code-stdin'] && values['password-stdin']))
    throw new CommandFailed(texts.usageRestore)
  const wanted: Wanted = {
    source: { kind: 'folder', path: copyFolder(path.resolve(values.from)) },
    withoutMissingFiles: values['without-missing-files'] === true,
  }
  await withClient(args, async (client) => {
    try {
      tell(await lastWord(await restored(client, wanted, values)))
    } catch (error) {
      const count = filesMissing(error)
      if (count === undefined) throw error
      throw new CommandFailed(`${withoutFiles(count)} ${texts.restoreWithout}`)
    }
  })
}

function withoutFiles(count: number): string {
  const sentence = count === 1 ? backupTexts.filesMissing_one : backupTexts.filesMissing_other
  return sentence.replace('{{count}}', String(count))
}

type Restored = Extract<Yielded<Awaited<ReturnType<Client['rescue']['run']>>>, { kind: 'done' }>
type Yielded<T> = T extends AsyncIterable<infer M> ? M : never

function tell({ copyCreatedAt, missingFiles, auditWhole }: Restored): void {
  const lines = [texts.restored.replace('{{at}}', formatInstant(copyCreatedAt))]
  if (missingFiles > 0)
    lines.push(texts.restoredWithoutFiles.replace('{{count}}', String(missingFiles)))
  if (!auditWhole) lines.push(backupTexts.restoredChain)
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** That a database does not open shows only when somebody logs in: then nobody is asked for the right. */
async function restored(client: Client, wanted: Wanted, values: Values) {
  const state = await client.session.current({})
  if (state.status === 'new' || state.status === 'rescue') return outside(client, wanted, values)
  const profile = chooseProfile(state.profiles, values)
  const password = await readPassword(values, profile)
  const known = { ...values, account: profile.displayName }
  try {
    await client.session.logIn({ slotId: profile.slotId, password })
  } catch (error) {
    if (!(error instanceof ORPCError && error.code === 'NOT_OPENING')) throw error
    return outside(client, wanted, known, password)
  }
  const { profiles } = await client.restore.look({ source: wanted.source })
  return client.restore.run({ ...wanted, secret: await secretOf(profiles, known, password) })
}

async function outside(client: Client, wanted: Wanted, values: Values, password?: string) {
  const { profiles } = await client.rescue.look({ source: wanted.source })
  return client.rescue.run({ ...wanted, secret: await secretOf(profiles, values, password) })
}

/** Whose password: of the copy; the office that stands here may know other people. */
async function secretOf(profiles: readonly Profile[], values: Values, password?: string) {
  if (values.sheet || values['code-stdin']) return { code: await readCode(values) }
  const profile = chooseProfile(profiles, values)
  return { slotId: profile.slotId, password: password ?? (await readPassword(values, profile)) }
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
  const copies = offices.flatMap((id) => copiesAt(place, id))
  const whole = copies.filter(({ problem }) => problem === null)
  const [newest] = copies
  if (!newest || whole.length === 0) throw new CommandFailed(texts.restoreNothing)
  if (newest.problem !== null)
    throw new CommandFailed(
      [olderOnly(newest, newest.problem), ...whole.map(({ folder }) => `  ${folder}`)].join('\n'),
    )
  return newest.folder
}

/** An older copy is taken by choice, never in silence. */
function olderOnly({ name, params }: FoundCopy, problem: BackupProblem): string {
  return texts.restoreOlder
    .replace('{{name}}', name)
    .replace('{{why}}', copySentence(problem, params))
}
