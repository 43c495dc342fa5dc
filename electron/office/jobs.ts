import { Worker } from 'node:worker_threads'
import type { BackupProblem } from '#domain/backup/schema.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { DiskFull } from '#db/errors.ts'
import type { JobKind, JobMessage, Jobs } from '#electron/api/kernel/jobs.ts'

/** What every job needs: the files of the office, the key, the time. */
export interface JobPlace {
  dataDir: string
  databaseFile: string
  filesFolder: string
  key: Uint8Array
  /** Instant, UTC ISO. */
  now: string
  version: string
}

type Failed = {
  kind: 'failed'
  name: string
  problem?: BackupProblem
  params?: Record<string, string | number>
}
/** What the thread says. */
export type JobVoice<K extends JobKind = JobKind> = JobMessage<K> | Failed

/** What the thread is given. `stop` is one number: not 0 when the work must end. */
export interface JobStart<K extends JobKind = JobKind> {
  kind: K
  place: JobPlace
  order: Jobs[K]['order']
  stop: SharedArrayBuffer
}

/** Not the name of its class: that of a bundle may be another one. */
export const diskFullName = 'diskFull'

/** A job's thread ended without an answer. The kind of fault only; never what it read. */
export class JobFailed extends Error {
  override name = 'JobFailed'
}

/** Somebody ended the job: nobody waits for its answer. */
export class JobStopped extends Error {
  override name = 'AbortError'
}

/**
 * Runs one job in a worker and yields what it tells. Ending the iteration ends the work: the thread
 * is asked to stop, takes away what it has not finished, and is waited for. A statement of SQLite
 * cannot be cut, so that may take seconds.
 * Throws BackupFailed, DiskFull, JobFailed and JobStopped.
 */
export async function* runJob<K extends JobKind>(
  workerUrl: URL,
  kind: K,
  place: JobPlace,
  order: Jobs[K]['order'],
  signal?: AbortSignal,
): AsyncGenerator<JobMessage<K>> {
  const stop = new SharedArrayBuffer(4)
  const start: JobStart<K> = { kind, place, order, stop }
  const worker = new Worker(workerUrl, { workerData: start })
  place.key.fill(0)
  const waiting: JobVoice<K>[] = []
  const state = { ended: false, wake: () => {} }
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      state.ended = true
      state.wake()
      resolve()
    })
  })
  worker.on('message', (message: JobVoice<K>) => {
    // Progress that nobody has read yet is replaced: only where it stands now is of use.
    const last = waiting.at(-1)
    if (message.kind === 'progress' && last?.kind === 'progress') waiting.pop()
    waiting.push(message)
    state.wake()
  })
  worker.on('error', () => {
    waiting.push({ kind: 'failed', name: 'worker' })
    state.wake()
  })
  const stopNow = () => {
    Atomics.store(new Int32Array(stop), 0, 1)
  }
  if (signal?.aborted) stopNow()
  signal?.addEventListener('abort', stopNow)
  try {
    for (;;) {
      const message = waiting.shift()
      if (message?.kind === 'failed') {
        if (message.problem) throw new BackupFailed(message.problem, message.params)
        if (message.name === diskFullName) throw new DiskFull('full')
        throw message.name === 'Stopped' ? new JobStopped() : new JobFailed(message.name)
      }
      if (message) yield message
      if (message?.kind === 'done') return
      // What waits for it goes on only now: a file that is handed over never piles up here.
      if (message?.kind === 'note') worker.postMessage('taken')
      if (message) continue
      if (state.ended) throw new JobFailed('ended')
      await new Promise<void>((resolve) => {
        state.wake = resolve
      })
    }
  } finally {
    signal?.removeEventListener('abort', stopNow)
    stopNow()
    await ended
  }
}
