import './scripts/require-node-24.mjs'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

/** Every program that runs outside the page; they share chunks, only `index` knows Electron. */
const programs = {
  index: 'electron/desktop/main.ts',
  server: 'electron/server/main.ts',
  cli: 'electron/cli/main.ts',
  'papers-worker': 'papers/worker.ts',
  'jobs-worker': 'electron/office/jobs-worker.ts',
}

const input = Object.fromEntries(
  Object.entries(programs)
    .map(([name, file]) => [name, path.join(root, file)] as const)
    .filter(([, file]) => existsSync(file)),
)

const rendererFile = path.join(root, 'renderer/vite.config.ts')

export default defineConfig(async () => ({
  main: {
    resolve: { alias: { 'better-sqlite3': 'sqlite3' } },
    build: {
      outDir: path.join(root, 'dist/main'),
      target: 'node24',
      sourcemap: true,
      rolldownOptions: {
        input,
        output: {
          format: 'es' as const,
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: path.join(root, 'dist/preload'),
      rolldownOptions: {
        input: { index: path.join(root, 'electron/desktop/preload.ts') },
        // A sandboxed preload must be a plain script.
        output: { format: 'cjs' as const, entryFileNames: '[name].cjs' },
      },
    },
  },
  ...(existsSync(rendererFile)
    ? { renderer: ((await import(rendererFile)) as { default: object }).default }
    : {}),
}))
