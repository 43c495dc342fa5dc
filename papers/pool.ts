import { availableParallelism } from 'node:os'
import { createLane, PapersWorkerEnded, type Lane, type Order } from './lane.ts'
import type { AssembleOptions, Rendered, RenderRequest } from './protocol.ts'

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
  /** One paper. Throws PaperFailed, PapersWorkerEnded, and the signal's reason when cancelled. */
  render(request: RenderRequest, signal?: AbortSignal): Promise<Rendered>
  /** Makes a small sheet that nobody sees, unless a worker runs: the first paper then is no slow one. */
  warm(): Promise<void>
  /** Papers in their order; throws the signal's reason when cancelled: those handed over stay valid. */
  renderMany(requests: readonly RenderRequest[], options?: RenderManyOptions): Promise<Rendered[]>
  /** Frozen papers as one PDF for the printer. */
  assemble(papers: readonly Uint8Array[], options: AssembleOptions): Promise<Rendered>
  /** Ends the workers; what is still asked for is rejected with PapersWorkerEnded. */
  close(): Promise<void>
}

export interface PapersOptions {
  /** The bundled `papers/worker.ts`. */
  workerUrl: URL
  /** A worker, with its 100 MB of compiler, ends after so long without work. Default 60 s. */
  idleMs?: number
  /** How many orders one worker takes before a fresh one follows it. Default: what its reserve holds. */
  lifetime?: number
}

/** The least of all papers: it starts the compiler, reads the fonts and sets a page. */
async function smallestSheet(): Promise<RenderRequest> {
  const { buildRecoverySheet } = await import('./keyring/builder.ts')
  const { data, documentDate } = buildRecoverySheet({
    municipality: '',
    officeName: '',
    demo: false,
    date: '2026-01-01',
    groups: ['0'],
  })
  return { layout: 'recovery', data, documentDate }
}

/** A second worker pays for its start from about so many papers on. */
const many = 12
/**
 * Enough that a worker never waits for the next order, also while a paper is flushed to a slow disk;
 * few enough that a cancelled run stops soon.
 */
const aheadPerWorker = 6

/** Makes papers in a worker thread, started when first needed; many at once in two. */
export function createPapers({
  workerUrl,
  idleMs = 60_000,
  lifetime = 160,
}: PapersOptions): Papers {
  const options = { workerUrl, idleMs, lifetime }
  let closed = false
  let lanes: Lane[] = []

  /** The lane with the least to do; a worn one finishes what it has beside its follower. */
  function laneOf(width: number): Lane {
    lanes = lanes.filter((lane) => lane.open() || lane.waiting() > 0)
    const open = lanes.filter((lane) => lane.open())
    const [free] = open.sort((a, b) => a.waiting() - b.waiting())
    if (free !== undefined && (open.length >= width || free.waiting() === 0)) return free
    const lane = createLane(options)
    lanes.push(lane)
    return lane
  }

  function ask(order: Order, width = 1, signal?: AbortSignal): Promise<Rendered> {
    if (closed) return Promise.reject(new PapersWorkerEnded('The papers are closed'))
    return laneOf(width).ask(order, signal)
  }

  const render = (request: RenderRequest, signal?: AbortSignal): Promise<Rendered> =>
    ask({ kind: 'render', request }, 1, signal)

  return {
    render,
    async warm() {
      const sheet = await smallestSheet()
      if (closed || lanes.some((lane) => lane.open())) return
      // What fails now fails again where somebody waits for it, and is said there.
      await render(sheet).catch(() => undefined)
    },
    async renderMany(requests, { signal, onProgress, onRendered } = {}) {
      const width = requests.length < many ? 1 : Math.min(2, availableParallelism())
      const made: Rendered[] = []
      // Let go of one by one: a paper is not held longer than it takes to hand it over.
      const ahead: Promise<Rendered>[] = []
      let asked = 0
      try {
        for (let index = 0; index < requests.length; index++) {
          signal?.throwIfAborted()
          // The next papers are made while this one is being kept.
          const until = index + 1 + aheadPerWorker * width
          for (const request of requests.slice(asked, until)) {
            const next = ask({ kind: 'render', request }, width)
            next.catch(() => undefined)
            ahead.push(next)
            asked += 1
          }
          const rendered = await (ahead.shift() as Promise<Rendered>)
          if (onRendered === undefined) made.push(rendered)
          else await onRendered(rendered, index)
          onProgress?.(index + 1, requests.length)
        }
      } finally {
        for (const lane of lanes.slice(1)) lane.endWhenDone()
      }
      return made
    },
    assemble: (papers, options) => ask({ kind: 'assemble', papers: [...papers], options }),
    async close() {
      closed = true
      await Promise.all(lanes.map((lane) => lane.close()))
    },
  }
}
