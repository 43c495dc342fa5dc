import { test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { buildPapersWorker } from '/work/main/papers/testing/build-worker.ts'
import { createPapers } from '/work/main/papers/pool.ts'
import * as s from '/work/main/papers/testing/sample-facts.ts'
import { buildContract } from '/work/main/papers/builders/contract.ts'
test('bench', async () => {
  const p = createPapers({ workerUrl: await buildPapersWorker() })
  const req = (i: number) => { const b = buildContract({ ...s.contract, number: String(i), person: { ...s.person, fullName: `Мария Иванова Георгиева ${i}` } }); return { layout: 'contract' as const, data: b.data, documentDate: b.documentDate } }
  let t = performance.now(); await p.render(req(0)); console.log('first', performance.now() - t)
  t = performance.now(); const out = await p.renderMany(Array.from({ length: 60 }, (_, i) => req(i + 1))); console.log('60 contracts', performance.now() - t, out[0]!.pages)
  const pdfs = Array.from({ length: 300 }, (_, i) => out[i % 60]!.pdf)
  t = performance.now(); const pile = await p.assemble(pdfs, { title: 'x' }); console.log('pile 300', performance.now() - t, pile.pages, pile.pdf.length)
  writeFileSync('/tmp/papers/pile300.pdf', pile.pdf)
  await p.close()
}, 200000)
