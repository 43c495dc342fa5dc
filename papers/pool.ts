import { Worker } from 'node:worker_threads'
import type {
  AssembleOptions,
  FromWorker,
  PaperFailure,
  Rendered,
  RenderRequest,
  ToWorker,
} from './protocol.ts'

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

export interface RenderManyOptions {
  signal?: AbortSignal
  /** After every paper: how many are made, of how many. */
  onProgress?: (done: number, total: number) => void
  /**
   * Takes each paper as soon as it is made, in order, so that a long run need not hold them all;
   * what it returns is awaited before the paper counts as done.
   */
  onRendered?: (rendered: Rendered, index: number) => void | Promise<void>
}

export interface Papers {
  /** One paper. Throws PaperFailed, PapersWorkerEnded. */
  render(request: RenderRequest): Promise<Rendered>
  /** Papers in their order; throws the signal's reason when cancelled: those handed over stay valid. */
  renderMany(requests: readonly RenderRequest[], options?: RenderManyOptions): Promise<Rendered[]>
  /** Frozen papers as one PDF for the printer. */
  assemble(papers: readonly Uint8Array[], options: AssembleOptions): Promise<Rendered>
  /** Ends the worker; what is still asked for is rejected with PapersWorkerEnded. */
  close(): Promise<void>
}

export interface PapersOptions {
  /** The bundled `papers/worker.ts`. */
  workerUrl: URL
  /** The worker, with its 100 MB of compiler, ends after so long without work. Default 60 s. */
  idleMs?: number
}

type Order = ToWorker extends infer T ? (T extends { id: number } ? Omit<T, 'id'> : never) : never
interface Waiting {
  resolve: (rendered: Rendered) => void
  reject: (error: Error) => void
}

/** Makes papers in one worker thread, started when first needed. */
export function createPapers({ workerUrl, idleMs = 60_000 }: PapersOptions): Papers {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let closed = false
  let nextId = 1
  const waiting = new Map<number, Waiting>()

  function rest(): void {
    if (waiting.size > 0 || worker === undefined) return
    worker.unref()
    idle = setTimeout(() => {
      void stop()
    }, idleMs)
    idle.unref()
  }

  async function stop(): Promise<void> {
    const ending = worker
    worker = undefined
    clearTimeout(idle)
    await ending?.terminate()
  }

  function start(): Worker {
    const started = new Worker(workerUrl)
    started.on('message', (message: FromWorker) => {
      const asked = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'done') asked?.resolve(message.rendered)
      else asked?.reject(new PaperFailed(message.failure))
      rest()
    })
    // An error event is always followed by exit; without a listener it would end the program.
    started.on('error', () => undefined)
    started.on('exit', () => {
      if (worker === started) worker = undefined
      else if (worker !== undefined) return
      const lost = [...waiting.values()]
      waiting.clear()
      for (const asked of lost) asked.reject(new PapersWorkerEnded('The papers worker ended'))
    })
    return started
  }

  function ask(order: Order): Promise<Rendered> {
    if (closed) return Promise.reject(new PapersWorkerEnded('The papers are closed'))
    clearTimeout(idle)
    worker ??= start()
    worker.ref()
    const id = nextId++
    const active = worker
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      active.postMessage({ id, ...order })
    })
  }

  const render = (request: RenderRequest): Promise<Rendered> => ask({ kind: 'render', request })

  return {
    render,
    async renderMany(requests, { signal, onProgress, onRendered } = {}) {
      const made: Rendered[] = []
      // The next paper is made while the last one is being kept.
      let next = requests[0] === undefined ? undefined : render(requests[0])
      for (let index = 0; index < requests.length; index++) {
        if (signal?.aborted) {
          next?.catch(() => undefined)
          signal.throwIfAborted()
        }
        const rendered = await (next as Promise<Rendered>)
        const following = requests[index + 1]
        next = following === undefined ? undefined : render(following)
        next?.catch(() => undefined)
        if (onRendered === undefined) made.push(rendered)
        else await onRendered(rendered, index)
        onProgress?.(index + 1, requests.length)
      }
      return made
    },
    assemble: (papers, options) => ask({ kind: 'assemble', papers: [...papers], options }),
    async close() {
      closed = true
      const lost = [...waiting.values()]
      waiting.clear()
      await stop()
      for (const asked of lost) asked.reject(new PapersWorkerEnded('The papers are closed'))
    },
  }
}
