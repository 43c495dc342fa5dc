import { parentPort, workerData } from 'node:worker_threads'
import { checkCopy } from '#db/backup/check.ts'
import { removeSettledAsides } from '#db/backup/aside.ts'
import { anchorsOfCopies } from '#db/backup/anchors.ts'
import { copyToMedium } from '#db/backup/copy.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { expectPlace, findMedium, mediumPaths, renameOnMedium } from '#db/backup/medium.ts'
import { onMedium } from '#db/backup/medium-error.ts'
import { Stopped } from '#db/backup/progress.ts'
import { copyRuleOf, pruneMedium, pruneSnapshots } from '#db/backup/prune.ts'
import { rekeyCopy } from '#db/backup/rekey.ts'
import { stageRestore } from '#db/backup/restore.ts'
import { expectOwnRoom } from '#db/backup/own-disk.ts'
import { databaseBytes, listSnapshots, makeSnapshot } from '#db/backup/snapshot.ts'
import { bringAgain } from '#db/backup/stored-files.ts'
import { UncachedRefused } from '#db/backup/uncached.ts'
import { openDatabase, type Database } from '#db/connection.ts'
import { DatabaseDamaged, DatabaseMissing, DiskFull, NotADatabase, WrongKey } from '#db/errors.ts'
import { KeyringMissing } from '#db/keyring/errors.ts'
import { keyringFaults } from '#db/keyring/keyring.ts'
import { keyIdOf } from '#db/keyring/slot.ts'
import { readKeyring } from '#db/keyring/store.ts'
import { trustedSlots } from '#db/keyring/verifier.ts'
import { verifyChain, verifyDatabase } from '#db/verify.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { JobKind, Jobs } from '#electron/api/kernel/jobs.ts'
import { diskFullName, type JobStart, type JobVoice } from './jobs.ts'

/**
 * Long work in a thread of its own, with its own connection. One job, then the thread ends and the
 * copy of the key is overwritten.
 */
const start = workerData as JobStart
const { place } = start
const key = Buffer.from(place.key)
place.key.fill(0)
const tell = (message: JobVoice) => parentPort?.postMessage(message)

const tellEveryMs = 100
const keptFreeBytes = 500_000_000
let told = { step: '', at: 0 }

/** Tells where the work stands, but not for every megabyte. Throws Stopped when it must end. */
function progress(step: string, done: number, total: number): void {
  if (Atomics.load(new Int32Array(start.stop), 0) !== 0) throw new Stopped()
  const now = performance.now()
  if (step === told.step && done < total && now - told.at < tellEveryMs) return
  told = { step, at: now }
  tell({ kind: 'progress', step: step as never, done, total })
}

type Work = {
  [K in JobKind]: (
    order: Jobs[K]['order'],
    database: () => Database,
  ) => Jobs[K]['report'] | Promise<Jobs[K]['report']>
}

