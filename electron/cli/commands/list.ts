import { parseArgs } from 'node:util'
import { lists, type ListId } from '#domain/lists/register.ts'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { withOffice, type Client } from '../connect.ts'
import { credentialOptions } from '../credentials.ts'
import { CommandFailed } from '../failure.ts'
import { wholeFile } from '../whole-file.ts'

/**
 * `list <name> --dir D [--view V] [--text T] [--filter id=value]… --json | --out F.xlsx`: what „Изнеси в Excel“ of the page
 * gives, written down as that is.
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      ...credentialOptions,
      view: { type: 'string' },
      text: { type: 'string' },
      filter: { type: 'string', multiple: true },
      out: { type: 'string' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const [name, ...more] = positionals
  const { out, json = false, view = '', text = '', filter = [] } = values
  if (name === undefined || more.length > 0 || json === (out !== undefined))
    throw new CommandFailed(texts.usageList)
  if (!isList(name)) throw new CommandFailed(said(texts.listUnknown, name, Object.keys(lists)))
  const views: readonly string[] = lists[name].views.map(({ id }) => id)
  if (view !== '' && !views.includes(view))
    throw new CommandFailed(said(texts.listViewUnknown, view, views))
  const known: readonly string[] = lists[name].filters.map(({ id }) => id)
  const filters = Object.fromEntries(filter.map(filterOf))
  for (const id of Object.keys(filters))
    if (!known.includes(id)) throw new CommandFailed(said(texts.listFilterUnknown, id, known))
  const order = {
    question: { view, text, filters },
    language: 'bg' as const,
    format: json ? ('json' as const) : ('xlsx' as const),
  }
  // Whether it can be written is known before anything leaves the office.
  const file = out === undefined ? undefined : wholeFile(out)
  try {
    await withOffice(args, values, async (client) => {
      for await (const part of partsOf(client, name, order)) {
        if (file) file.write(part)
        else process.stdout.write(part)
      }
    })
    file?.keep()
  } finally {
    file?.drop()
  }
}

/** The parts of the file, to its last word: one that ends without it is no file. */
async function* partsOf(
  client: Client,
  list: ListId,
  order: Parameters<Client['people']['exportList']>[0],
): AsyncGenerator<Buffer> {
  for await (const message of await client[list].exportList(order)) {
    if (message.kind === 'piece') yield Buffer.from(message.base64, 'base64')
    if (message.kind === 'done') return
  }
  throw new CommandFailed(texts.unfinished)
}

/** `responsible=mine` */
function filterOf(given: string): [id: string, value: string] {
  const at = given.indexOf('=')
  return at < 0 ? [given, ''] : [given.slice(0, at), given.slice(at + 1)]
}

const isList = (name: string): name is ListId => Object.hasOwn(lists, name)

const said = (text: string, name: string, known: readonly string[]) =>
  text.replace('{{name}}', name).replace('{{known}}', known.join(', '))
