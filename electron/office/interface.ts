import type { AuditLine } from '#db/audit/append.ts'
import type { Database } from '#db/connection.ts'
import type { FailedAttempts } from '#db/keyring/failed-attempts.ts'
import type { HashOptions } from '#db/keyring/password-hash.ts'
import type { Papers } from '#papers/pool.ts'
import type { Role } from '#domain/accounts/roles.ts'
import type { JournalKind } from '#domain/audit/actions.ts'
import type { JournalFilter } from '#db/queries/journal.ts'
import type { ChainMessage, ExportMessage, JobMessage } from './jobs.ts'

/** Where a caller sits: it decides who may set the office up and how the session is carried. */
export type CallerOrigin = 'desktop' | 'browser' | 'cli'

export interface Session {
  readonly id: string
  readonly accountId: string
  /** Slot of the keyring this account opens with. */
  readonly slotId: string
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

export interface Sessions {
  start(account: {
    id: string
    slotId: string
    displayName: string
    roles: readonly Role[]
    owesPassword: boolean
  }): Session
  find(id: string | undefined): Session | undefined
  /** Ends a session for good. */
  end(id: string): void
  /** Ends every session of an account: its password, its roles or its right to log in changed. */
  endAccount(accountId: string, except?: string): void
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

/** Which rows of the journal are handed out, to whom and in which language. */
export interface JournalExport {
  filter: JournalFilter
  /** The filter as it was asked: its words stand above the rows. */
  asked: {
    personId?: string | undefined
    actor?: string | null | undefined
    kind?: JournalKind | undefined
    from?: string | undefined
    to?: string | undefined
  }
  roles: readonly Role[]
  language: 'bg' | 'en'
}

/** A recovery sheet that was printed and waits for one of its groups to be typed back. */
export interface PendingSheet {
  code: string
  /** Which group is asked, counted from 0; it is shown nowhere on the screen. */
  ask: number
  triesLeft: number
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
  /** One at a time: drawing a number, printing it on the paper and freezing that paper. */
  issueInTurn<T>(work: () => Promise<T>): Promise<T>
  /** Checks the whole database and its files in a worker. */
  verify(): AsyncGenerator<JobMessage>
  /** Checks the audit chain alone in a worker. */
  verifyChain(): AsyncGenerator<ChainMessage>
  /** Makes a workbook of the journal in a worker. */
  exportJournal(order: JournalExport): AsyncGenerator<ExportMessage>
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
