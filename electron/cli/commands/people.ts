import { parseArgs } from 'node:util'
import { formatFullName } from '#domain/text/format-person.ts'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { withOffice } from '../connect.ts'
import { credentialOptions } from '../credentials.ts'
import { CommandFailed } from '../failure.ts'

/** `people search <text> --dir D [--json]`. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { ...credentialOptions, json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [verb, ...words] = positionals
  if (verb !== 'search' || words.length === 0) throw new CommandFailed(texts.usagePeople)
  const found = await withOffice(args, values, (client) =>
    client.people.search({ text: words.join(' ') }),
  )
  if (values.json) {
    process.stdout.write(`${JSON.stringify(found)}\n`)
    return
  }
  for (const one of found.people) {
    const name = formatFullName(one)
    process.stdout.write(`${name}\t${one.birthDate}\t${one.idNumber}\t${one.settlement}\n`)
  }
}
