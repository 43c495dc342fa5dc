import type { AuditLine } from '#db/audit/append.ts'
import type { SeenMedium } from '#db/backup/anchors.ts'
import type { AttachedDrive } from '#db/backup/drives.ts'
import type { Database } from '#db/connection.ts'
import type { FailedAttempts } from '#db/keyring/failed-attempts.ts'
import type { HashOptions } from '#db/keyring/password-hash.ts'
import type { Papers } from '#papers/pool.ts'
import type { JobKind, JobMessage, Jobs, Language, WorkbookOrder } from './jobs.ts'
import type { Role } from '#domain/accounts/roles.ts'
import type { OfficeCheck } from '#domain/backup/office-check.ts'
import type { BusyReason, RescueReason } from '#domain/backup/office-state.ts'
import type { BackupProblem } from '#domain/backup/schema.ts'
import type { Say } from '#domain/lists/cells.ts'

/** Where a caller sits: it decides who may set the office up and how the session is carried. */
export type CallerOrigin = 'desktop' | 'browser' | 'cli'

export interface Session {
  readonly id: string
  readonly accountId: string
  /** Slot of the keyring this account opens with; another one after a change of its password. */
  slotId: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly startedAt: string
  lastSeenAt: number
  locked: boolean
  /** Somebody else gave the password: until it is changed the session may do nothing else. */
  owesPassword: boolean
  /** Dossiers whose reading was already written down in this session. */
  readonly readDossiers: Set<string>
}

/**
 * How a session ends: by „Изход“; with its window; with the program; because its account was changed or
 * got another password; because somebody logged in at the same place; with the office that was there
 * before a restore.
 */
export type SessionEnd = 'logOut' | 'window' | 'program' | 'account' | 'otherLogIn' | 'restore'

export interface Sessions {
  start(account: {
    id: string
    slotId: string
    displayName: string
    roles: readonly Role[]
    owesPassword: boolean
  }): Session
  find(id: string | undefined): Session | undefined
  /** Some session of the account is there, locked or not. */
  knows(accountId: string): boolean
  /** Ends a session for good. */
  end(id: string, how: Extract<SessionEnd, 'logOut' | 'window' | 'otherLogIn'>): void
  /** Takes back one that did not come about: it leaves no word. */
  forget(id: string): void
  /** Ends every session of an account: its password, its roles or its right to log in changed. */
  endAccount(accountId: string, except?: string): void
  /** After a restore nobody of before is known to the database that came back; and at the very end. */
  endAll(how: Extract<SessionEnd, 'restore' | 'program'>): void
  lock(id: string): void
  unlock(id: string): void
}

/** Opens with the first unlocked session, closes (checkpoint, key wiped) with the last. */
export interface Vault {
  readonly isOpen: boolean
  /** The open database; throws OfficeLockedError when nobody is unlocked. */
  database(): Database
  /** The database key, for the keyring alone. */
  key(): Buffer
  open(key: Buffer): Database
  /** Keeps the database open while long work runs; call the returned function when it ends. */
  hold(): () => void
}

/** What only the work that closed the office for everybody else may do; see `exclusively`. */
export interface Alone {
  /** Writes what waits, checkpoints and closes the database: its files may be moved. */
  closeVault(): void
  /** Ends every session: what follows is another database. */
  endSessions(): void
  /** Goes on with what stands there now. Where it does not open just now, everybody is locked. */
  stayWith(key: Buffer): void
}

/** A recovery sheet that was printed and waits for one of its groups to be typed back. */
export interface PendingSheet {
  code: string
  /** Which group is asked, counted from 0; it is shown nowhere on the screen. */
  ask: number
  triesLeft: number
}

/** Copies and snapshots: long work, one at a time. */
export interface CopyDesk {
  /** Drives attached now; asked anew at most every few seconds. */
  drives(): Promise<AttachedDrive[]>
  /** Why the last snapshot that the office made by itself failed; `problem` null: unknown. */
  readonly snapshotFailure: {
    at: string
    problem: BackupProblem | null
    params: Record<string, string | number>
  } | null
  /** What runs now. */
  readonly running: JobKind | null
  /**
   * Runs one job in a worker and keeps the vault open meanwhile. Ending the iteration stops it.
   * Throws BackupFailed (`copyRunning` where another one runs) and JobFailed.
   */
  run<K extends JobKind>(
    kind: K,
    order: Jobs[K]['order'],
    signal?: AbortSignal,
  ): AsyncGenerator<JobMessage<K>>
  /** The medium of this copy was out since it was written: nothing of it can be cached. */
  wasAway(copyId: string): boolean
  /** A copy has just been written: what is read of it now may come from memory. */
  noteWritten(copyId: string): void
  /** Somebody logged in: a snapshot in a while, when the last one is old. */
  afterLogIn(): void
}

