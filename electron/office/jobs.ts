import { Worker } from 'node:worker_threads'
import type { VerifyReport, VerifyStep } from '#db/verify.ts'

export interface JobOrder {
  kind: 'verify'
  databaseFile: string
  filesFolder: string
  key: Uint8Array
  now: string
}
export interface VerifyProgress {
  kind: 'progress'
  step: VerifyStep
  done: number
  total: number
}
export type JobMessage =
  VerifyProgress | { kind: 'done'; report: VerifyReport } | { kind: 'failed'; name: string }

/** A job's thread ended without an answer. The kind of fault only; never what it read. */
export class JobFailed extends Error {
  override name = 'JobFailed'
}

/**
 * Runs one job in a worker and yields what it tells. Ending the iteration ends the worker: nothing
 * is written by a job, so there is nothing to clean up.
 */
export async function* runJob(workerUrl: URL, order: JobOrder): AsyncGenerator<JobMessage> {
  const worker = new Worker(workerUrl, { workerData: order })
  const waiting: JobMessage[] = []
  const state = { ended: false, wake: () => {} }
  worker.on('message', (message: JobMessage) => {
    waiting.push(message)
    state.wake()
  })
  worker.on('error', () => {
    waiting.push({ kind: 'failed', name: 'worker' })
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
