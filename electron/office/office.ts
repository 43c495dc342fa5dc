import path from 'node:path'
import { reasonOf, reasonWithoutKey } from '#db/backup/rescue.ts'
import { databaseName, finishSwap, isSwapping, settleFolder } from '#db/backup/swap.ts'
import { openDatabase } from '#db/connection.ts'
import type { HashOptions } from '#db/keyring/password-hash.ts'
import { makeSnapshot } from '#db/backup/snapshot.ts'
import { FailedAttempts } from '#db/keyring/failed-attempts.ts'
import { keyringExists } from '#db/keyring/store.ts'
import { lockFolder } from '#db/lock.ts'
import { migrate } from '#db/migrate.ts'
import { settingValue } from '#electron/api/kernel/settings.ts'
import { createPapers } from '#papers/pool.ts'
import type { RescueReason } from '#domain/backup/office-state.ts'
import { createClosing } from './alone.ts'
import { logFault } from './fault-log.ts'
import { createCopies } from './copies.ts'
import { OfficeNotOpening, type OfficeDoor, type Vault } from '#electron/api/kernel/office-door.ts'
import { runJob, type JobPlace } from './jobs.ts'
import { createMonthlyTrial } from './monthly-trial.ts'
import { createReadingNotes } from './reading-notes.ts'
import { createSelfCheck } from './self-check.ts'
import { createSessions } from './sessions.ts'
import { takeTurns } from './turns.ts'
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
  /** TESTS ONLY: how long a restore or a change of key waits for a job that runs. */
  patienceMs?: number
  /** TESTS ONLY: neither snapshots nor checks by itself. */
  nothingByItself?: boolean
  /** TESTS ONLY: how long after a log-in the snapshot begins. */
  afterLogInMs?: number
  /** TESTS ONLY: how long after the database was opened the checks begin. */
  checkAfterMs?: number
}

export interface Office extends OfficeDoor {
  /** Tells the command line of this computer where to speak to this office. */
  setEndpoint(endpoint: string | null): void
  /** What the office does by itself every few seconds: idle locks, media that came back. */
  beat(): Promise<void>
  /** Locks everybody, finishes what runs, checkpoints, gives the folder free. Safe to call twice. */
  close(): Promise<void>
}

const BEAT_MS = 5_000
/** How long a restore or a change of key waits for a job that runs. */
const PATIENCE_MS = 30_000

/** Takes the data folder and starts the office in it. Throws FolderRefused, FolderTaken. */
export function startOffice(options: OfficeOptions): Promise<Office> {
  return Promise.resolve().then(() => start(options))
}

