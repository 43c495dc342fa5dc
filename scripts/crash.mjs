/** `npm run test:crash -- [--rounds N] [--seed S]`: a real process, killed again and again. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import './require-node-24.mjs'

const root = path.join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } })
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
      ...(values.rounds === undefined ? {} : { OPORA_CRASH_ROUNDS: values.rounds }),
      ...(values.seed === undefined ? {} : { OPORA_CRASH_SEED: values.seed }),
    },
  },
)
process.exitCode = status ?? 1
