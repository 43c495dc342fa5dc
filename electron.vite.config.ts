import './scripts/require-node-24.mjs'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { chunks, rendererBuild } from './renderer/vite.config.ts'

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

/** A browser asks for this picture by itself. */
const favicon: Plugin = {
  name: 'opora-favicon',
  generateBundle() {
    const source = readFileSync(path.join(root, 'build/icon.ico'))
    this.emitFile({ type: 'asset', fileName: 'favicon.ico', source })
  },
}

/**
 * Node's modules without their facade: an `import` of one reads every export, and among those of
 * `node:http` stands a whole HTTP client that is made when it is read – a fifth of the start.
 */
const builtinsAsNeeded: Plugin = {
  name: 'opora-builtins-as-needed',
  renderChunk(code) {
    return { code: code.replaceAll(builtinImport, importWithoutFacade), map: null }
  },
}
const builtinImport = /^import ([^"'\n]+) from "(node:[a-z/_]+)";?$/gm

function importWithoutFacade(_line: string, names: string, module: string): string {
  const [, own, named] = /^(?:(?:\* as )?(\w+))?(?:, )?(\{.*\})?$/.exec(names) ?? []
  const from = `process.getBuiltinModule("${module}")`
  return [
    ...(own === undefined ? [] : [`const ${own} = ${from};`]),
    ...(named === undefined ? [] : [`const ${named.replaceAll(' as ', ': ')} = ${from};`]),
  ].join(' ')
}

/**
 * The package below the workbook makes its buffers as one no longer does. Node is silent about that
 * inside node_modules; bundled, a command line would say it on every file it hands out.
 */
const buffersAsNow: Plugin = {
  name: 'opora-buffers-as-now',
  transform(code, id) {
    if (!id.includes('/archiver-utils/')) return null
    return {
      code: code
        .replaceAll('new Buffer(0)', 'Buffer.alloc(0)')
        .replaceAll('new Buffer(size)', 'Buffer.alloc(size)')
        .replaceAll('new Buffer(source)', 'Buffer.from(source)'),
      map: null,
    }
  },
}

export default defineConfig({
  main: {
    plugins: [builtinsAsNeeded, buffersAsNow],
    resolve: { alias: { 'better-sqlite3': 'sqlite3' } },
    build: {
      outDir: path.join(root, 'dist/main'),
      target: 'node24',
      sourcemap: true,
      rolldownOptions: {
        input,
        output: {
          format: 'es',
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
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...rendererBuild,
    // electron-vite makes one file of this and the page's configuration, so the places are said again.
    root: path.join(root, 'renderer'),
    plugins: [...rendererBuild.plugins, favicon],
    build: {
      ...rendererBuild.build,
      outDir: path.join(root, 'dist/renderer'),
      rolldownOptions: {
        input: path.join(root, 'renderer/index.html'),
        output: { codeSplitting: chunks },
      },
    },
  },
})
