import { Worker } from 'node:worker_threads'
import type { ChainReport, VerifyReport, VerifyStep } from '#db/verify.ts'
import type { JournalExport } from './interface.ts'

/** What every job is given; the key is overwritten when the job has taken it. */
interface JobPlace {
  databaseFile: string
  key: Uint8Array
  now: string
}
export type JobOrder = JobPlace &
  (
    | { kind: 'verify'; filesFolder: string }
    | { kind: 'chain' }
    | ({ kind: 'journal' } & JournalExport)
  )

export interface VerifyProgress {
  kind: 'progress'
  step: VerifyStep
  done: number
  total: number
}
interface Failed {
  kind: 'failed'
  name: string
}
export type JobMessage = VerifyProgress | { kind: 'done'; report: VerifyReport } | Failed
export type ChainMessage =
  { kind: 'progress'; done: number; total: number } | { kind: 'done'; report: ChainReport } | Failed
export type ExportMessage =
  | { kind: 'progress'; done: number; total: number }
  /** A part of the file, base64; `rows` is how many the whole will have. */
  | { kind: 'piece'; base64: string; rows: number }
  | { kind: 'done'; rows: number }
  | Failed

/** What each order is answered with. */
interface Answers {
  verify: JobMessage
  chain: ChainMessage
  journal: ExportMessage
}

/** A job's thread ended without an answer. The kind of fault only; never what it read. */
export class JobFailed extends Error {
  override name = 'JobFailed'
}

/**
 * Runs one job in a worker and yields what it tells. Ending the iteration ends the worker: nothing
 * is written by a job, so there is nothing to clean up.
 */
export async function* runJob<K extends JobOrder['kind']>(
  workerUrl: URL,
  order: Extract<JobOrder, { kind: K }>,
): AsyncGenerator<Answers[K]> {
  const worker = new Worker(workerUrl, { workerData: order })
  const waiting: Answers[K][] = []
  const state = { ended: false, wake: () => {} }
  const failed = (name: string) => ({ kind: 'failed', name }) as Answers[K]
  worker.on('message', (message: Answers[K]) => {
    waiting.push(message)
    state.wake()
  })
  worker.on('error', () => {
    waiting.push(failed('worker'))
    state.wake()
  })
  worker.on('exit', () => {
    state.ended = true
    state.wake()
  })
  try {
    for (;;) {
      const message = waiting.shift()
      if (message?.kind === 'failed') throw new JobFailed(message.name)
      if (message) yield message
      if (message?.kind === 'done') return
      // The next piece is made when this one was taken: the file never piles up here.
      if (message?.kind === 'piece') worker.postMessage('taken')
      if (message) continue
      if (state.ended) throw new JobFailed('ended')
      await new Promise<void>((resolve) => {
        state.wake = resolve
      })
    }
  } finally {
    await worker.terminate()
  }
}
