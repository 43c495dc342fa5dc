import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runJob } from './jobs.ts'
import { buildJobsWorker } from './testing/build-jobs-worker.ts'

test('ends when it is told to, and makes no file where there was none', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-flush-'))
  const file = path.join(folder, 'office.opora')
  const end = new AbortController()
  const place = {
    ...{ dataDir: folder, databaseFile: file, filesFolder: folder },
    ...{ key: new Uint8Array(), now: '2026-11-27T10:00:00.000Z', version: 'test' },
  }
  const work = runJob(await buildJobsWorker(), 'flushAlong', place, { file }, end.signal)
  const answer = work.next()
  setTimeout(() => {
    end.abort()
  }, 50)
  expect((await answer).value).toEqual({ kind: 'done', report: {} })
  await work.return(undefined)
  expect(existsSync(file)).toBe(false)
  rmSync(folder, { recursive: true })
})
