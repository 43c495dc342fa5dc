import path from 'node:path'
import { parseArgs } from 'node:util'
import { copiesAt } from '#db/backup/medium.ts'
import { readKeyring } from '#db/keyring/store.ts'
import { dataDirFrom } from '#electron/office/data-folder.ts'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { withOffice } from '../connect.ts'
import { credentialOptions } from '../credentials.ts'
import { CommandFailed } from '../failure.ts'
import { lastWord } from '../last-word.ts'

/** `verify --dir D [--anchors T]`: structure, foreign keys, audit chain, files, registers, keys; exit code 1 when broken. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { ...credentialOptions, anchors: { type: 'string' } },
  })
  await withOffice(args, values, async (client) => {
    // Asked for here: a keyring that is lost is told by the log-in, in its own words.
    const anchors = values.anchors ? anchorsAt(values.anchors, dataDirFrom(args)) : []
    const { report } = await lastWord(await client.health.verify({ anchors }))
    const part = (name: string, ok: boolean | undefined) =>
      `${name}: ${ok ? texts.whole : texts.broken}`
    process.stdout.write(
      [
        part(texts.integrity, report.integrity.length === 0),
        part(texts.foreignKeys, report.foreignKeys.length === 0),
        part(texts.audit, report.audit?.ok),
        part(texts.files, report.files?.ok),
        part(texts.registers, report.registers.length === 0),
        part(texts.keys, report.keys === 0),
        '',
      ].join('\n'),
    )
    if (!report.ok) throw new CommandFailed(texts.verifyFailed)
  })
}

/**
 * Heads of the chain in the manifests of every copy of this office at the place: a tail that was cut
 * off, or an older copy that was brought back, shows against them.
 */
function anchorsAt(place: string, dataDir: string) {
  const { officeId } = readKeyring(dataDir, { repair: false }).keyring
  const heads = copiesAt(path.resolve(place), officeId).flatMap(({ manifest }) =>
    manifest?.officeId === officeId && manifest.auditHead
      ? [{ seq: manifest.auditHead.seq, hash: manifest.auditHead.hash }]
      : [],
  )
  if (heads.length === 0) throw new CommandFailed(texts.anchorsNone)
  return heads
}
