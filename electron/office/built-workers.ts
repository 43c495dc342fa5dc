import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** The workers, built beside the entry of every program; `programDir` is that entry's folder. */
export function builtWorkers(programDir: string): { papers: URL; jobs: URL } {
  const at = (name: string) => pathToFileURL(path.join(programDir, name))
  return { papers: at('papers-worker.js'), jobs: at('jobs-worker.js') }
}