const work: Work = {
  verify({ anchors, media, depth }, database) {
    const own = database()
    return verifyDatabase(own, {
      filesFolder: place.filesFolder,
      now: new Date(place.now),
      depth,
      anchors: () => [...anchors, ...anchorsOfCopies(own.orm, place.dataDir, media)],
      keys: () => keyringFaultsHere(own),
      onProgress: progress,
    })
  },

  snapshot({ occasion, madeBy, olderThanMs }, database) {
    const own = database()
    const newest = listSnapshots(place.dataDir).find((one) => one.problem === null)?.manifest
    const office = { now: place.now, keyId: keyIdOf(key) }
    if (occasion === 'login') settleAsides(own, office)
    // Of a copy from the future nobody knows how old it is.
    const age = newest ? Date.parse(place.now) - Date.parse(newest.createdAt) : Infinity
    if (age >= 0 && age < olderThanMs) return { made: null, pruned: [] }
    if (occasion === 'login') expectRoomToWork(own)
    const made = makeSnapshot({ ...copyOrder(own), occasion, madeBy })
    // The copy that is about to come back may be the oldest here.
    if (occasion === 'safety') return { made, pruned: [] }
    const rule = { ...office, ...copyRuleOf(own.orm) }
    return { made, pruned: pruneSnapshots(place.dataDir, rule) }
  },

  copy: ({ madeBy, ...order }, database) =>
    copyToMedium(
      { ...copyOrder(database()), ...order, madeBy, filesFolder: place.filesFolder },
      {
        tell: progress,
        written: (medium, copy) => {
          tell({ kind: 'note', note: { medium, copy } })
        },
      },
    ),

  check({ place: where, officeId, mediumId, name, wasAway }) {
    expectPlace(where, place.dataDir)
    const paths = mediumPaths(where, officeId)
    if (findMedium(where, officeId)?.id !== mediumId) throw new BackupFailed('mediumGone')
    const folder = join(paths.copies, name)
    if (!onMedium(paths.medium, () => existsSync(folder))) throw new BackupFailed('copyGone')
    const files = {
      local: place.filesFolder,
      onMedium: paths.files,
      aside: join(place.dataDir, 'aside', `${name}-files`),
      landmark: paths.medium,
    }
    try {
      checkCopy({
        folder,
        files: paths.files,
        landmark: paths.medium,
        key,
        wasAway,
        writeAgain: (file) => bringAgain(files, file),
        tell: progress,
      })
      return { read: true }
    } catch (error) {
      if (error instanceof UncachedRefused) return { read: false }
      throw error
    }
  },

  nameMedium({ place: where, officeId, mediumId, name }) {
    renameOnMedium(where, officeId, mediumId, name)
    return {}
  },

  chain({ media }, database) {
    const own = database()
    return verifyChain(own, anchorsOfCopies(own.orm, place.dataDir, media), (done, total) => {
      progress('audit', done, total)
    })
  },

  async workbook(order, database) {
    // Asked for only here: checking the database needs no workbook.
    const [{ tableOf }, { writeTable }, { handOver }] = await Promise.all([
      import('./tables.ts'),
      import('./table-file.ts'),
      import('./hand-over.ts'),
    ])
    const { table, total, format } = await tableOf(database(), order, place.now)
    progress('rows', 0, total)
    const pieces = handOver((base64) => {
      tell({ kind: 'note', note: { base64, rows: total } })
    })
    await writeTable(format, table, pieces, (done) => {
      progress('rows', done, total)
    })
    return { rows: total }
  },

  stageRestore: (order) => stageRestore({ ...order, key, now: place.now }, progress),

  rekey: (order) => rekeyCopy({ ...order, dataDir: place.dataDir, key, now: place.now }, progress),

  prune: ({ place: where, officeId, remembered, ...rule }) => ({
    pruned: pruneMedium(mediumPaths(where, officeId), remembered, rule),
  }),
}

/** Before the room is asked for: it is what may be short. */
function settleAsides({ orm }: Database, office: { now: string; keyId: string }): void {
  for (const gone of removeSettledAsides(orm, place.dataDir, office))
    tell({ kind: 'note', note: gone })
}

/** What the program does by itself never takes the room that the next save needs. */
/** One that does not read is told by the log-in, in its own words; here it is one more finding. */
function keyringFaultsHere({ orm }: Database): number {
  try {
    return keyringFaults(readKeyring(place.dataDir, { repair: false }).keyring, trustedSlots(orm))
  } catch (error) {
    if (error instanceof KeyringMissing) return 1
    throw error
  }
}

function expectRoomToWork(database: Database): void {
  expectOwnRoom(place.dataDir, databaseBytes(database) + keptFreeBytes)
}

function copyOrder(database: Database) {
  const { dataDir, version } = place
  return { dataDir, database, key, now: new Date(place.now), programVersion: version }
}

/** The office has it open with this very key: where that does not open it, its beginning is damaged. */
function openLive(): Database {
  try {
    return openDatabase(place.databaseFile, key, { readonly: true })
  } catch (error) {
    const gone = [WrongKey, NotADatabase, DatabaseMissing].some((kind) => error instanceof kind)
    throw gone ? new DatabaseDamaged('first page') : error
  }
}

async function run<K extends JobKind>(kind: K, order: Jobs[K]['order']): Promise<void> {
  const opened: Database[] = []
  const database = () => {
    const one = openLive()
    opened.push(one)
    return one
  }
  try {
    const report = await work[kind](order, database)
    tell({ kind: 'done', report })
  } catch (error) {
    const name = error instanceof Error ? error.constructor.name : 'unknown'
    if (error instanceof DatabaseDamaged) tell({ kind: 'failed', name, problem: 'databaseDamaged' })
    else if (error instanceof BackupFailed)
      tell({ kind: 'failed', name, problem: error.problem, params: error.params })
    else tell({ kind: 'failed', name: error instanceof DiskFull ? diskFullName : name })
  } finally {
    for (const one of opened) one.close()
    key.fill(0)
    parentPort?.close()
  }
}

void run(start.kind, start.order)
