import { parseArgs } from 'node:util'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { withOffice } from '../connect.ts'
import { credentialOptions } from '../credentials.ts'
import { lastWord } from '../last-word.ts'

/** `rekey --dir D`: another key for the database; every password goes on opening it. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: credentialOptions })
  await withOffice(args, values, async (client, password) => {
    await lastWord(await client.keyring.change({ password }))
    process.stdout.write(`${texts.rekeyed}\n`)
  })
}
