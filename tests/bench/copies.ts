import { randomBytes } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readUncached } from '#db/backup/uncached.ts'
import { appendAudit } from '#db/audit/append.ts'
import { recordFile, storeFile } from '#db/files/store.ts'
import { openTestOffice, testNow, type TestOffice } from '#db/testing/database.ts'
import type { JobKind, JobMessage, Jobs } from '#electron/api/kernel/jobs.ts'
import { runJob } from '#electron/office/jobs.ts'
import { builtWorkers } from '#electron/office/built-workers.ts'
import { median, type Figure } from './statistics.ts'

const megabyte = 1024 * 1024
const paperBytes = 90_000
/** One longest save is a matter of luck: a disk pauses by itself now and then. */
const snapshots = 7

/**
 * An encrypted, verified copy against a plain one of the same bytes: every file copied and flushed,
 * then read back past the cache. And what a save waits for while a snapshot is made.
 */
export async function copyFigures(megabytes: number): Promise<Figure[]> {
  const office = openTestOffice()
  const worker = builtWorkers(path.resolve('dist/main')).jobs
  const place = mkdtempSync(path.join(os.tmpdir(), 'opora-bench-stick-'))
  try {
    fillOffice(office, megabytes)
    // Both read the same warm files and write to the same empty place; the dearer one first.
    const copied = await spentOn(() =>
      whole(
        run(worker, office, 'copy', { place, names: { known: {}, forNew: 'B' }, madeBy: null }),
      ),
    )
    const written = path.join(place, 'Opora')
    const plainPlace = path.join(place, 'plain')
    const plain = await spentOn(() => {
      plainCopy(written, plainPlace)
    })
    const saves: Saves[] = []
    for (let n = 0; n < snapshots; n++) saves.push(await savesDuringSnapshot(office, worker))
    return [
      {
        name: `verified copy of an office of ${String(megabytes)} MB`,
        value: copied,
        unit: 'ms',
        floor: { name: 'plain copy + fsync + the same read-back', value: plain },
        target: 3,
        kind: 'ratio',
      },
      {
        name: `longest save while a snapshot is made, median of ${String(snapshots)}`,
        value: median(saves.map(({ during }) => Math.max(...during))),
        unit: 'ms',
        floor: {
          name: 'longest of as many ordinary saves, likewise',
          value: median(saves.map(({ ordinary }) => Math.max(...ordinary))),
        },
        target: 2,
        kind: 'ratio',
      },
      {
        name: 'median save while a snapshot is made',
        value: median(saves.flatMap(({ during }) => during)),
        unit: 'ms',
        floor: {
          name: 'median of ordinary saves',
          value: median(saves.flatMap(({ ordinary }) => ordinary)),
        },
        target: 2,
        kind: 'ratio',
      },
    ]
  } finally {
    office.dispose()
    rmSync(place, { recursive: true, force: true })
  }
}

/** A quarter rows, three quarters papers, as an office has them. */
function fillOffice(office: TestOffice, megabytes: number): void {
  const { raw, orm } = office.db
  raw.exec('create table filler (id integer primary key, body blob) strict')
  const insert = raw.prepare('insert into filler (body) values (?)')
  const rows = Math.round((megabytes * megabyte) / 4 / 4000)
  for (let done = 0; done < rows; done += 5000) {
    raw.exec('begin')
    for (let n = done; n < Math.min(rows, done + 5000); n++) insert.run(randomBytes(3900))
    raw.exec('commit')
  }
  const papers = Math.round((megabytes * megabyte * 3) / 4 / paperBytes)
  const about = { mediaType: 'application/pdf', now: testNow, actor: null }
  const stored = Array.from({ length: papers }, () =>
    storeFile(orm, office.filesFolder, randomBytes(paperBytes)),
  )
  office.db.transaction((tx) => {
    for (const one of stored) recordFile(tx, one, about)
  })
  raw.pragma('wal_checkpoint(truncate)')
}

function run<K extends JobKind>(
  worker: URL,
  office: TestOffice,
  kind: K,
  order: Jobs[K]['order'],
): AsyncGenerator<JobMessage<K>> {
  const place = {
    dataDir: office.folder,
    databaseFile: office.db.file,
    filesFolder: office.filesFolder,
    key: Uint8Array.from(office.key),
    now: testNow,
    version: 'bench',
  }
  return runJob(worker, kind, place, order)
}

async function whole<K extends JobKind>(job: AsyncGenerator<JobMessage<K>>): Promise<void> {
  for await (const message of job)
    if (message.kind === 'done' && 'state' in message.report && message.report.state !== 'verified')
      throw new Error('the copy was not verified: this file system cannot be measured')
}

async function spentOn(work: () => void | Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function plainCopy(from: string, to: string): void {
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(from, name)).isFile(),
  )
  for (const name of files) {
    const target = path.join(to, name)
    mkdirSync(path.dirname(target), { recursive: true })
    copyFileSync(path.join(from, name), target)
    const fd = openSync(target, 'r+')
    fsyncSync(fd)
    closeSync(fd)
  }
  for (const name of files) readUncached(path.join(to, name), () => undefined)
}

interface Saves {
  during: number[]
  ordinary: number[]
}

/** As many ordinary saves as during the snapshot, right after it. */
async function savesDuringSnapshot(office: TestOffice, worker: URL): Promise<Saves> {
  const save = () => {
    const begun = performance.now()
    office.db.transaction((tx) => {
      appendAudit(tx, {
        ...{ at: testNow, actor: null, action: 'bench', payload: { text: 'x'.repeat(400) } },
        ...{ subjectKind: 'bench', subjectId: 'bench' },
      })
    })
    return performance.now() - begun
  }
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5))
  for (let n = 0; n < 20; n++) save()
  const during: number[] = []
  const state = { running: true }
  const snapshot = whole(
    run(worker, office, 'snapshot', { occasion: 'login', madeBy: null, olderThanMs: 0 }),
  ).finally(() => {
    state.running = false
  })
  while (state.running) {
    during.push(save())
    await pause()
  }
  await snapshot
  const ordinary: number[] = []
  while (ordinary.length < during.length) {
    ordinary.push(save())
    await pause()
  }
  return { during, ordinary }
}
