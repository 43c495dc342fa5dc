import { once } from 'node:events'
import { Writable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase, type Database } from '#db/connection.ts'
import { verifyChain, verifyDatabase } from '#db/verify.ts'
import type { ChainMessage, ExportMessage, JobMessage, JobOrder } from './jobs.ts'

/** Bytes of a piece that is handed over at once. */
const pieceSize = 256 * 1024

const tell = (message: JobMessage | ChainMessage | ExportMessage) =>
  parentPort?.postMessage(message)

/**
 * Long reading in a thread of its own, with its own connection. One job, then the thread ends and
 * the copy of the key is overwritten.
 */
async function run(order: JobOrder): Promise<void> {
  const key = Buffer.from(order.key)
  order.key.fill(0)
  try {
    const database = openDatabase(order.databaseFile, key, { readonly: true })
    try {
      await work(database, order)
    } finally {
      database.close()
    }
  } catch (error) {
    tell({ kind: 'failed', name: error instanceof Error ? error.constructor.name : 'unknown' })
  } finally {
    key.fill(0)
    parentPort?.close()
  }
}

async function work(database: Database, order: JobOrder): Promise<void> {
  switch (order.kind) {
    case 'verify':
      tell({
        kind: 'done',
        report: verifyDatabase(database, {
          filesFolder: order.filesFolder,
          now: new Date(order.now),
          onProgress: (step, done, total) => {
            tell({ kind: 'progress', step, done, total })
          },
        }),
      })
      return
    case 'chain':
      tell({
        kind: 'done',
        report: verifyChain(database, (done, total) => {
          tell({ kind: 'progress', done, total })
        }),
      })
      return
    case 'journal': {
      // Asked for only here: checking the database needs no workbook.
      const [{ journalTable }, { writeWorkbook }] = await Promise.all([
        import('./journal-export.ts'),
        import('./workbook.ts'),
      ])
      const { table, total } = journalTable(database.orm, order, order.now)
      tell({ kind: 'progress', done: 0, total })
      await writeWorkbook(table, piecesTo(total), (done) => {
        tell({ kind: 'progress', done, total })
      })
      tell({ kind: 'done', rows: total })
    }
  }
}

/** Hands the file over piece by piece, the next only when the last was taken. */
function piecesTo(rows: number): Writable & { settled: Promise<void> } {
  let held: Buffer[] = []
  const handOver = async () => {
    const bytes = Buffer.concat(held)
    held = []
    if (bytes.length === 0 || !parentPort) return
    const taken = once(parentPort, 'message')
    tell({ kind: 'piece', base64: bytes.toString('base64'), rows })
    await taken
  }
  const sink = new Writable({
    highWaterMark: pieceSize,
    write(chunk: Buffer, _encoding, next) {
      held.push(chunk)
      const size = held.reduce((sum, one) => sum + one.length, 0)
      if (size < pieceSize) next()
      else
        handOver().then(
          () => {
            next()
          },
          (error: unknown) => {
            next(error as Error)
          },
        )
    },
    final(done) {
      handOver().then(
        () => {
          done()
        },
        (error: unknown) => {
          done(error as Error)
        },
      )
    },
  })
  const settled = once(sink, 'finish').then(() => undefined)
  return Object.assign(sink, { settled })
}

void run(workerData as JobOrder)
