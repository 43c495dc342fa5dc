/**
 * After packing: the program has every part that it loads and nothing of another system. Fails the
 * build otherwise, because the fault would show first on the office's computer.
 */
import { readdirSync, readFileSync, existsSync } from 'node:fs'
import path from 'node:path'

const needed = [
  'package.json',
  'LICENSE',
  'dist/main/index.js',
  'dist/main/server.js',
  'dist/main/cli.js',
  'dist/main/papers-worker.js',
  'dist/preload/index.cjs',
  'dist/renderer/index.html',
  'node_modules/sqlite3/lib/index.js',
  'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
]
/** Parts of the source that must not be sent along. */
const unwanted =
  /^(db|demo|docs|domain|electron|locales|papers|renderer|scripts|tests)\/|\.map$|\.tsx?$|node_modules\/(electron|react|node-(linux|win)-x64|drizzle-orm)\//

/** The files of an asar archive, from its header. */
export function listArchive(file) {
  const archive = readFileSync(file)
  const header = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)))
  const walk = (folder, prefix) =>
    Object.entries(folder.files).flatMap(([name, entry]) =>
      entry.files ? walk(entry, `${prefix}${name}/`) : [`${prefix}${name}`],
    )
  return walk(header, '')
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}

/**
 * @param {string} resources folder with app.asar
 * @param {string} platform such as win32-x64
 * @returns {string[]} what is wrong
 */
export function packageProblems(resources, platform) {
  const packed = listArchive(path.join(resources, 'app.asar'))
  const unpacked = filesBelow(path.join(resources, 'app.asar.unpacked'))
  const native = unpacked
    .filter((file) => file.endsWith('.node'))
    .map((file) => path.basename(file))
  return [
    ...needed.filter((file) => !packed.includes(file)).map((file) => `missing: ${file}`),
    ...packed.filter((file) => unwanted.test(file)).map((file) => `not wanted: ${file}`),
    ...(native.join() === `${platform}.node`
      ? []
      : [`the only native module should be ${platform}.node, found: ${native.join() || 'none'}`]),
  ]
}

const ARCHES = ['ia32', 'x64', 'armv7l', 'arm64', 'universal']

export default function afterPack({ appOutDir, electronPlatformName, arch }) {
  const platform = `${electronPlatformName}-${ARCHES[arch]}`
  const problems = packageProblems(path.join(appOutDir, 'resources'), platform)
  if (problems.length > 0) throw new Error(`The package is not right:\n${problems.join('\n')}`)
}
