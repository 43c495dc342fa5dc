/** `npm run test:crash -- [--rounds N] [--seed S]`: a real process, killed again and again. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import './require-node-24.mjs'

const root = path.join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } })
const rounds = Number(values.rounds ?? '100')
const seed = values.seed ?? String(Date.now() % 1_000_000)
const sums = mkdtempSync(path.join(os.tmpdir(), 'opora-crash-sums-'))

console.log(`seed ${seed}, ${String(rounds)} rounds`)
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/crash/vitest.config.ts',
    '--root',
    root,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      OPORA_CRASH_ROUNDS: String(rounds),
      OPORA_CRASH_SEED: seed,
      OPORA_CRASH_SUMS: sums,
    },
  },
)
process.exitCode = status === 0 ? Number(!enough()) : (status ?? 1)
rmSync(sums, { recursive: true })

/** Rounds in which nothing was answered would prove nothing. */
function enough() {
  const halves = readdirSync(sums).map((name) => JSON.parse(readFileSync(path.join(sums, name))))
  const sum = (what) => {
    const added = {}
    for (const half of halves)
      for (const [key, count] of Object.entries(half[what])) added[key] = (added[key] ?? 0) + count
    return added
  }
  const killedIn = sum('killedIn')
  const acks = sum('acks')
  console.log('killed in', JSON.stringify(killedIn))
  console.log('acknowledged', JSON.stringify(acks))
  console.log(
    `${String(halves.reduce((all, { read }) => all + read, 0))} copies on the sticks read from end to end`,
  )
  const few = []
  const expectOver = (what, count, least) => {
    if (!(count > least)) few.push(`${what}: ${String(count)}, not more than ${String(least)}`)
  }
  expectOver('halves', halves.length, 1)
  expectOver('answered save', acks.save ?? 0, rounds / 10)
  if (rounds >= 100)
    for (const act of halves[0]?.acts ?? []) {
      expectOver(`killed in ${act}`, killedIn[act] ?? 0, rounds / 50)
      expectOver(`answered ${act}`, acks[act] ?? 0, rounds / 500)
    }
  for (const line of few) console.error(`TOO FEW ${line}`)
  return few.length === 0
}
