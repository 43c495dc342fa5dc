import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { credentialOptions } from '../credentials.ts'
import { CommandFailed } from '../failure.ts'
import { withOffice } from '../connect.ts'

/** `print contract <number> --dir D --out F.pdf`: the frozen bytes, as they were printed. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { ...credentialOptions, out: { type: 'string' } },
    allowPositionals: true,
  })
  const [kind, number] = positionals
  const { out } = values
  if (kind !== 'contract' || number === undefined || out === undefined)
    throw new CommandFailed(texts.usagePrint)
  await withOffice(args, values, async (client) => {
    const pdf = await client.papers.reprint({ kind: 'contract', number })
    writeFileSync(out, Buffer.from(await pdf.arrayBuffer()))
  })
}
