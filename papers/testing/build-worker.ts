import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

export interface TestWorker {
  /** Name of the bundle. */
  name: string
  entry: string
  /** Globs of every source that can end up in it. */
  sources: string[]
  external: string[]
}

/** The papers worker for tests and benches. */
export function buildPapersWorker(): Promise<URL> {
  return buildWorker({
    name: 'papers-worker',
    entry: 'papers/worker.ts',
    sources: ['papers/**/*.{ts,typ}', 'domain/**/*.ts', 'package-lock.json'],
    external: ['@myriaddreamin/typst-ts-web-compiler'],
  })
}

/**
 * A worker bundled as the program bundles it. Built once for each state of the sources and kept in
 * node_modules/.cache; several test processes may ask at once.
 */
export async function buildWorker(worker: TestWorker): Promise<URL> {
  const cache = path.join(root, 'node_modules/.cache/opora')
  const folder = path.join(cache, `${worker.name}-${sourcesKey(worker.sources)}`)
  const file = path.join(folder, `${worker.name}.js`)
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true })
    const draft = `${folder}.${String(process.pid)}`
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      resolve: { alias: { 'better-sqlite3': 'sqlite3' } },
      build: {
        ssr: path.join(root, worker.entry),
        outDir: draft,
        target: 'node24',
        minify: false,
        rolldownOptions: { output: { format: 'es', entryFileNames: `${worker.name}.js` } },
      },
      ssr: { noExternal: true, external: worker.external },
    })
    try {
      renameSync(draft, folder)
    } catch {
      // Another process was first: its bundle is the same.
      rmSync(draft, { recursive: true, force: true })
    }
  }
  return pathToFileURL(file)
}

/** Changes when any source that can end up in the worker changes. */
function sourcesKey(globs: string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync(globs, { cwd: root }).sort()) {
    const { mtimeMs, size } = statSync(path.join(root, file))
    hash.update(`${file} ${String(mtimeMs)} ${String(size)}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}
