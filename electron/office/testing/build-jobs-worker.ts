import { buildWorker } from '#papers/testing/build-worker.ts'

/** The worker of long work for tests and benches. */
export function buildJobsWorker(): Promise<URL> {
  return buildWorker({
    name: 'jobs-worker',
    entry: 'electron/office/jobs-worker.ts',
    sources: [
      '{db,domain,papers}/**/*.{ts,sql}',
      'electron/{api,office}/**/*.ts',
      'locales/**/*.json',
    ],
    external: ['sqlite3'],
  })
}
