import { Worker } from 'node:worker_threads'
import type { FromWorker, PaperFailure, Rendered, ToWorker } from './protocol.ts'

/** A paper was not made; `failure` says why, without data of a person. */
export class PaperFailed extends Error {
  override readonly name = 'PaperFailed'
  readonly failure: PaperFailure
  constructor(failure: PaperFailure) {
    super(`Paper not made: ${failure.code}`)
    this.failure = failure
  }
}

/** The worker thread ended in the middle (out of memory, killed, closed). Asking again starts a new one. */
export class PapersWorkerEnded extends Error {
  override readonly name = 'PapersWorkerEnded'
}

export type Order =
  Exclude<ToWorker, { kind: 'forget' }> extends infer T
    ? T extends { id: number }
      ? Omit<T, 'id'>
      : never
    : never

/** One worker thread from its start to its end; another order after that needs another lane. */
export interface Lane {
  /** How many orders it has not answered yet. */
  waiting(): number
  /** Takes orders; not so when it has ended, or is worn and only finishes what it has. */
  open(): boolean
  /** Aborted, it rejects at once with the signal's reason; what is not begun is not made. */
  ask(order: Order, signal?: AbortSignal): Promise<Rendered>
  /** Ends the thread as soon as nothing is asked of it. */
  endWhenDone(): void
  /** Ends it now; what is still asked for is rejected with PapersWorkerEnded. */
  close(): Promise<void>
}

export interface LaneOptions {
  workerUrl: URL
  idleMs: number
  /** After so many orders the thread is worn: the compiler keeps memory of every paper it has made. */
  lifetime: number
}

interface Waiting {
  resolve: (rendered: Rendered) => void
  reject: (error: Error) => void
}

export function createLane({ workerUrl, idleMs, lifetime }: LaneOptions): Lane {
  const waiting = new Map<number, Waiting>()
  const worker = new Worker(workerUrl)
  let idle: NodeJS.Timeout | undefined
  let ended = false
  let ending = false
  let asked = 0

  function lose(why: string): void {
    ended = true
    clearTimeout(idle)
    const lost = [...waiting.values()]
    waiting.clear()
    for (const one of lost) one.reject(new PapersWorkerEnded(why))
  }

  function end(): void {
    lose('The papers worker ended')
    void worker.terminate()
  }

  function rest(): void {
    if (waiting.size > 0 || ended) return
    if (ending || asked >= lifetime) {
      end()
      return
    }
    worker.unref()
    idle = setTimeout(end, idleMs)
    idle.unref()
  }

  worker.on('message', (message: FromWorker) => {
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'done') one?.resolve(message.rendered)
    else one?.reject(new PaperFailed(message.failure))
    rest()
  })
  // An error event is always followed by exit; without a listener it would end the program.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    lose('The papers worker ended')
  })

  return {
    waiting: () => waiting.size,
    open: () => !ended && asked < lifetime,
    ask(order, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason as Error)
      clearTimeout(idle)
      ending = false
      worker.ref()
      const id = ++asked
      return new Promise((resolve, reject) => {
        const forget = () => {
          if (!waiting.delete(id)) return
          worker.postMessage({ id, kind: 'forget' } satisfies ToWorker)
          reject(signal?.reason as Error)
          rest()
        }
        signal?.addEventListener('abort', forget, { once: true })
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, ...order })
      })
    },
    endWhenDone() {
      ending = true
      rest()
    },
    async close() {
      lose('The papers are closed')
      await worker.terminate()
    },
  }
}
