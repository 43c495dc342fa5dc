/**
 * `npm run demo`: opens an invented office in a folder that may be thrown away. The same program and
 * seed use the same folder again, for a week; `--fresh` makes it anew. Whatever is not named here
 * goes to `npm start`.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs' // prettier-ignore
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import './require-node-24.mjs'
import { ensureBuilt } from './built.mjs'

const root = path.join(import.meta.dirname, '..')
const cli = path.join(root, 'dist/main/cli.js')
const keepDays = 7

const { values, tokens } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    people: { type: 'string', default: '380' },
    seed: { type: 'string', default: 'opora' },
  },
  strict: false,
  tokens: true,
})
const own = new Set(['fresh', 'people', 'seed'])
const rest = tokens
  .filter((token) => token.kind === 'option' && !own.has(token.name))
  .map((token) => token.rawName + (token.value === undefined ? '' : `=${token.value}`))

/** The entry names its parts by their content: it changes with every part of the program. */
function folderFor() {
  const key = createHash('sha256')
    .update(readFileSync(cli))
    .update(`\n${values.people}\n${values.seed}`)
    .digest('hex')
    .slice(0, 12)
  return path.join(tmpdir(), `opora-demo-${userInfo().username.replace(/\W/g, '')}-${key}`)
}

const isOld = (file) => Date.now() - statSync(file).mtimeMs > keepDays * 86_400_000

/** @returns {boolean} false when it was not made; the command has then said why */
function make(folder) {
  const draft = `${folder}.${String(process.pid)}`
  mkdirSync(draft, { recursive: true })
  const args = ['demo', '--dir', path.join(draft, 'office')]
  args.push('--people', String(values.people), '--seed', String(values.seed))
  const { status, stdout } = spawnSync(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    return false
  }
  writeFileSync(
    path.join(draft, 'accounts.txt'),
    stdout.replaceAll(path.join(draft, 'office'), path.join(folder, 'office')),
  )
  renameSync(draft, folder)
  return true
}

/** Asks the lock of the office first. @returns {boolean} false when somebody has it open: it says so */
function remove(folder) {
  const args = ['demo', '--dir', path.join(folder, 'office'), '--unused']
  if (spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit' }).status !== 0) return false
  rmSync(folder, { recursive: true, force: true })
  return true
}

function open() {
  const folder = folderFor()
  const accounts = path.join(folder, 'accounts.txt')
  if ((values.fresh || (existsSync(accounts) && isOld(accounts))) && !remove(folder)) return 1
  if (!existsSync(accounts)) {
    console.error('Making an invented office; this takes a minute …')
    if (!make(folder)) return 1
  }
  console.log(readFileSync(accounts, 'utf8'))
  const start = path.join(import.meta.dirname, 'start.mjs')
  const { status } = spawnSync(
    process.execPath,
    [start, '--dir', path.join(folder, 'office'), ...rest],
    { stdio: 'inherit' },
  )
  return status ?? 0
}

process.exitCode = ensureBuilt() ? open() : 1
