import { PDFDocument } from '@cantoo/pdf-lib'
import { writeFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildContract } from './contracts/builder.ts'
import { buildRecoverySheet } from './keyring/builder.ts'
import { PaperFailed, PapersWorkerEnded } from './lane.ts'
import { ownPages } from './own-pages.ts'
import { createPapers } from './pool.ts'
import type { FromWorker, RenderRequest, ToWorker } from './protocol.ts'
import { buildPapersWorker } from './testing/build-worker.ts'
import { readPdf } from './testing/read-pdf.ts'
import { contract } from './testing/sample-facts.ts'

let workerUrl: URL
let folder: string
beforeAll(async () => {
  workerUrl = await buildPapersWorker()
  folder = mkdtempSync(path.join(tmpdir(), 'opora-papers-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const sheet = (group: string): RenderRequest => {
  const { data, documentDate } = buildRecoverySheet({
    municipality: 'Община',
    officeName: 'Център',
    demo: false,
    date: '2026-11-21',
    groups: [group],
  })
  return { layout: 'recovery', data, documentDate }
}

/** A worker that does what a test wants, spoken to by the real pool. */
function standIn(name: string, source: string): URL {
  const file = path.join(folder, `${name}.mjs`)
  writeFileSync(file, `import { parentPort } from 'node:worker_threads'\n${source}`)
  return pathToFileURL(file)
}

describe('the papers worker', () => {
  test('makes many in order, with progress, handing each over before the next counts', async () => {
    const papers = createPapers({ workerUrl })
    const events: string[] = []
    await papers.renderMany(
      ['A', 'B', 'C'].map((g) => sheet(`${g}${g}${g}`)),
      {
        onRendered: async ({ pdf }, index) => {
          const { text } = await readPdf(pdf)
          events.push(`${String(index)}:${/([ABC])\1\1/.exec(text)?.[0] ?? ''}`)
        },
        onProgress: (done, total) => events.push(`${String(done)}/${String(total)}`),
      },
    )
    await papers.close()
    expect(events).toEqual(['0:AAA', '1/3', '1:BBB', '2/3', '2:CCC', '3/3'])
  })

  test('a cancelled run ends with the reason; what was handed over stays handed over', async () => {
    const papers = createPapers({ workerUrl })
    const stop = new AbortController()
    let handed = 0
    const run = papers.renderMany(
      Array.from({ length: 20 }, (_, i) => sheet(String(i))),
      {
        signal: stop.signal,
        onRendered: () => {
          handed += 1
          if (handed === 2) stop.abort(new Error('stopped by hand'))
        },
      },
    )
    await expect(run).rejects.toThrow('stopped by hand')
    expect(handed).toBe(2)
    expect((await papers.render(sheet('afterwards'))).pages).toBe(1)
    await papers.close()
  })

  test('a broken layout names the layout and its line, and none of the data', async () => {
    const papers = createPapers({ workerUrl })
    const built = buildContract(contract)
    const broken = { ...built.data, text: { secret: 'Мария' } } as unknown as typeof built.data
    const failed = await papers
      .render({ layout: 'contract', data: broken, documentDate: '2026-11-21' })
      .catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(PaperFailed)
    const { failure } = failed as PaperFailed
    expect(failure).toMatchObject({ code: 'layoutFault', layout: 'contract' })
    expect(JSON.stringify(failure)).toMatch(/\.typ:\d+:\d+/)
    expect(JSON.stringify(failure)).not.toContain('Мария')
    expect((await papers.render(sheet('still alive'))).pages).toBe(1)
    await papers.close()
  })

  test('when the thread dies everything asked for is rejected, and the next order starts anew', async () => {
    const dying = standIn('dying', `parentPort.on('message', () => process.exit(3))`)
    const papers = createPapers({ workerUrl: dying })
    const asked = [papers.render(sheet('1')), papers.render(sheet('2'))]
    for (const one of asked) await expect(one).rejects.toBeInstanceOf(PapersWorkerEnded)
    await expect(papers.render(sheet('3'))).rejects.toBeInstanceOf(PapersWorkerEnded)
    await papers.close()
  })

  test('a worker that throws at its start rejects instead of ending the program', async () => {
    const papers = createPapers({ workerUrl: standIn('broken', `throw new Error('no wasm')`) })
    await expect(papers.render(sheet('1'))).rejects.toBeInstanceOf(PapersWorkerEnded)
    await papers.close()
  })

  test('an idle thread ends and a later order gets a new one', async () => {
    const counting = standIn(
      'counting',
      `let n = 0
       parentPort.on('message', ({ id }) =>
         parentPort.postMessage({ id, kind: 'done', rendered: { pdf: new Uint8Array(1), pages: ++n } }))`,
    )
    const papers = createPapers({ workerUrl: counting, idleMs: 150 })
    expect((await papers.render(sheet('1'))).pages).toBe(1)
    expect((await papers.render(sheet('2'))).pages).toBe(2)
    await new Promise((resolve) => setTimeout(resolve, 900))
    expect((await papers.render(sheet('3'))).pages).toBe(1)
    await papers.close()
  })

  test('a paper that nobody waits for any more is given up at once, whatever the thread does', async () => {
    const papers = createPapers({
      workerUrl: standIn('silent', `parentPort.on('message', () => {})`),
    })
    const leave = new AbortController()
    const asked = papers.render(sheet('1'), leave.signal)
    leave.abort(new Error('left the page'))
    await expect(asked).rejects.toThrow('left the page')
    await expect(papers.render(sheet('2'), leave.signal)).rejects.toThrow('left the page')
    await papers.close()
  })

  test('the thread does not make what was given up before it was begun', async () => {
    const worker = new Worker(workerUrl)
    const answered: number[] = []
    const done = new Promise((resolve) => {
      worker.on('message', ({ id }: FromWorker) => {
        answered.push(id)
        if (id === 3) resolve(undefined)
      })
    })
    const orders: ToWorker[] = [
      { id: 1, kind: 'render', request: sheet('1') },
      { id: 2, kind: 'render', request: sheet('2') },
      { id: 2, kind: 'forget' },
      { id: 3, kind: 'render', request: sheet('3') },
    ]
    for (const order of orders) worker.postMessage(order)
    await done
    await worker.terminate()
    expect(answered).toEqual([1, 3])
  })

  test('warmed up, the first paper finds the thread that is there; twice warms once', async () => {
    const counting = standIn(
      'warmed',
      `let n = 0
       parentPort.on('message', ({ id }) =>
         parentPort.postMessage({ id, kind: 'done', rendered: { pdf: new Uint8Array(1), pages: ++n } }))`,
    )
    const papers = createPapers({ workerUrl: counting })
    await Promise.all([papers.warm(), papers.warm()])
    expect((await papers.render(sheet('1'))).pages).toBe(2)
    await papers.close()
  })

  test('warming up sets a real sheet, and a worker that cannot start is said where a paper is asked for', async () => {
    const papers = createPapers({ workerUrl })
    await papers.warm()
    expect((await papers.render(sheet('1'))).pages).toBe(1)
    await papers.close()
    const broken = createPapers({ workerUrl: standIn('cold', `throw new Error('no wasm')`) })
    await broken.warm()
    await expect(broken.render(sheet('1'))).rejects.toBeInstanceOf(PapersWorkerEnded)
    await broken.close()
  })

  test('many go to more than one thread, come in order, and worn threads are followed by new ones', async () => {
    const echo = standIn(
      'echo',
      `import { threadId } from 'node:worker_threads'
       let n = 0
       parentPort.on('message', ({ id, request }) =>
         setTimeout(() => parentPort.postMessage({ id, kind: 'done', rendered: {
           pdf: new TextEncoder().encode(threadId + ' ' + request.data.groups[0]), pages: ++n } }),
           id % 2 === 0 ? 1 : 8))`,
    )
    const papers = createPapers({ workerUrl: echo, lifetime: 5 })
    const groups = Array.from({ length: 40 }, (_, i) => `G${String(i)}`)
    const made = await papers.renderMany(groups.map(sheet))
    const said = made.map(({ pdf }) => new TextDecoder().decode(pdf).split(' '))
    expect(said.map(([, group]) => group)).toEqual(groups)
    expect(new Set(said.map(([thread]) => thread)).size).toBeGreaterThanOrEqual(40 / 5)
    expect(Math.max(...made.map(({ pages }) => pages))).toBe(5)
    await papers.close()
  })

  test('closing rejects what is under way and refuses what comes', async () => {
    const silent = standIn('silent', `parentPort.on('message', () => {})`)
    const papers = createPapers({ workerUrl: silent })
    const waiting = papers.render(sheet('1'))
    const rejected = expect(waiting).rejects.toBeInstanceOf(PapersWorkerEnded)
    await papers.close()
    await rejected
    await expect(papers.render(sheet('2'))).rejects.toBeInstanceOf(PapersWorkerEnded)
  })
})

describe('a pile', () => {
  test('keeps every paper whole and in order, repeats copies, gives each its own sheet', async () => {
    const papers = createPapers({ workerUrl })
    const made = await papers.renderMany(['COVER', 'FIRST', 'SECOND'].map(sheet))
    const pdfs = made.map((m) => m.pdf)
    const plain = await readPdf((await papers.assemble(pdfs, { title: 'Купчина' })).pdf)
    expect(plain.pages.map((p) => /група 1 (\w+)/.exec(p)?.[1])).toEqual([
      'COVER',
      'FIRST',
      'SECOND',
    ])
    expect(plain.title).toBe('Купчина')
    expect(plain.fonts.every((font) => font.embedded)).toBe(true)

    const options = { title: 'Купчина', copies: 2, duplex: true, cover: true }
    const pile = await papers.assemble(pdfs, options)
    const { pages } = await readPdf(pile.pdf)
    expect(pages.map((p) => /група 1 (\w+)/.exec(p)?.[1] ?? '')).toEqual([
      'COVER',
      '',
      'FIRST',
      '',
      'FIRST',
      '',
      'SECOND',
      '',
      'SECOND',
      '',
    ])
    expect(pile.pages).toBe(10)
    expect((await papers.assemble(pdfs, options)).pdf).toEqual(pile.pdf)
    await papers.close()
  })

  test('a paper is read through its own table; one of another making by the thorough reader, alike', async () => {
    const papers = createPapers({ workerUrl })
    const { pdf } = await papers.render(sheet('SAME'))
    expect(ownPages(pdf)?.pages).toHaveLength(1)
    const document = await PDFDocument.load(pdf)
    const packed = await document.save({ useObjectStreams: true })
    expect(ownPages(packed)).toBeUndefined()
    const text = async (one: Uint8Array) =>
      (await readPdf((await papers.assemble([one], { title: 'x' })).pdf)).pages
    expect(await text(packed)).toEqual(await text(pdf))
    await papers.close()
  })

  test('a file that is no PDF is named by its place', async () => {
    const papers = createPapers({ workerUrl })
    const { pdf } = await papers.render(sheet('1'))
    const failed = await papers
      .assemble([pdf, new Uint8Array([1, 2, 3])], { title: 'Купчина' })
      .catch((error: unknown) => error)
    expect((failed as PaperFailed).failure).toEqual({ code: 'unreadablePaper', index: 1 })
    await papers.close()
  })
})
