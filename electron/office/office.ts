import path from 'node:path'
import { openDatabase } from '#db/connection.ts'
import type { HashOptions } from '#db/keyring/password-hash.ts'
import { FailedAttempts } from '#db/keyring/failed-attempts.ts'
import { keyringExists } from '#db/keyring/store.ts'
import { lockFolder } from '#db/lock.ts'
import { migrate } from '#db/migrate.ts'
import { settingValue } from '#electron/api/kernel/settings.ts'
import { createPapers } from '#papers/pool.ts'
import { logFault } from './fault-log.ts'
import type { OfficeDoor } from './interface.ts'
import { runJob } from './jobs.ts'
import { createReadingNotes } from './reading-notes.ts'
import { createSessions } from './sessions.ts'
import { createVault } from './vault.ts'

export interface OfficeOptions {
  dataDir: string
  /** Entries of the worker that compiles papers and of the one that reads long. */
  workers: { papers: URL; jobs: URL }
  version: string
  /** Milliseconds since 1970; tests and demo data move it. */
  clock?: () => number
  /** TESTS ONLY: cheaper password hashing. */
  hashing?: HashOptions
}

export interface Office extends OfficeDoor {
  /** Tells the command line of this computer where to speak to this office. */
  setEndpoint(endpoint: string | null): void
  /** Locks everybody, finishes what runs, checkpoints, gives the folder free. Safe to call twice. */
  close(): Promise<void>
}

export const databaseFile = 'office.opora'
const BEAT_MS = 5_000

/** Takes the data folder and starts the office in it. Throws FolderRefused, FolderTaken. */
export function startOffice(options: OfficeOptions): Promise<Office> {
  return Promise.resolve().then(() => start(options))
}

function start(options: OfficeOptions): Office {
  const { dataDir } = options
  const clock = options.clock ?? Date.now
  const lock = lockFolder(dataDir, new Date(clock()))
  const papers = createPapers({ workerUrl: options.workers.papers, idleMs: 30_000 })
  const now = () => new Date(clock()).toISOString()

  const readings = createReadingNotes(() => vault.database(), now)
  const vault = createVault({
    openWith(key) {
      const database = openDatabase(path.join(dataDir, databaseFile), key, {
        create: !keyringExists(dataDir),
      })
      try {
        migrate(database, { key, now: new Date(clock()) })
      } catch (error) {
        database.close()
        throw error
      }
      return database
    },
    beforeClose() {
      readings.flush()
    },
  })
  const closeWhenQuiet = () => {
    vault.closeWhenQuiet(sessions.anyUnlocked())
  }
  const sessions = createSessions({
    clock,
    idleMs: () =>
      vault.isOpen
        ? 60_000 * settingValue(vault.database().orm, 'idleLockMinutes', civilDateInSofia(clock()))
        : 60_000,
    onIdle(session) {
      if (!vault.isOpen) return
      readings.note({
        at: now(),
        actor: session.accountId,
        action: 'session.lockedIdle',
        subjectKind: 'account',
        subjectId: session.accountId,
        payload: {},
      })
    },
    onQuiet: closeWhenQuiet,
  })
  const beat = setInterval(() => {
    sessions.sweep()
  }, BEAT_MS)
  beat.unref()

  const jobPlace = () => ({
    databaseFile: path.join(dataDir, databaseFile),
    key: Uint8Array.from(vault.key()),
    now: now(),
  })
  let turn: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | undefined
  return {
    dataDir,
    version: options.version,
    hashing: options.hashing ?? {},
    attempts: new FailedAttempts(dataDir, { now: clock, monotonic: () => performance.now() }),
    now,
    today: () => civilDateInSofia(clock()),
    vault,
    sessions,
    papers,
    filesDir: path.join(dataDir, 'files'),
    noteReading: (line) => {
      readings.note(line)
    },
    issueInTurn(work) {
      // Whoever began it may lock the screen or close the window meanwhile: the key stays for it.
      const release = vault.hold()
      const mine = turn.then(work, work).finally(() => {
        release()
        closeWhenQuiet()
      })
      turn = mine.catch(() => undefined)
      return mine
    },
    writeReadingNotes: () => {
      readings.flush()
    },
    verify: () =>
      runJob(options.workers.jobs, {
        kind: 'verify',
        filesFolder: path.join(dataDir, 'files'),
        ...jobPlace(),
      }),
    verifyChain: () => runJob(options.workers.jobs, { kind: 'chain', ...jobPlace() }),
    exportJournal: (order) =>
      runJob(options.workers.jobs, { kind: 'journal', ...order, ...jobPlace() }),
    recoverySheets: new Map(),
    logFault: (reference, error) => {
      logFault(dataDir, now(), reference, error)
    },
    isNew: () => !keyringExists(dataDir),
    setEndpoint: (endpoint) => {
      lock.setEndpoint(endpoint)
    },
    close() {
      closing ??= (async () => {
        clearInterval(beat)
        await turn.catch(() => undefined)
        await papers.close()
        vault.close()
        lock.release()
      })()
      return closing
    },
  }
}

const sofiaDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' })

/** The office's civil date, wherever the computer's clock says it stands. */
function civilDateInSofia(at: number): string {
  return sofiaDate.format(at)
}
