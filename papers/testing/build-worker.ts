import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

interface Bundle {
  name: string
  entry: string
  /** Every source that can end up in it. */
  sources: string[]
  /** Packages that stay outside, as in the program. */
  external: string[]
}

/** The papers worker for tests and benches, bundled as the program bundles it. */
export function buildPapersWorker(): Promise<URL> {
  return bundle({
    name: 'papers-worker',
    entry: 'papers/worker.ts',
    sources: ['papers/**/*.{ts,typ}', 'domain/**/*.ts'],
    external: ['@myriaddreamin/typst-ts-web-compiler'],
  })
}

/** The worker of long jobs, from the sources as they are now. */
export function buildJobsWorker(): Promise<URL> {
  return bundle({
    name: 'jobs-worker',
    entry: 'electron/office/jobs-worker.ts',
    sources: ['{db,domain,electron/office}/**/*.{ts,sql}'],
    external: ['sqlite3'],
  })
}

/**
 * Built once for each state of the sources and kept in node_modules/.cache; several test processes
 * may ask at once.
 */
export async function bundle({ name, entry, sources, external }: Bundle): Promise<URL> {
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

/** Changes when any of the sources changes. */
function sourcesKey(sources: string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync([...sources, 'package-lock.json'], { cwd: root }).sort()) {
    const { mtimeMs, size } = statSync(path.join(root, file))
    hash.update(`${file} ${String(mtimeMs)} ${String(size)}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}
