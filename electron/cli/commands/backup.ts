import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkCopy } from '#db/backup/check.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { copiesAt, mediumPaths, officesAt } from '#db/backup/medium.ts'
import { copiedKeyring } from '#db/backup/restore.ts'
import type { FoundCopy } from '#db/backup/snapshot.ts'
import { UncachedRefused } from '#db/backup/uncached.ts'
import type { Keyring } from '#db/keyring/format.ts'
import { unlockWithPassword } from '#db/keyring/keyring.ts'
import type { BackupProblem } from '#domain/backup/schema.ts'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { withOffice } from '../connect.ts'
import { copySentence } from '../copy-problem.ts'
import { chooseProfile, credentialOptions, readPassword } from '../credentials.ts'
import { CommandFailed } from '../failure.ts'
import { lastWord } from '../last-word.ts'

/** `backup --dir D --to T`, `backup verify --from T [--copy NAME]`, `backup list --from T [--json]`. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      ...credentialOptions,
      to: { type: 'string' },
      from: { type: 'string' },
      copy: { type: 'string' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const [verb] = positionals
  const { to, from } = values
  if (verb === undefined && to !== undefined) await make(args, values, path.resolve(to))
  else if (verb === 'list' && from !== undefined) list(path.resolve(from), values.json === true)
  else if (verb === 'verify' && from !== undefined)
    await verify(path.resolve(from), values.copy, values)
  else throw new CommandFailed(texts.usageBackup)
}

type Credentials = Parameters<typeof withOffice>[1]

async function make(args: string[], values: Credentials, place: string): Promise<void> {
  await withOffice(args, values, async (client) => {
    const { reason, missingFiles, copy } = await lastWord(await client.backup.make({ place }))
    if (reason === 'filesMissing')
      throw new CommandFailed(copySentence('filesMissing', { count: missingFiles }))
    const text = reason === null ? texts.copyVerified : texts.copyWritten
    process.stdout.write(`${text.replace('{{name}}', copy.name)}\n`)
  })
}

/** Needs no password: what a manifest says can be read by everybody. */
function list(place: string, asJson: boolean): void {
  const copies = found(place)
  if (asJson) {
    const shown = copies.map(({ officeId, name, manifest, problem }) => ({
      ...{ officeId, name, problem },
      officeName: manifest?.officeName ?? null,
      createdAt: manifest?.createdAt ?? null,
      madeBy: manifest?.madeBy ?? null,
      programVersion: manifest?.programVersion ?? null,
      counts: manifest?.counts ?? null,
      lastEntryAt: manifest?.auditHead?.recordedAt ?? null,
      auditHead: manifest?.auditHead ?? null,
      bytes: manifest ? manifest.database.size + manifest.files.bytes : null,
    }))
    process.stdout.write(`${JSON.stringify({ copies: shown })}\n`)
    return
  }
  if (copies.length === 0) throw new CommandFailed(texts.copyNone)
  for (const { name, manifest, problem, params } of copies) {
    const what = problem === null ? String(manifest?.counts.people) : copySentence(problem, params)
    process.stdout.write(`${name}\t${manifest?.officeName ?? ''}\t${what}\n`)
  }
}

/** Reads the newest copy, or the named one, and opens it with a password of that time. */
async function verify(
  place: string,
  wanted: string | undefined,
  values: Credentials,
): Promise<void> {
  const copies = found(place)
  if (copies.length === 0) throw new CommandFailed(texts.copyNone)
  const copy = copies.find((one) => wanted === undefined || one.name === wanted)
  if (!copy) throw new CommandFailed(texts.copyUnknown.replace('{{name}}', wanted ?? ''))
  // Named: an older one beside it may be whole, and is for a person to ask for.
  if (copy.problem !== null)
    throw new CommandFailed(`${copy.name}: ${copySentence(copy.problem, copy.params)}`)
  const keyring = keyringOf(copy)
  const profiles = keyring.slots
    .filter((slot) => slot.kind === 'account')
    .map(({ id, displayName }) => ({ slotId: id, displayName }))
  const profile = chooseProfile(profiles, values)
  const key = await unlockWithPassword(keyring, profile.slotId, await readPassword(values, profile))
  const paths = mediumPaths(place, copy.officeId)
  try {
    checkCopy({
      folder: copy.folder,
      files: paths.files,
      landmark: paths.medium,
      key,
      wasAway: false,
      writeAgain: () => false,
      tell: () => undefined,
    })
  } catch (error) {
    if (!(error instanceof UncachedRefused)) throw error
    throw new CommandFailed(texts.copyWritten.replace('{{name}}', copy.name))
  } finally {
    key.fill(0)
  }
  process.stdout.write(`${texts.copyVerified.replace('{{name}}', copy.name)}\n`)
}

/** Of the copy, and said to be of the copy: the office has one of its own that may be whole. */
function keyringOf({ name, folder, manifest }: FoundCopy): Keyring {
  try {
    if (!manifest) throw new BackupFailed('copyIncomplete')
    return copiedKeyring(folder, manifest)
  } catch (error) {
    const lost: BackupProblem[] = ['copyDamaged', 'copyIncomplete']
    if (!(error instanceof BackupFailed) || !lost.includes(error.problem)) throw error
    throw new CommandFailed(texts.copyKeyringDamaged.replace('{{name}}', name))
  }
}

function found(place: string): (FoundCopy & { officeId: string })[] {
  return officesAt(place).flatMap((officeId) =>
    copiesAt(place, officeId).map((copy) => ({ ...copy, officeId })),
  )
}