function start(options: OfficeOptions): Office {
  const { dataDir } = options
  const clock = options.clock ?? Date.now
  const lock = lockFolder(dataDir, new Date(clock()))
  try {
    // Before anything of the folder is opened: a restore that was cut is finished or forgotten.
    settleFolder(dataDir)
  } catch (error) {
    lock.release()
    throw error
  }
  const papers = createPapers({ workerUrl: options.workers.papers, idleMs: 30_000 })
  const now = () => new Date(clock()).toISOString()

  const readings = createReadingNotes(() => vault.database(), now)
  /** What opening the database said last: the page asks for it without a key. */
  let notOpening: RescueReason | null = null
  const openAndMigrate = (key: Buffer) => {
    const database = openDatabase(path.join(dataDir, databaseName), key, {
      create: !keyringExists(dataDir),
    })
    try {
      migrate(database, {
        now: new Date(clock()),
        snapshot: () =>
          makeSnapshot({
            dataDir,
            database,
            key,
            now: new Date(clock()),
            occasion: 'migration',
            madeBy: null,
            programVersion: options.version,
          }).name,
      })
    } catch (error) {
      database.close()
      throw error
    }
    return database
  }
  const vault = createVault({
    openWith(key) {
      // A disk that refused in the middle of a swap may let it end now.
      finishSwap(dataDir)
      try {
        const database = openAndMigrate(key)
        notOpening = null
        return database
      } catch (error) {
        notOpening = reasonOf(error)
        throw notOpening ? new OfficeNotOpening(notOpening) : error
      }
    },
    beforeClose() {
      readings.flush()
    },
  })
  const closeWhenQuiet = () => {
    const anyUnlocked = sessions.anyUnlocked()
    // It holds the database open, but is no reason to keep it open when nobody is there.
    if (!anyUnlocked) void checks.stop()
    vault.closeWhenQuiet(anyUnlocked)
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
    onEnd(session, how) {
      // The database that came back says itself that it was brought back, and knows no such session.
      if (how === 'restore') return
      readings.note({
        at: now(),
        actor: session.accountId,
        subjectKind: 'account',
        subjectId: session.accountId,
        ...(how === 'logOut'
          ? { action: 'session.ended', payload: {} }
          : { action: 'session.closed', payload: { how } }),
      })
    },
    onQuiet: closeWhenQuiet,
  })
  const beat = async () => {
    sessions.sweep()
    await copies.beat()
    await trials.beat().catch((error: unknown) => {
      logFault(dataDir, now(), 'trial', error)
    })
    await checks.beat()
  }
  const clockwork = setInterval(() => void beat(), BEAT_MS)
  clockwork.unref()

  /** A swap that stopped in the middle may just have taken the keyring out. */
  const isNew = () => !keyringExists(dataDir) && !isSwapping(dataDir)
  /** A disk that refused in the middle of a swap may let it end now. */
  const endSwap = () => {
    if (vault.isOpen || alone.reason !== null || !isSwapping(dataDir)) return
    try {
      settleFolder(dataDir)
      sessions.endAll('restore')
      checks.forget()
      notOpening = null
    } catch (error) {
      logFault(dataDir, now(), 'swap', error)
    }
  }
  const placeWith = (key: Buffer): JobPlace => ({
    dataDir,
    databaseFile: path.join(dataDir, databaseName),
    filesFolder: path.join(dataDir, 'files'),
    key: Uint8Array.from(key),
    now: now(),
    version: options.version,
  })
  const jobPlace = () => placeWith(vault.key())
  const copies = createCopies({
    dataDir,
    jobsWorker: options.workers.jobs,
    vault,
    place: jobPlace,
    now,
    isNew,
    expectOpen: () => {
      alone.expectOpen()
    },
    logFault: (reference, error) => {
      logFault(dataDir, now(), reference, error)
    },
    noSnapshots: options.nothingByItself ?? false,
    giveWay: () => checks.stop(),
    checked: () => checks.ended(),
    afterLogInMs: options.afterLogInMs,
  })

  const inJobTurn = takeTurns()
  /** For who waits at the screen: what the office does by itself gives way. */
  const inPersonsTurn = <T>(begin: () => AsyncGenerator<T>): AsyncGenerator<T> => {
    void checks.stop()
    return inJobTurn(begin)
  }
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => undefined)
    return mine
  }
  const issueInTurn = <T>(work: () => Promise<T>): Promise<T> => {
    // Whoever began it may lock the screen or close the window meanwhile: the key stays for it. What
    // waits behind a restore does not hold what the restore has to close.
    const release = alone.reason === null ? vault.hold() : () => undefined
    return inTurn(work).finally(() => {
      release()
      closeWhenQuiet()
    })
  }
  const alone = createClosing({
    alone: {
      closeVault() {
        vault.close()
      },
      endSessions() {
        sessions.endAll('restore')
        // What stands there now was not opened yet.
        notOpening = null
        checks.forget()
      },
      stayWith(key) {
        try {
          vault.open(key)
        } catch {
          // Shown as locked: who unlocks tries it again, and is told why it does not open.
        }
      },
    },
    isHeld: () => vault.isHeld,
    hold: () => vault.hold(),
    inTurn,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    onEnd: closeWhenQuiet,
  })
  // A log-in whose password is right must not open the database under a restore.
  const door: Vault = {
    get isOpen() {
      return vault.isOpen
    },
    database: () => vault.database(),
    key: () => vault.key(),
    hold: () => vault.hold(),
    open(key) {
      alone.expectOpen()
      return vault.open(key)
    },
  }
  let closing: Promise<void> | undefined
  const office: Office = {
    dataDir,
    version: options.version,
    hashing: options.hashing ?? {},
    attempts: new FailedAttempts(dataDir, { now: clock, monotonic: () => performance.now() }),
    now,
    today: () => civilDateInSofia(clock()),
    vault: door,
    sessions,
    papers,
    get busy() {
      return alone.reason
    },
    rescueReason() {
      if (vault.isOpen || alone.reason !== null) return null
      endSwap()
      return reasonWithoutKey(dataDir) ?? notOpening
    },
    letsNobodyIn() {
      if (sessions.anyUnlocked() || vault.isHeld) return false
      try {
        vault.close()
      } catch (error) {
        // What waits to be written down finds no whole page either.
        logFault(dataDir, now(), 'close', error)
      }
      notOpening = 'databaseDamaged'
      return true
    },
    async *exclusively(reason, work) {
      // Nobody is kept waiting for it, and its connection must not be open when files are moved.
      await checks.stop()
      yield* alone.run(reason, work)
    },
    filesDir: path.join(dataDir, 'files'),
    noteReading: (line) => {
      readings.note(line)
    },
    issueInTurn,
    verify: (order) =>
      inPersonsTurn(() => runJob(options.workers.jobs, 'verify', jobPlace(), order)),
    get unwrittenCheck() {
      return checks.unwritten
    },
    checkSoon: () => {
      checks.soon()
    },
    verifyChain: (media) =>
      inPersonsTurn(() => runJob(options.workers.jobs, 'chain', jobPlace(), { media })),
    exportWorkbook: (order) =>
      inPersonsTurn(() => runJob(options.workers.jobs, 'workbook', jobPlace(), order)),
    words: async (language) => (await import('./words.ts')).wordsIn(language),
    writeReadingNotes: () => {
      readings.flush()
    },
    runJob: (kind, key, order) => runJob(options.workers.jobs, kind, placeWith(key), order),
    copies,
    recoverySheets: new Map(),
    logFault: (reference, error) => {
      logFault(dataDir, now(), reference, error)
    },
    isNew,
    beat,
    setEndpoint: (endpoint) => {
      lock.setEndpoint(endpoint)
    },
    close() {
      closing ??= (async () => {
        clearInterval(clockwork)
        await Promise.all([copies.close(), checks.stop()])
        await turn.catch(() => undefined)
        await papers.close()
        sessions.endAll('program')
        vault.close()
        lock.release()
      })()
      return closing
    },
  }
  const trials = createMonthlyTrial(() => office)
  const checks = createSelfCheck({
    office: () => office,
    verify: (order, signal) =>
      inJobTurn(() => runJob(options.workers.jobs, 'verify', jobPlace(), order, signal)),
    hold() {
      const release = vault.hold()
      return () => {
        release()
        closeWhenQuiet()
      }
    },
    never: options.nothingByItself ?? false,
    afterMs: options.checkAfterMs,
  })
  return office
}

const sofiaDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' })

/** The office's civil date, wherever the computer's clock says it stands. */
function civilDateInSofia(at: number): string {
  return sofiaDate.format(at)
}
