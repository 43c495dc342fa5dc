/** Builds the program when a source is newer than what was built. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const stamp = path.join(root, 'dist', '.built')
const sources = [
  'db',
  'demo',
  'domain',
  'electron',
  'locales',
  'papers',
  'renderer',
  'electron.vite.config.ts',
  'package-lock.json',
]

/** Newest change below `file`, in milliseconds since 1970. */
function newest(file) {
  const { mtimeMs } = statSync(file)
  if (!statSync(file).isDirectory()) return mtimeMs
  return readdirSync(file).reduce(
    (latest, name) => Math.max(latest, newest(path.join(file, name))),
    mtimeMs,
  )
}

export function isStale() {
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  return sources
    .map((name) => path.join(root, name))
    .some((file) => existsSync(file) && newest(file) > built)
}

/** @returns {boolean} false when the build failed; it has then said why */
export function build() {
  const started = Date.now()
  const cli = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) {
    console.error(`${stdout}${stderr}`)
    return false
  }
  // The time of the start: what was saved during the build counts as newer.
  writeFileSync(stamp, `${String(started)}\n`)
  return true
}

/** @returns {boolean} */
export function ensureBuilt() {
  if (!isStale()) return true
  console.error('Building Opora …')
  return build()
}

if (import.meta.main) {
  const ok = build()
  console.log(ok ? 'Built into dist/.' : 'The build failed.')
  process.exitCode = ok ? 0 : 1
}
