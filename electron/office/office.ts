import path from 'node:path'
import { databaseName, isSwapping, settleFolder } from '#db/backup/swap.ts'
import type { HashOptions } from '#db/keyring/password-hash.ts'
import { FailedAttempts } from '#db/keyring/failed-attempts.ts'
import { lockFolder } from '#db/lock.ts'
import { civilDateAt } from '#domain/calendar/instant.ts'
import type { Papers } from '#papers/pool.ts'
import { settingValue } from '#electron/api/kernel/settings.ts'
import { createClosing } from './alone.ts'
import { logFault } from './fault-log.ts'
import { createCopies } from './copies.ts'
import type { OfficeDoor, Vault } from '#electron/api/kernel/office-door.ts'
import { runJob, type JobPlace } from './jobs.ts'
import { createLongReadings } from './long-readings.ts'
import { createMonthlyTrial } from './monthly-trial.ts'
import { createOpening } from './opening.ts'
import { createReadingNotes } from './reading-notes.ts'
import { createSelfCheck } from './self-check.ts'
import { createSessionLines } from './session-lines.ts'
import { createSessions } from './sessions.ts'
import { createSlowTurns } from './turns.ts'
import { createVault } from './vault.ts'
import { officePapers, thenWarm } from './warm-papers.ts'

export interface OfficeOptions {
  dataDir: string
  /** Entries of the worker that compiles papers and of the one that reads long. */
  workers: { papers: URL; jobs: URL }
  version: string
  /** Milliseconds since 1970; tests and demo data move it. */
  clock?: () => number
  /** TESTS ONLY: made by a compiler that is there already. */
  papers?: Papers
  /** TESTS ONLY: cheaper password hashing. */
  hashing?: HashOptions
  /** TESTS ONLY: how long a restore or a change of key waits for a job that runs. */
  patienceMs?: number
  /** TESTS ONLY: neither snapshots nor checks by itself. */
  nothingByItself?: boolean
  /** TESTS ONLY: how long after a log-in the snapshot begins. */
  afterLogInMs?: number
  /** TESTS ONLY: how long after the database was opened the compiler of papers is started. */
  warmAfterMs?: number
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
  const papers = options.papers ?? officePapers(options)
  const now = () => new Date(clock()).toISOString()

  const readings = createReadingNotes(() => vault.database(), now)
  const lines = createSessionLines(readings, now)
  const opening = createOpening({ dataDir, version: options.version, clock })
  const { isNew } = opening
  const vault = createVault({
    openWith: thenWarm(opening.openWith, papers, options),
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
        ? 60_000 * settingValue(vault.database().orm, 'idleLockMinutes', civilDateAt(now()))
        : 60_000,
    onIdle(session) {
      if (vault.isOpen) lines.lockedIdle(session)
    },
    onEnd: lines.ended,
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

  /** A disk that refused in the middle of a swap may let it end now. */
  const endSwap = () => {
    if (vault.isOpen || alone.reason !== null || !isSwapping(dataDir)) return
    try {
      settleFolder(dataDir)
      sessions.endAll('restore')
      checks.forget()
      opening.forget()
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

  const readingLong = createLongReadings({
    worker: options.workers.jobs,
    place: jobPlace,
    giveWay: () => checks.stop(),
  })
  const slow = createSlowTurns({
    // Whoever began it may lock the screen or close the window meanwhile: the key stays for it. What
    // waits behind a restore does not hold what the restore has to close.
    hold: () => (alone.reason === null ? vault.hold() : () => undefined),
    onEnd: closeWhenQuiet,
  })
  const alone = createClosing({
    alone: {
      closeVault() {
        vault.close()
      },
      endSessions() {
        sessions.endAll('restore')
        opening.forget()
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
    inTurn: slow.inTurn,
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
    today: () => civilDateAt(now()),
    vault: door,
    sessions,
    papers,
    get busy() {
      return alone.reason
    },
    rescueReason() {
      if (vault.isOpen || alone.reason !== null) return null
      endSwap()
      return opening.reason()
    },
    letsNobodyIn() {
      if (sessions.anyUnlocked() || vault.isHeld) return false
      try {
        vault.close()
      } catch (error) {
        // What waits to be written down finds no whole page either.
        logFault(dataDir, now(), 'close', error)
      }
      opening.damaged()
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
    issueInTurn: slow.held,
    verify: readingLong.verify,
    get unwrittenCheck() {
      return checks.unwritten
    },
    checkSoon: () => {
      checks.soon()
    },
    verifyChain: readingLong.verifyChain,
    exportWorkbook: readingLong.exportWorkbook,
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
        await slow.ended()
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
    verify: readingLong.verifyByItself,
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
