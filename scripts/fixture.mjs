/**
 * `npm run fixture`, at a release: writes down the hashes of the migrations that are now shipped and
 * keeps a small office as this version makes it, so that every later version is tried on it.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import './require-node-24.mjs'
import { ensureBuilt } from './built.mjs'

const root = path.join(import.meta.dirname, '..')
const migrations = path.join(root, 'db/migrations')
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const office = path.join(root, 'tests/fixtures', version)

function make() {
  const cli = path.join(root, 'dist/main/cli.js')
  const args = [cli, 'demo', '--dir', office, '--people', '8']
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  // What belongs to a running program is no part of an office.
  rmSync(path.join(office, 'office.lock'), { force: true })
  return status === 0
}

/** The same text whatever the line ends of the checkout. */
function hashOf(file) {
  const text = readFileSync(path.join(migrations, file), 'utf8').replaceAll('\r\n', '\n')
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function ship() {
  const file = path.join(migrations, 'shipped.json')
  const shipped = JSON.parse(readFileSync(file, 'utf8'))
  // What stands there stays: a file that was changed afterwards must not get a new hash.
  for (const sql of globSync('*.sql', { cwd: migrations }).sort())
    shipped[path.basename(sql, '.sql')] ??= hashOf(sql)
  writeFileSync(file, `${JSON.stringify(shipped, null, 2)}\n`)
}

if (existsSync(office)) {
  console.error(`Version ${version} has its office already: it is never made anew.`)
  process.exitCode = 1
} else if (ensureBuilt() && make()) {
  ship()
  console.log(`Kept in tests/fixtures/${version}; db/migrations/shipped.json names its migrations.`)
} else {
  process.exitCode = 1
}
