import { Worker } from 'node:worker_threads'
import type { CheckDepth } from '#domain/backup/office-check.ts'
import type { AuditAnchor } from '#db/audit/anchors.ts'
import type { SeenMedium } from '#db/backup/anchors.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import type { CopyResult, WrittenCopy } from '#db/backup/copy.ts'
import type { MediumFound, MediumNames } from '#db/backup/medium.ts'
import type { RememberedCopy } from '#db/backup/prune.ts'
import type { RekeyOrder, Rekeyed } from '#db/backup/rekey.ts'
import type { StagedRestore, StageOrder } from '#db/backup/restore.ts'
import { DiskFull } from '#db/errors.ts'
import type { CopyRule } from '#domain/backup/retention.ts'
import type { ChainReport, VerifyReport, VerifyStep } from '#db/verify.ts'
import type {
  BackupProblem,
  CopyManifest,
  CopyOccasion,
  CopyStep,
  RestoreStep,
} from '#domain/backup/schema.ts'
import type { JournalExport } from './interface.ts'

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

export interface SnapshotResult {
  /** Null: skipped, because the last one is young enough. */
  made: { name: string; manifest: CopyManifest } | null
  pruned: string[]
}

/** What each job is asked, tells meanwhile and answers. */
export interface Jobs {
  verify: {
    order: {
      anchors: readonly AuditAnchor[]
      media: readonly SeenMedium[]
      depth: CheckDepth
    }
    step: VerifyStep
    note: never
    report: VerifyReport
  }
  snapshot: {
    order: { occasion: CopyOccasion; madeBy: string | null; olderThanMs: number }
    step: never
    /** Something that was put aside has gone by its rule. */
    note: { name: string; bytes: number }
    report: SnapshotResult
  }
  copy: {
    order: {
      place: string
      names: MediumNames
      madeBy: string | null
    }
    step: CopyStep
    note: { medium: MediumFound; copy: WrittenCopy }
    report: CopyResult
  }
  check: {
    order: { place: string; officeId: string; mediumId: string; name: string; wasAway: boolean }
    step: CopyStep
    note: never
    /** False: reading past the cache is refused, nothing can be said yet. */
    report: { read: boolean }
  }
  nameMedium: {
    order: { place: string; officeId: string; mediumId: string; name: string }
    step: never
    note: never
    report: object
  }
  chain: {
    order: { media: readonly SeenMedium[] }
    step: 'audit'
    note: never
    report: ChainReport
  }
  journal: {
    order: JournalExport
    step: 'rows'
    /** A part of the file; `rows` is how many the whole will have. */
    note: { base64: string; rows: number }
    report: { rows: number }
  }
  stageRestore: { order: StageOrder; step: RestoreStep; note: never; report: StagedRestore }
  rekey: { order: RekeyOrder; step: RestoreStep; note: never; report: Rekeyed }
  prune: {
    order: {
      place: string
      officeId: string
      remembered: RememberedCopy[]
      keep: number
      /** Id of the copy that was made just now. */
      made: string
    } & Required<CopyRule>
    step: never
    note: never
    report: { pruned: string[] }
  }
}
export type JobKind = keyof Jobs

export interface JobProgress<S = string> {
  kind: 'progress'
  step: S
  done: number
  total: number
}
export type JobMessage<K extends JobKind = JobKind> =
  | JobProgress<Jobs[K]['step']>
  | { kind: 'note'; note: Jobs[K]['note'] }
  | { kind: 'done'; report: Jobs[K]['report'] }
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
