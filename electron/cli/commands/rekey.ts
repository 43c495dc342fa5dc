import { parseArgs } from 'node:util'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { withOffice } from '../connect.ts'
import { credentialOptions } from '../credentials.ts'

/** `rekey --dir D`: another key for the database; every password goes on opening it. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: credentialOptions })
  await withOffice(args, values, async (client, password) => {
    for await (const event of await client.keyring.change({ password }))
      if (event.kind === 'done') process.stdout.write(`${texts.rekeyed}\n`)
  })
}
