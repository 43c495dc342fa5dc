import { setImmediate } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { assemble, UnreadablePaper } from './assemble.ts'
import { createPaperCompiler, LayoutFault, type PaperCompiler } from './compiler.ts'
import { pageCount } from './page-count.ts'
import type { FromWorker, PaperFailure, Rendered, ToWorker } from './protocol.ts'

const port = parentPort
if (port === null) throw new Error('papers/worker.ts runs as a worker thread')

let compiler: Promise<PaperCompiler> | undefined

type Asked = Exclude<ToWorker, { kind: 'forget' }>

async function work(message: Asked): Promise<Rendered> {
  if (message.kind === 'assemble') return assemble(message.papers, message.options)
  compiler ??= createPaperCompiler()
  const { layout, data, documentDate } = message.request
  const pdf = await (await compiler).compile(layout, data, { documentDate })
  return { pdf, pages: pageCount(pdf) }
}

function failure(error: unknown): PaperFailure {
  if (error instanceof LayoutFault)
    return { code: 'layoutFault', layout: error.layout, at: error.at }
  if (error instanceof UnreadablePaper) return { code: 'unreadablePaper', index: error.index }
  // Only the kind of error: its text could repeat data.
  return { code: 'internal', at: error instanceof Error ? error.name : typeof error }
}

function answer(message: FromWorker): void {
  if (message.kind === 'failed') {
    port?.postMessage(message)
    return
  }
  const own = message.rendered.pdf
  const pdf = own.byteLength === own.buffer.byteLength ? own : own.slice()
  port?.postMessage({ ...message, rendered: { ...message.rendered, pdf } }, [
    pdf.buffer as ArrayBuffer,
  ])
}

// One at a time: the compiler is one, and papers come out in the order they were asked for.
let last: Promise<void> = Promise.resolve()
const forgotten = new Set<number>()
port.on('message', (message: ToWorker) => {
  if (message.kind === 'forget') {
    forgotten.add(message.id)
    return
  }
  last = last.then(async () => {
    // Making a paper blocks the thread: what was said meanwhile is heard before the next begins.
    await setImmediate()
    if (forgotten.delete(message.id)) return
    try {
      answer({ id: message.id, kind: 'done', rendered: await work(message) })
    } catch (error) {
      answer({ id: message.id, kind: 'failed', failure: failure(error) })
    }
  })
})
