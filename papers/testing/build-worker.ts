import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

/** Changes when any source that can end up in the worker changes. */
function sourcesKey(): string {
  const files = globSync(['papers/**/*.{ts,typ}', 'domain/**/*.ts', 'package-lock.json'], {
    cwd: root,
  }).sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const { mtimeMs, size } = statSync(path.join(root, file))
    hash.update(`${file} ${String(mtimeMs)} ${String(size)}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * The papers worker for tests and benches, bundled as the program bundles it. Built once for each
 * state of the sources and kept in node_modules/.cache; several test processes may ask at once.
 */
export async function buildPapersWorker(): Promise<URL> {
  const cache = path.join(root, 'node_modules/.cache/opora')
  const folder = path.join(cache, `papers-worker-${sourcesKey()}`)
  const file = path.join(folder, 'papers-worker.js')
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true })
    const draft = `${folder}.${String(process.pid)}`
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      build: {
        ssr: path.join(root, 'papers/worker.ts'),
        outDir: draft,
        target: 'node24',
        minify: false,
        rolldownOptions: { output: { format: 'es', entryFileNames: 'papers-worker.js' } },
      },
      ssr: {
        noExternal: true,
        external: ['@myriaddreamin/typst-ts-web-compiler'],
      },
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
