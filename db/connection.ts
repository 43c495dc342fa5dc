import { closeSync, readSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import Sqlite from 'sqlite3'
import { codeOf } from './disk.ts'
import { DatabaseBusy, DatabaseMissing, NotADatabase, typedDatabaseError } from './errors.ts'
import { entryAt, openPlain } from './plain-entries.ts'
import { KeptStatements } from './statements.ts'

/** The raw handle of the driver: migrations, pragmas and measured statements only. */
export type Raw = Sqlite.Database

/** What a query function takes: the connection itself or a running transaction. */
export type Db = Omit<BaseSQLiteDatabase<'sync', Sqlite.RunResult>, 'transaction'>

declare const insideTransaction: unique symbol
/** A running transaction. Functions that must not write half (audit, numbers) ask for this. */
export type Tx = Db & { readonly [insideTransaction]: true }

/** A Promise here would commit half of the work: such a callback does not compile. */
export type Sync<T> = T extends PromiseLike<unknown> ? never : T

export interface Database {
  readonly raw: Raw
  readonly orm: Db
  readonly file: string
  readonly readonly: boolean
  /**
   * Runs `fn` in one BEGIN IMMEDIATE transaction: all of it or nothing. Throws typed database
   * errors; transactions do not nest.
   */
  transaction<T>(fn: (tx: Tx) => Sync<T>): T
  /** Checkpoints, truncates the journal and closes. Safe to call twice. */
  close(): void
}

export interface OpenOptions {
  /** Make the file when it is not there (set-up, tests). Otherwise: DatabaseMissing. */
  create?: boolean
  /** For workers that only read. */
  readonly?: boolean
  /**
   * A copy (docs/decisions/0009): kept in a rollback journal, so that it opens without side files
   * also where nothing can be written. Always for reading only.
   */
  copy?: boolean
  busyTimeoutMs?: number
}

export const databaseKeyBytes = 32
/** What SQLite opens beside the file, whoever put it there. */
const sideFiles = ['-wal', '-shm', '-journal']

/**
 * Opens the encrypted database with its raw 32-byte key. Every connection of the program is
 * opened here, so that every one has the same cipher and the same pragmas, read back.
 * Throws DatabaseMissing, NotADatabase, WrongKey, DatabaseDamaged, DatabaseBusy, DiskFull,
 * BackupFailed notFollowed.
 */
export function openDatabase(file: string, key: Buffer, options: OpenOptions = {}): Database {
  if (key.length !== databaseKeyBytes) throw new TypeError('the database key has 32 bytes')
  const copy = options.copy ?? false
  const readonly = copy || (options.readonly ?? false)
  const there = entryAt(file)
  for (const end of sideFiles) entryAt(`${file}${end}`)
  const isNew = !there || (options.create === true && there.size === 0)
  if (isNew && (!options.create || readonly)) throw new DatabaseMissing()
  if (!isNew) refusePlainFile(file, there.size)

  const openAs = (alone: boolean): Database => {
    const raw = new Sqlite(file, {
      readonly,
      fileMustExist: !isNew,
      timeout: options.busyTimeoutMs ?? 5000,
    })
    try {
      if (alone) setAndReadBack(raw, 'locking_mode', 'exclusive', 'exclusive')
      applyKey(raw, key)
      applyPragmas(raw, { readonly, copy })
    } catch (error) {
      raw.close()
      throw error
    }
    return wrap(raw, file, readonly)
  }
  try {
    return openAs(false)
  } catch (error) {
    if (readonly || codeOf(error) !== noSharedMemory) throw typedDatabaseError(error)
  }
  try {
    return openAs(true)
  } catch (error) {
    throw typedDatabaseError(error)
  }
}

/**
 * The disk has no room for the file by which connections share their journal. One that has the
 * database for itself needs none: all that was saved can be read. Copies wait until it was closed.
 */
const noSharedMemory = 'SQLITE_IOERR_SHMSIZE'

/**
 * Puts a copy that nobody has open under another key, page by page. A cut leaves it useless: only
 * for files that are staged. Throws WrongKey, DatabaseDamaged, DiskFull.
 */
export function rekeyFile(file: string, key: Buffer, newKey: Buffer): void {
  if (newKey.length !== databaseKeyBytes) throw new TypeError('the database key has 32 bytes')
  const raw = new Sqlite(file, { fileMustExist: true })
  const material = keyMaterial(newKey)
  try {
    applyKey(raw, key)
    setAndReadBack(raw, 'temp_store', 'memory', 2)
    raw.rekey(material)
  } catch (error) {
    throw typedDatabaseError(error)
  } finally {
    material.fill(0)
    raw.close()
  }
}

/**
 * One consistent state of the database in a new file: same key, rollback journal, without the
 * remains of deleted rows. Nothing of it is flushed: that is left to whoever keeps the file, since
 * saves go on meanwhile and each would wait for a flush of it all. Throws as SQLite does.
 */
export function vacuumInto({ raw }: Database, file: string): void {
  setAndReadBack(raw, 'synchronous', 'off', 0)
  try {
    raw.prepare('vacuum into ?').run(file)
  } finally {
    setAndReadBack(raw, 'synchronous', 'full', 2)
  }
}

/** 'raw:' + hex skips the library's own password hashing; as bytes it is never SQL text. */
function keyMaterial(key: Buffer): Buffer {
  return Buffer.from(`raw:${key.toString('hex')}`)
}

/** The cipher is named in full: a later default of the library must not change our files. */
function applyKey(raw: Raw, key: Buffer): void {
  setAndReadBack(raw, 'cipher', "'aegis'", 'aegis')
  setAndReadBack(raw, 'algorithm', "'aegis-256'", 'aegis-256')
  const material = keyMaterial(key)
  try {
    raw.key(material)
  } finally {
    material.fill(0)
  }
  // The first read is what tells a wrong key.
  raw.prepare('select count(*) from sqlite_master').get()
}

function applyPragmas(raw: Raw, { readonly, copy }: { readonly: boolean; copy: boolean }): void {
  setAndReadBack(raw, 'foreign_keys', 'on', 1)
  if (copy) expectPragma(raw, 'journal_mode', 'delete')
  else if (readonly) expectPragma(raw, 'journal_mode', 'wal')
  else setAndReadBack(raw, 'journal_mode', 'wal', 'wal')
  setAndReadBack(raw, 'synchronous', 'full', 2)
  // A sort that spills would otherwise write readable names into a temporary file.
  setAndReadBack(raw, 'temp_store', 'memory', 2)
  setAndReadBack(raw, 'secure_delete', 'on', 1)
  // Functions and virtual tables named by a tampered schema do not run.
  setAndReadBack(raw, 'trusted_schema', 'off', 0)
  setAndReadBack(raw, 'cell_size_check', 'on', 1)
  // Memory-mapped pages bypass the cipher.
  setAndReadBack(raw, 'mmap_size', '0', 0)
  expectPragma(raw, 'busy_timeout')
}

function setAndReadBack(raw: Raw, name: string, value: string, expected: string | number): void {
  raw.pragma(`${name} = ${value}`)
  expectPragma(raw, name, expected)
}

function expectPragma(raw: Raw, name: string, expected?: string | number): void {
  const found: unknown = raw.pragma(name, { simple: true })
  const ok = expected === undefined ? Number(found) > 0 : found === expected
  if (!ok) throw new Error(`pragma ${name} did not hold`)
}

/** An empty or unencrypted file would be taken for a new database and written to. */
function refusePlainFile(file: string, size: number): void {
  const plainHeader = 'SQLite format 3\0'
  if (size < 512) throw new NotADatabase()
  const head = Buffer.alloc(plainHeader.length)
  const fd = openPlain(file)
  try {
    readSync(fd, head, 0, head.length, 0)
  } finally {
    closeSync(fd)
  }
  if (head.toString('latin1') === plainHeader) throw new NotADatabase()
}

/** The connection of each transaction. */
const outside = new WeakMap<Db, Db>()

/** The connection itself, also for who holds a transaction of it. */
export function connectionOf(db: Db): Db {
  return outside.get(db) ?? db
}

function wrap(raw: Raw, file: string, readonly: boolean): Database {
  // The query builder calls nothing but these two of a connection.
  const orm = drizzle(new KeptStatements(raw) as unknown as Raw)
  return {
    raw,
    orm,
    file,
    readonly,
    transaction(fn) {
      if (raw.inTransaction) throw new Error('a transaction is already running')
      try {
        return orm.transaction(
          (tx) => {
            outside.set(tx, orm)
            return fn(tx as unknown as Tx)
          },
          { behavior: 'immediate' },
        )
      } catch (error) {
        throw typedDatabaseError(error)
      }
    },
    close() {
      if (!raw.open) return
      try {
        if (!readonly) raw.pragma('wal_checkpoint(truncate)')
      } finally {
        raw.close()
      }
    },
  }
}

/** A small unencrypted file held under an exclusive lock; see lock.ts. Null: somebody has it. */
export function holdLockFile(file: string): { release(): void } | null {
  const raw = new Sqlite(file, { timeout: 0 })
  try {
    // Nothing is ever written: on a full disk there is no room for a journal of it either.
    raw.pragma('journal_mode = memory')
    raw.exec('begin exclusive')
  } catch (error) {
    raw.close()
    const told = typedDatabaseError(error)
    if (told instanceof DatabaseBusy) return null
    throw told
  }
  return {
    release() {
      if (raw.open) raw.close()
    },
  }
}
