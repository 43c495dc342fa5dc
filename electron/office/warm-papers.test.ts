import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOfficeIn, testWorkers } from '../api/testing/office.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'opora-warm-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('once the office is unlocked the compiler of papers is started, before anybody asks for one', async () => {
  const started = path.join(folder, 'started')
  const worker = path.join(folder, 'worker.mjs')
  writeFileSync(
    worker,
    `import { writeFileSync } from 'node:fs'
     import { parentPort } from 'node:worker_threads'
     parentPort.on('message', ({ id }) => {
       writeFileSync(${JSON.stringify(started)}, '')
       parentPort.postMessage({ id, kind: 'done', rendered: { pdf: new Uint8Array(1), pages: 1 } })
     })`,
  )
  const { jobs } = await testWorkers()
  const running = await openOfficeIn(mkdtempSync(path.join(folder, 'office-')), {
    warmAfterMs: 10,
    workers: { jobs, papers: pathToFileURL(worker) },
  })
  expect(existsSync(started)).toBe(false)
  await running.as('head')
  await expect.poll(() => existsSync(started), { timeout: 60_000 }).toBe(true)
  await running.dispose()
})
