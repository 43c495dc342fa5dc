import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

interface WorkerSource {
  name: string
  entry: string
  /** Patterns of all that can end up in it. */
  sources: readonly string[]
  /** Native or WebAssembly: stays where it is. */
  external: string[]
}

/** Changes when any source that can end up in the worker changes. */
function sourcesKey(sources: readonly string[]): string {
  const files = globSync([...sources, 'package-lock.json'], { cwd: root }).sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const { mtimeMs, size } = statSync(path.join(root, file))
    hash.update(`${file} ${String(mtimeMs)} ${String(size)}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** The papers worker for tests and benches. */
export function buildPapersWorker(): Promise<URL> {
  return buildWorker({
    name: 'papers-worker',
    entry: 'papers/worker.ts',
    sources: ['papers/**/*.{ts,typ}', 'domain/**/*.ts'],
    external: ['@myriaddreamin/typst-ts-web-compiler'],
  })
}

/**
 * A worker bundled as the program bundles it. Built once for each state of the sources and kept in
 * node_modules/.cache; several test processes may ask at once.
 */
export async function buildWorker({ name, entry, sources, external }: WorkerSource): Promise<URL> {
  const cache = path.join(root, 'node_modules/.cache/opora')
  const folder = path.join(cache, `${name}-${sourcesKey(sources)}`)
  const file = path.join(folder, `${name}.js`)
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
        ssr: path.join(root, entry),
        outDir: draft,
        target: 'node24',
        minify: false,
        rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.js` } },
      },
      ssr: { noExternal: true, external },
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
