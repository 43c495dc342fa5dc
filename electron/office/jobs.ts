import { Worker } from 'node:worker_threads'
import type {
  BackupProblem,
  CopyManifest,
  CopyOccasion,
  CopyStep,
  RestoreStep,
} from '#domain/backup/schema.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import type { RekeyOrder, Rekeyed } from '#db/backup/rekey.ts'
import type { StagedRestore, StageOrder } from '#db/backup/restore.ts'
import type { AuditAnchor } from '#db/audit/verify.ts'
import { DatabaseDamaged, DiskFull } from '#db/errors.ts'
import type { VerifyReport, VerifyStep } from '#db/verify.ts'

export interface VerifyOrder {
  databaseFile: string
  filesFolder: string
  key: Uint8Array
  now: string
  anchors: readonly AuditAnchor[]
}

export interface SnapshotOrder {
  dataDir: string
  key: Uint8Array
  now: string
  occasion: CopyOccasion
  madeBy: string | null
  programVersion: string
}
export interface MadeSnapshot {
  name: string
  manifest: CopyManifest
}

/** Everything that runs in a thread of its own: what it is given, tells and brings back. */
interface Jobs {
  verify: { order: VerifyOrder; step: VerifyStep; report: VerifyReport }
  stageRestore: { order: StageOrder; step: RestoreStep; report: StagedRestore }
  snapshot: { order: SnapshotOrder; step: CopyStep; report: MadeSnapshot }
  rekey: { order: RekeyOrder; step: RestoreStep; report: Rekeyed }
}
export type JobKind = keyof Jobs
export type OrderOf<K extends JobKind> = Jobs[K]['order']
export type JobOrder = { [K in JobKind]: { kind: K } & Jobs[K]['order'] }[JobKind]

export interface JobProgress<Step> {
  kind: 'progress'
  step: Step
  done: number
  total: number
}
export type JobMessage<K extends JobKind> =
  JobProgress<Jobs[K]['step']> | { kind: 'done'; report: Jobs[K]['report'] }

/** What a thread says when it fails: the kind of fault, never what it read. */
export interface JobFault {
  kind: 'failed'
  name: string
  problem?: BackupProblem
  params?: Record<string, string | number>
}

/** Not the names of their classes: those of a bundle may be others. */
export const diskFullName = 'diskFull'
export const damagedName = 'databaseDamaged'

/** A job's thread ended without an answer. The kind of fault only; never what it read. */
export class JobFailed extends Error {
  override name = 'JobFailed'
}

/**
 * Runs one job in a worker and yields what it tells. Ending the iteration ends the worker; what it
 * left half made is under `work/` and the caller's to remove.
 * Throws BackupFailed, DiskFull, DatabaseDamaged, JobFailed.
 */
export async function* runJob<K extends JobKind>(
  workerUrl: URL,
  kind: K,
  order: Jobs[K]['order'],
): AsyncGenerator<JobMessage<K>, void, void> {
  const worker = new Worker(workerUrl, { workerData: { kind, ...order } })
  const waiting: (JobMessage<K> | JobFault)[] = []
  const state = { ended: false, wake: () => {} }
  worker.on('message', (message: JobMessage<K> | JobFault) => {
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
      if (message?.kind === 'failed') throw faultOf(message)
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

function faultOf({ name, problem, params }: JobFault): Error {
  if (problem) return new BackupFailed(problem, params)
  if (name === diskFullName) return new DiskFull('full')
  return name === damagedName ? new DatabaseDamaged() : new JobFailed(name)
}
