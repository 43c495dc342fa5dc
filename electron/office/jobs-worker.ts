import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/connection.ts'
import { verifyDatabase } from '#db/verify.ts'
import type { JobMessage, JobOrder } from './jobs.ts'

/**
 * Long reading in a thread of its own, with its own connection. One job, then the thread ends and
 * the copy of the key is overwritten.
 */
function run(order: JobOrder): void {
  const tell = (message: JobMessage) => parentPort?.postMessage(message)
  const key = Buffer.from(order.key)
  order.key.fill(0)
  try {
    const database = openDatabase(order.databaseFile, key, { readonly: true })
    try {
      const report = verifyDatabase(database, {
        filesFolder: order.filesFolder,
        now: new Date(order.now),
        onProgress: (step, done, total) => {
          tell({ kind: 'progress', step, done, total })
        },
      })
      tell({ kind: 'done', report })
    } finally {
      database.close()
    }
  } catch (error) {
    tell({ kind: 'failed', name: error instanceof Error ? error.constructor.name : 'unknown' })
  } finally {
    key.fill(0)
  }
}

run(workerData as JobOrder)
