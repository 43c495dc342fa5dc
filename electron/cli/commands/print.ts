import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { credentialOptions } from '../credentials.ts'
import { CommandFailed } from '../failure.ts'
import { withOffice } from '../connect.ts'

/** What is printed again from here: the contract of a user, of somebody of the team. */
const kinds = ['contract', 'employment'] as const

/** `print contract <number> --dir D --out F.pdf`: the frozen bytes, as they were printed. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { ...credentialOptions, out: { type: 'string' } },
    allowPositionals: true,
  })
  const [asked, number] = positionals
  const kind = kinds.find((one) => one === asked)
  const { out } = values
  if (kind === undefined || number === undefined || out === undefined)
    throw new CommandFailed(texts.usagePrint)
  await withOffice(args, values, async (client) => {
    const pdf = await client.papers.reprint({ kind, number })
    writeFileSync(out, Buffer.from(await pdf.arrayBuffer()))
  })
}
