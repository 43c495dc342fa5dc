/** `npm run bench`: bundles tests/bench as the program is bundled, and runs it on Node 24. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import './require-node-24.mjs'
import { build } from 'vite'
import { ensureBuilt } from './built.mjs'

const root = path.join(import.meta.dirname, '..')
const outDir = path.join(root, 'node_modules/.cache/opora/bench')
if (ensureBuilt()) {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { 'better-sqlite3': 'sqlite3' } },
    build: {
      ssr: path.join(root, 'tests/bench/main.ts'),
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'bench.js' } },
    },
    ssr: {
      noExternal: true,
      external: ['sqlite3', '@playwright/test', '@myriaddreamin/typst-ts-web-compiler'],
    },
  })
  const { status } = spawnSync(
    process.execPath,
    [path.join(outDir, 'bench.js'), ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  process.exitCode = status ?? 1
} else process.exitCode = 1
