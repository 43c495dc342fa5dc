import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvedCase } from '../testing/cases.ts'
import { openOfficeIn, testWorkers, type RunningOffice } from '../testing/office.ts'

let folder: string
let running: RunningOffice
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'opora-given-up-'))
  const silent = path.join(folder, 'silent.mjs')
  writeFileSync(
    silent,
    `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => {})`,
  )
  running = await openOfficeIn(mkdtempSync(path.join(folder, 'office-')), {
    workers: { jobs: (await testWorkers()).jobs, papers: pathToFileURL(silent) },
  })
})
afterAll(async () => {
  await running.dispose()
  rmSync(folder, { recursive: true, force: true })
})

test('who leaves the page of a draft paper is waited for by nobody, and nothing is noted as a fault', async () => {
  const worker = await running.as('socialWorker')
  const one = approvedCase(running.office)
  const { personId } = one
  const { input } = await worker.contracts.proposal({ personId })
  if (!input) throw new Error('nothing is proposed')
  const drafts = {
    assessment: (signal: AbortSignal) =>
      worker.assessments.draftPdf({ id: one.assessmentId }, { signal }),
    plan: (signal: AbortSignal) => worker.plans.draftPdf({ id: one.planId }, { signal }),
    contract: (signal: AbortSignal) =>
      worker.contracts.preview({ contractId: null, personId, input }, { signal }),
  }
  for (const [name, ask] of Object.entries(drafts)) {
    const leave = new AbortController()
    const asked = ask(leave.signal)
    setTimeout(() => {
      leave.abort()
    }, 50)
    await expect(asked, name).rejects.toMatchObject({ name: 'AbortError' })
  }
})
