import { buildWorker } from '#papers/testing/build-worker.ts'

/** The worker of long work for tests and benches. */
export function buildJobsWorker(): Promise<URL> {
  return buildWorker({
    name: 'jobs-worker',
    entry: 'electron/office/jobs-worker.ts',
    sources: ['{db,domain}/**/*.{ts,sql}', 'electron/office/*.ts'],
    external: ['sqlite3'],
  })
}
