import { PapersWorkerEnded } from '../lane.ts'
import { createPapers, type Papers } from '../pool.ts'
import { buildPapersWorker } from './build-worker.ts'

let compiling: Promise<Papers> | undefined

/**
 * Papers for one office of a test. A compiler takes a second to start, so all offices of a process ask
 * the same one; to each of them it is its own, which ends with it.
 */
export async function sharedPapers(): Promise<Papers> {
  compiling ??= buildPapersWorker().then((workerUrl) => createPapers({ workerUrl }))
  const shared = await compiling
  const closing = new AbortController()
  const until = (signal?: AbortSignal) =>
    signal ? AbortSignal.any([closing.signal, signal]) : closing.signal
  return {
    render: (request, signal) => shared.render(request, until(signal)),
    warm: () => (closing.signal.aborted ? Promise.resolve() : shared.warm()),
    renderMany: (requests, options) =>
      shared.renderMany(requests, { ...options, signal: until(options?.signal) }),
    assemble: (papers, options) =>
      closing.signal.aborted
        ? Promise.reject(closing.signal.reason as Error)
        : shared.assemble(papers, options),
    close() {
      closing.abort(new PapersWorkerEnded('The papers are closed'))
      return Promise.resolve()
    },
  }
}
