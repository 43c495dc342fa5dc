/**
 * `npm run house`: how large each room and each concept of the house is, in files and lines (`--json`
 * for programs). A concept is a name that stands in several rooms; a file belongs to the concept whose
 * name, or whose singular, its own name or its folder's begins with. What names none is of all.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import './require-node-24.mjs'

const root = path.join(import.meta.dirname, '..')
const tops = ['domain', 'db', 'papers', 'electron', 'renderer', 'locales', 'demo', 'tests']
const counted = /\.(tsx?|css|json|typ)$/
const notWritten = /^(db\/migrations\/meta|tests\/fixtures)\//
const testing = /\.(test|spec)\.tsx?$|(^|\/)testing\/|^tests\//

/** Where in a room the name of a concept stands. */
const places = [
  /^domain\/([^/]+)\//,
  /^db\/(?:(?:schema|queries)\/)?([^/.]+)/,
  /^electron\/api\/(?:testing\/)?([^/.]+)/,
  /^electron\/cli\/commands\/([^/.]+)/,
  /^papers\/(?:(?:builders|texts|layouts|testing)\/)?([^/.]+)/,
  /^renderer\/features\/([^/]+)\//,
  /^locales\/\w+\/([^/.]+)/,
  /^demo\/(?:testing\/)?([^/.]+)/,
  /^tests\/e2e\/([^/.]+)\.spec/,
]

/** What gives a concept its name; the words and the invented office only follow. */
const naming = [
  /^domain\/([^/]+)\//,
  /^db\/schema\/(?!all\.)([^/.]+)\.ts$/,
  /^electron\/api\/(?!(?:kernel|testing)\/)([a-z-]+)\//,
  /^electron\/api\/(?!router)([a-z]+)\.ts$/,
  /^renderer\/features\/([^/]+)\//,
]

const firstMatch = (patterns, file) =>
  patterns.map((pattern) => pattern.exec(file)?.[1]).find((name) => name !== undefined)

function singular(name) {
  if (name === 'people') return 'person'
  return name.replace(/ies$/, 'y').replace(/s$/, '')
}

/** @returns {Map<string, string>} the concept of every plural and singular */
function conceptNames(files) {
  const written = files.filter((file) => !testing.test(file))
  const concepts = new Set(written.map((file) => firstMatch(naming, file)).filter(Boolean))
  return new Map([...concepts].flatMap((name) => [singular(name), name].map((key) => [key, name])))
}

/** assessment-paper → assessments: the longest beginning that is a concept's name. */
function conceptOf(file, names) {
  const parts = firstMatch(places, file)?.split('-') ?? []
  for (let length = parts.length; length > 0; length -= 1) {
    const concept = names.get(parts.slice(0, length).join('-'))
    if (concept !== undefined) return concept
  }
  return undefined
}

/** electron and renderer are houses of their own: there each folder is a room. */
function roomOf(file) {
  const [top, below, inside] = file.split('/')
  return inside !== undefined && /^(electron|renderer)$/.test(top) ? `${top}/${below}` : top
}

function measure(file) {
  const text = readFileSync(path.join(root, file), 'utf8')
  return { file, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }
}

/** @returns {{ name: string, files: number, lines: number, tests: number }[]} in the order of names */
function sum(measured, nameOf) {
  const rows = new Map()
  for (const { file, lines } of measured) {
    const name = nameOf(file)
    const row = rows.get(name) ?? { name, files: 0, lines: 0, tests: 0 }
    row.files += 1
    row.lines += lines
    if (testing.test(file)) row.tests += lines
    rows.set(name, row)
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function print(title, rows) {
  const total = sum(measured, () => 'together')
  const cells = [...rows, ...total].map(({ name, files, lines, tests }) =>
    [name, files, lines, tests].map(String),
  )
  const table = [[title, 'files', 'lines', 'of these tests'], ...cells]
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)))
  for (const [name, ...figures] of table) {
    const right = figures.map((figure, column) => figure.padStart(widths[column + 1]))
    console.log([name.padEnd(widths[0]), ...right].join('  '))
  }
}

const files = tops
  .flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true }).map((below) =>
      path.join(top, below).replaceAll('\\', '/'),
    ),
  )
  .filter((file) => counted.test(file) && !notWritten.test(file))
const names = conceptNames(files)
const measured = files.map(measure)
const rooms = sum(measured, roomOf)
const concepts = sum(measured, (file) => conceptOf(file, names) ?? '(of all)')

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
if (values.json) console.log(JSON.stringify({ rooms, concepts }, undefined, 2))
else {
  print('room', rooms)
  console.log()
  print('concept', concepts)
}
