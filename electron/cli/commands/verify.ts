import { parseArgs } from 'node:util'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { withOffice } from '../connect.ts'
import { credentialOptions } from '../credentials.ts'
import { CommandFailed } from '../failure.ts'

/** `verify --dir D`: structure, foreign keys, audit chain, files, registers; exit code 1 when broken. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: credentialOptions })
  await withOffice(args, values, async (client) => {
    let finished = false
    for await (const message of await client.health.verify({})) {
      if (message.kind !== 'done') continue
      finished = true
      const { report } = message
      const part = (name: string, ok: boolean | undefined) =>
        `${name}: ${ok ? texts.whole : texts.broken}`
      process.stdout.write(
        [
          part(texts.integrity, report.integrity.length === 0),
          part(texts.foreignKeys, report.foreignKeys.length === 0),
          part(texts.audit, report.audit?.ok),
          part(texts.files, report.files?.ok),
          part(texts.registers, report.registers.length === 0),
          '',
        ].join('\n'),
      )
      if (!report.ok) throw new CommandFailed(texts.verifyFailed)
    }
    // A check that ended without its report has shown nothing.
    if (!finished) throw new CommandFailed(texts.verifyUnfinished)
  })
}
