import path from 'node:path'
import { expect, test } from 'vitest'
import { readText, repositoryFiles } from './repository.ts'

// A page that names what is gone sends its reader astray: scripts, commands, paths and links that the
// documents name are looked for in the house.

const files = repositoryFiles()
const documents = files.filter((file) => /^((README|CONTRIBUTING)|docs\/.+)\.md$/.test(file))
const folders = new Set(files.flatMap((file) => /^([^/]+)\//.exec(file)?.[1] ?? []))
const fileNames = new Set(files.map((file) => path.posix.basename(file)))
const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> }
const ofNpm = new Set(['ci', 'i', 'install', 'run'])

const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([whole, first]) => first ?? whole)

/** Fenced blocks and spans: what is said literally. */
function code(text: string) {
  const blocks = all(text, /^```\w*\n(.*?)^```$/gms)
  const spans = all(text.replace(/^```.*?^```$/gms, ''), /`([^`]+)`/g)
  return { blocks, spans }
}

/** `<concept>` and `*` stand for any one name. */
function isHere(place: string): boolean {
  const parts = path.posix
    .normalize(place)
    .replace(/\/$/, '')
    .split(/<[^>]*>|\*/)
  const pattern = parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('[^/]+')
  return files.some((file) => new RegExp(`^${pattern}(/|$)`).test(file))
}

function missingScripts(text: string): string[] {
  // „`npm run a`, `b`, `c`“ names three.
  const more = all(text, /`npm run [\w:-]+`((?:, `[\w:-]+`)+)/g).flatMap((row) =>
    all(row, /`([^`]+)`/g),
  )
  const run = [...all(text, /\bnpm run (?:-s )?([\w:-]+)/g), ...more]
  const short = all(text, /\bnpm ([a-z]+)/g).filter((name) => !ofNpm.has(name))
  // `npm 11` and `npm or npx` are no commands: a short one stands in code.
  const { blocks, spans } = code(text)
  const literal = [...blocks, ...spans].join('\n')
  return [...run, ...short.filter((name) => literal.includes(`npm ${name}`))]
    .filter((name) => !(name in scripts))
    .map((name) => `npm run ${name}`)
}

function missingCommands(text: string): string[] {
  const { blocks, spans } = code(text)
  const literal = [...blocks.flatMap((block) => block.split('\n')), ...spans]
  const isLabel = (name: string) =>
    files.some((file) => /^db\/.*\.ts$/.test(file) && readText(file).includes(`'${name}'`))
  return literal.filter((line) => {
    const command = /^(?:npm run -s opora -- |opora )([a-z]+)/.exec(line)?.[1]
    // Keys are derived under names that begin the same way.
    return command !== undefined && !isHere(`electron/cli/commands/${command}.ts`) && !isLabel(line)
  })
}

function missingPaths(text: string): string[] {
  const { blocks, spans } = code(text)
  const words = [...blocks, ...spans].flatMap((literal) => literal.split(/\s+/))
  const places = words
    .map((word) => word.replace(/[,;:.)]+$/, ''))
    .filter((word) => folders.has(word.split('/')[0] ?? '') && word.includes('/'))
  const sources = spans.filter((span) => /^[\w.-]+\.(tsx?|mjs)$/.test(span))
  return [
    ...places.filter((place) => !isHere(place)),
    ...blocks.flatMap(drawnFolders).filter((place) => !isHere(place)),
    ...sources.filter((name) => !fileNames.has(name)),
  ]
}

/** Folders drawn one a line, those inside indented. */
function drawnFolders(block: string): string[] {
  let room = ''
  return block.split('\n').flatMap((line) => {
    const [, indent, name] = /^( *)([\w-]+)\/(?: |$)/.exec(line) ?? []
    if (name === undefined) return []
    if (indent === '') room = name
    return [indent === '' ? name : `${room}/${name}`]
  })
}

function missingLinks(document: string, text: string): string[] {
  return all(text, /\]\(([^)\s]+)\)/g)
    .filter((link) => !/^([a-z]+:|#)/.test(link))
    .filter((link) => {
      const place = path.posix.join(path.posix.dirname(document), link.replace(/#.*$/, ''))
      return !isHere(decodeURI(place))
    })
}

const missing = (document: string, text: string) => [
  ...missingScripts(text),
  ...missingCommands(text),
  ...missingPaths(text),
  ...missingLinks(document, text),
]

test.each(documents)('%s names only what is there', (document) => {
  expect(missing(document, readText(document))).toEqual([])
})

test('what is not there is found', () => {
  const text = [
    'Run `npm run gone`, `npm strat`, `npm test`, `npm run typecheck`, `lnt`; nothing but npm is needed.',
    'It is `db/<concept>/connection.ts`, not `db/connection.ts`, `db/*/<one>.ts` or `conection.ts`.',
    'See [here](../README.md#here), [there](REDME.md) and [nowhere](https://nowhere.invalid).',
    '```\nnpm run -s opora -- help\nnpm run -s opora -- hlep --dir D\n```',
    '```\ndomain/     rules\nelectron/\n  office/   the office\n  ofice/    another\n```',
  ].join('\n\n')
  expect(missing('docs/page.md', text)).toEqual([
    'npm run gone',
    'npm run lnt',
    'npm run strat',
    'npm run -s opora -- hlep --dir D',
    'db/<concept>/connection.ts',
    'electron/ofice',
    'conection.ts',
    'REDME.md',
  ])
})
