import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { BackupFailed } from '#db/backup/errors.ts'
import { rekeyCopy } from '#db/backup/rekey.ts'
import { stageRestore } from '#db/backup/restore.ts'
import { makeSnapshot } from '#db/backup/snapshot.ts'
import { databaseName } from '#db/backup/swap.ts'
import { openDatabase } from '#db/connection.ts'
import { DatabaseDamaged, DiskFull } from '#db/errors.ts'
import { verifyDatabase } from '#db/verify.ts'
import {
  damagedName,
  diskFullName,
  type JobFault,
  type JobOrder,
  type MadeSnapshot,
  type SnapshotOrder,
  type VerifyOrder,
} from './jobs.ts'

/**
 * Long work in a thread of its own, with its own connection. One job, then the thread ends and the
 * copies of the keys are overwritten.
 */
type Tell = (step: string, done: number, total: number) => void

function work(order: JobOrder, tell: Tell): unknown {
  switch (order.kind) {
    case 'verify':
      return verify(order, tell)
    case 'stageRestore':
      return stageRestore(order, tell)
    case 'snapshot':
      return snapshot(order)
    case 'rekey':
      return rekeyCopy(order, tell)
  }
}

function verify(order: VerifyOrder, tell: Tell): unknown {
  const database = openDatabase(order.databaseFile, Buffer.from(order.key), { readonly: true })
  try {
    return verifyDatabase(database, {
      filesFolder: order.filesFolder,
      now: new Date(order.now),
      anchors: order.anchors,
      onProgress: tell,
    })
  } finally {
    database.close()
  }
}

function snapshot(order: SnapshotOrder): MadeSnapshot {
  const key = Buffer.from(order.key)
  const database = openDatabase(join(order.dataDir, databaseName), key, { readonly: true })
  try {
    return makeSnapshot({ ...order, key, database, now: new Date(order.now) })
  } finally {
    database.close()
    key.fill(0)
  }
}

function run(order: JobOrder): void {
  try {
    const report = work(order, (step, done, total) => {
      parentPort?.postMessage({ kind: 'progress', step, done, total })
    })
    parentPort?.postMessage({ kind: 'done', report })
  } catch (error) {
    parentPort?.postMessage(faultOf(error))
  } finally {
    for (const value of Object.values(order)) if (value instanceof Uint8Array) value.fill(0)
  }
}

function faultOf(error: unknown): JobFault {
  if (error instanceof BackupFailed)
    return { kind: 'failed', name: error.name, problem: error.problem, params: error.params }
  if (error instanceof DiskFull) return { kind: 'failed', name: diskFullName }
  if (error instanceof DatabaseDamaged) return { kind: 'failed', name: damagedName }
  return { kind: 'failed', name: error instanceof Error ? error.constructor.name : 'unknown' }
}

run(workerData as JobOrder)