/** What the office's actions may ask of the running office. */
export interface OfficeDoor {
  readonly dataDir: string
  readonly version: string
  /** Cost of password hashing; empty except in tests. */
  readonly hashing: HashOptions
  readonly attempts: FailedAttempts
  /** Instant, UTC ISO. */
  now(): string
  /** Civil date in the office (Europe/Sofia). */
  today(): string
  /** No office stands in the data folder yet. */
  isNew(): boolean
  readonly vault: Vault
  readonly sessions: Sessions
  readonly papers: Papers
  /** Folder of the encrypted file store. */
  readonly filesDir: string
  /** Reading is written down in bundles, never in the way of the reader. */
  noteReading(line: AuditLine): void
  /** Writes at once what was read until now: for who reads the journal itself. */
  writeReadingNotes(): void
  /** Why nobody is answered just now; null: everybody is. */
  readonly busy: BusyReason | null
  /** Why what stands in the folder does not open; null: nothing speaks against it. */
  rescueReason(): RescueReason | null
  /**
   * A database that opens, and whose damage let nobody in: told from now on as one that does not open.
   * False while somebody, or a job, is at work in it.
   */
  letsNobodyIn(): boolean
  /**
   * Closes the office for everything else while `work` runs: actions that run end first, long work
   * is waited for (OfficeBusyError 'work' when it takes too long), then every call is answered with
   * OfficeBusyError until `work` has ended. Ending the iteration early ends the closing too.
   */
  exclusively<T>(
    reason: BusyReason,
    work: (alone: Alone) => AsyncGenerator<T, void, void>,
  ): AsyncGenerator<T, void, void>
  /**
   * One at a time, with the vault held open: drawing a number, printing it on the paper and freezing
   * that paper; whatever reads the keyring, slowly changes it and writes it back.
   */
  issueInTurn<T>(work: () => Promise<T>): Promise<T>
  /**
   * Checks the whole database and its files in a worker; the chain also against the snapshots, the
   * copies on the media that are in, and the anchors that are handed over.
   */
  verify(order: Jobs['verify']['order']): AsyncGenerator<JobMessage<'verify'>>
  /** What the office found by itself and could not write down: the database may be what is damaged. */
  readonly unwrittenCheck: OfficeCheck | null
  /** Somebody met damage: the office looks at its data now, without waiting for the next start. */
  checkSoon(): void
  /** Checks the audit chain alone in a worker, against the same copies. */
  verifyChain(media: readonly SeenMedium[]): AsyncGenerator<JobMessage<'chain'>>
  /** Makes a file of the journal or of a list in a worker. */
  exportWorkbook(order: WorkbookOrder): AsyncGenerator<JobMessage<'workbook'>>
  /** All sentences of the program in a language; loaded when first asked for. */
  words(language: Language): Promise<Say>
  /**
   * A job under a key that need not be the one of the open database: for who has closed the office.
   * Everybody else runs jobs by `copies`.
   */
  runJob<K extends JobKind>(
    kind: K,
    key: Buffer,
    order: Jobs[K]['order'],
  ): AsyncGenerator<JobMessage<K>>
  readonly copies: CopyDesk
  /** By account; memory only, gone with the process. */
  readonly recoverySheets: Map<string, PendingSheet>
  logFault(reference: string, error: unknown): void
}

/** One window, one browser or one command line. */
export interface Caller {
  readonly origin: CallerOrigin
  readonly session: Session | undefined
  signIn(session: Session): void
  signOut(): void
  /** First-run set-up from a browser needs the token printed at the server's start. */
  maySetUp(token: string | undefined): boolean
}

export interface ApiContext {
  office: OfficeDoor
  caller: Caller
}

export class OfficeLockedError extends Error {
  override name = 'OfficeLockedError'
}

/** The office is closed for everything else for a while. */
export class OfficeBusyError extends Error {
  override name = 'OfficeBusyError'
  readonly reason: BusyReason
  constructor(reason: BusyReason) {
    super(`the office is busy: ${reason}`)
    this.reason = reason
  }
}

/** What stands in the data folder does not open: nobody can log in, a copy can be restored. */
export class OfficeNotOpening extends Error {
  override name = 'OfficeNotOpening'
  readonly reason: RescueReason
  constructor(reason: RescueReason) {
    super(`the office does not open: ${reason}`)
    this.reason = reason
  }
}
