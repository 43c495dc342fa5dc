import { once } from 'node:events'
import { Writable } from 'node:stream'
import { parentPort } from 'node:worker_threads'

/** Bytes of a piece that is handed over at once. */
const pieceSize = 256 * 1024

/**
 * In a job's thread: hands a file over piece by piece as base64, the next only when the last was
 * taken, so that it never piles up on either side.
 */
export function handOver(tell: (base64: string) => void): Writable & { settled: Promise<void> } {
  let held: Buffer[] = []
  const give = async () => {
    const bytes = Buffer.concat(held)
    held = []
    if (bytes.length === 0 || !parentPort) return
    const taken = once(parentPort, 'message')
    tell(bytes.toString('base64'))
    await taken
  }
  const after = (given: Promise<void>, next: (error?: Error | null) => void) => {
    given.then(
      () => {
        next()
      },
      (error: unknown) => {
        next(error as Error)
      },
    )
  }
  const sink = new Writable({
    highWaterMark: pieceSize,
    write(chunk: Buffer, _encoding, next) {
      held.push(chunk)
      if (held.reduce((sum, one) => sum + one.length, 0) < pieceSize) next()
      else after(give(), next)
    },
    final(done) {
      after(give(), done)
    },
  })
  const settled = once(sink, 'finish').then(() => undefined)
  return Object.assign(sink, { settled })
}
