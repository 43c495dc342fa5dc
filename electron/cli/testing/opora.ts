import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'

export const root = path.resolve(import.meta.dirname, '../../..')
export const cli = path.join(root, 'dist/main/cli.js')
export const minutes = 60_000
/** Loaded into each process, and by a test that opens such an office itself. */
export const cheapPasswords = path.join(import.meta.dirname, 'cheap-passwords.mjs')

const password = 'lipa 4 vrabcheta'
export const head = { account: 'Мария Грижева', password }
export const keeper = { account: 'Пламен Ключаров', password }

export interface Ran {
  code: number | null
  out: string
  err: string
}

export interface RunOptions {
  account?: string
  password?: string
  input?: string
  node?: string[]
  env?: Record<string, string>
  /** With the hashing of passwords as it is. */
  realCost?: boolean
}

/** The built command line as a real process. */
export function opora(args: string[], given: RunOptions = {}): Promise<Ran> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...given.env }
  delete env['OPORA_ACCOUNT']
  delete env['OPORA_PASSWORD']
  if (given.account !== undefined) env['OPORA_ACCOUNT'] = given.account
  if (given.password !== undefined) env['OPORA_PASSWORD'] = given.password
  const cheap = given.realCost ? [] : ['--import', cheapPasswords]
  const child = spawn(process.execPath, [...cheap, ...(given.node ?? []), cli, ...args], { env })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk))
  child.stdin.end(given.input ?? '')
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, out, err })
    })
  })
}

/** What a failure leaves: code 1, nothing on the output, one line. */
export const refused = (line: string): Ran => ({ code: 1, out: '', err: `${line}\n` })

/** A folder of the test's own with one small invented office in it, made by the program as it is now. */
export function inventedOffice(people: number): { home: string; dir: string } {
  const home = mkdtempSync(path.join(os.tmpdir(), 'opora-cli-'))
  const dir = path.join(home, 'office')
  beforeAll(async () => {
    // Builds when a source is newer than what was built.
    const built = spawnSync(process.execPath, [path.join(root, 'scripts/opora.mjs'), 'help'])
    expect(built.status).toBe(0)
    const args = ['demo', '--dir', dir, '--people', String(people), '--today', '2026-11-21']
    const { code, out, err } = await opora(args)
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toContain('Мария Грижева – ръководител на услугата')
    expect(out).toContain(password)
  }, 10 * minutes)
  afterAll(() => {
    rmSync(home, { recursive: true, force: true })
  })
  return { home, dir }
}
