import { recordAsideRemoved } from '#db/backup/aside.ts'
import { attachedDrives, type AttachedDrive } from '#db/backup/drives.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { getCopy } from '#db/queries/backup.ts'
import { readKeyring } from '#db/keyring/store.ts'
import { checkCopyAgain } from '#electron/api/backup/work.ts'
import { createMediaWatch } from './media-watch.ts'
import { OfficeBusyError, type CopyDesk, type Vault } from '#electron/api/kernel/office-door.ts'
import type { JobKind, JobMessage, Jobs } from '#electron/api/kernel/jobs.ts'
import { JobStopped, runJob, type JobPlace } from './jobs.ts'

export interface CopiesOptions {
  dataDir: string
  jobsWorker: URL
  vault: Vault
  place(): JobPlace
  /** Instant, UTC ISO. */
  now(): string
  isNew(): boolean
  /** Throws OfficeBusyError while a restore or a change of key has the office for itself. */
  expectOpen(): void
  logFault(reference: string, error: unknown): void
  /** Ends what the office checks by itself: the disk is wanted for this. */
  giveWay(): Promise<void>
  /** Resolves when the office checks nothing any more. */
  checked(): Promise<void>
  /** TESTS ONLY: no snapshot by itself. */
  noSnapshots: boolean
  /** TESTS ONLY: how long after a log-in the snapshot begins. */
  afterLogInMs?: number | undefined
}

/** How old the last snapshot must be for a new one after a log-in. */
const snapshotEveryMs = 4 * 3_600_000
/** The first page is wanted first. */
const afterLogInMs = 5_000
const drivesKeptMs = 3_000

/**
 * Who may write or read copies now, and the snapshots that the office makes by itself. One job at a
 * time: two would fill the same disk and take away each other's unfinished files.
 */
export function createCopies(
  options: CopiesOptions,
): CopyDesk & { beat(): Promise<void>; close(): Promise<void> } {
  const { vault } = options
  const stopping = new AbortController()
  const isClosing = () => stopping.signal.aborted
  let running: { what: JobKind; ended: Promise<void> } | null = null
  let failure: CopyDesk['snapshotFailure'] = null
  let timer: NodeJS.Timeout | undefined
  /** `at`: when they answered; while they have not, nobody asks a second time. */
  let drives: { at: number; found: Promise<AttachedDrive[]> } | undefined

  async function* inTurn<K extends JobKind>(
    kind: K,
    order: Jobs[K]['order'],
    signal?: AbortSignal,
  ): AsyncGenerator<JobMessage<K>> {
    await options.giveWay()
    // The office was closed meanwhile: a thread begun now would outlive it.
    if (isClosing()) throw new JobStopped()
    // A snapshot that the program makes by itself is no reason to send a person away.
    while (running?.what === 'snapshot') await running.ended
    options.expectOpen()
    if (running) throw new BackupFailed('copyRunning')
    let end = () => {}
    running = { what: kind, ended: new Promise((resolve) => (end = resolve)) }
    const release = vault.hold()
    try {
      const either = signal ? AbortSignal.any([stopping.signal, signal]) : stopping.signal
      yield* runJob(options.jobsWorker, kind, options.place(), order, either)
    } finally {
      release()
      running = null
      end()
    }
  }

  const noteRemoved = (removed: { name: string; bytes: number }, now: string) => {
    vault.database().transaction((tx) => {
      recordAsideRemoved(tx, removed, now)
    })
  }

  const snapshotNow = async () => {
    // At every log-in: a check that was cut each time would never come to its end.
    await options.checked()
    if (isClosing() || !vault.isOpen || running) return
    const at = options.now()
    try {
      const order = { occasion: 'login', madeBy: null, olderThanMs: snapshotEveryMs } as const
      for await (const message of inTurn('snapshot', order)) {
        if (message.kind === 'note') noteRemoved(message.note, at)
        if (message.kind === 'done') failure = null
      }
    } catch (error) {
      // Before a restore and after a change of key one is made anyway.
      if (isClosing() || error instanceof OfficeBusyError) return
      failure = { at, ...problemOf(error) }
      if (!(error instanceof BackupFailed)) options.logFault('snapshot', error)
    }
  }

  const watch = createMediaWatch({ now: () => options.now() })
  let looking = false
  // Asked anew: in between the database may have been closed.
  const isOpen = () => vault.isOpen
  const checkReturned = async () => {
    if (looking || running !== null || !isOpen()) return
    looking = true
    try {
      const database = vault.database()
      for (const copyId of await watch.look(database)) {
        if (!isOpen()) continue
        watch.noteTried(copyId)
        const work = {
          ...{ copies: desk, database, signal: stopping.signal },
          doer: () => ({ actor: null, now: options.now() }),
        }
        const reading = checkCopyAgain(work, { copyId, place: undefined, wasAway: true })
        while (!(await reading.next()).done);
      }
    } catch (error) {
      if (!(error instanceof BackupFailed) && !stopping.signal.aborted)
        options.logFault('check', error)
    } finally {
      looking = false
    }
  }

  const desk: CopyDesk & { beat(): Promise<void>; close(): Promise<void> } = {
    get snapshotFailure() {
      return failure
    },
    get running() {
      return running?.what ?? null
    },
    drives() {
      const now = performance.now()
      if (!drives || now - drives.at > drivesKeptMs) {
        const officeId = options.isNew() ? null : officeIdOf(options.dataDir)
        const asked = { at: Infinity, found: attachedDrives(options.dataDir, officeId) }
        const answered = () => {
          asked.at = performance.now()
        }
        void asked.found.then(answered, answered)
        drives = asked
      }
      return drives.found
    },
    run: inTurn,
    wasAway(copyId) {
      return watch.wasAway(getCopy(vault.database().orm, copyId))
    },
    noteWritten(copyId) {
      watch.noteWritten(copyId)
    },
    beat: checkReturned,
    afterLogIn() {
      if (options.noSnapshots) return
      clearTimeout(timer)
      timer = setTimeout(() => void snapshotNow(), options.afterLogInMs ?? afterLogInMs)
      timer.unref()
    },
    async close() {
      clearTimeout(timer)
      stopping.abort()
      await running?.ended
    },
  }
  return desk
}

function problemOf(error: unknown) {
  return error instanceof BackupFailed
    ? { problem: error.problem, params: error.params }
    : { problem: null, params: {} }
}

/** Null where the keyring cannot be read: that is when somebody looks for a stick. */
function officeIdOf(dataDir: string): string | null {
  try {
    return readKeyring(dataDir, { repair: false }).keyring.officeId
  } catch {
    return null
  }
}
