/**
 * What can go wrong with the database, as types. No message here carries a value from a row, a
 * name or a statement: they end up in logs.
 */
export abstract class DatabaseError extends Error {
  override get name(): string {
    return this.constructor.name
  }
}

/** There is no database file at that path. */
export class DatabaseMissing extends DatabaseError {
  constructor() {
    super('there is no database file')
  }
}

/** The first page does not open: another key, a damaged first page, or no Opora database. */
export class WrongKey extends DatabaseError {
  constructor() {
    super('the key does not open the database')
  }
}

/** The file is empty or an unencrypted SQLite file; it is never written to. */
export class NotADatabase extends DatabaseError {
  constructor() {
    super('the file is not an encrypted database')
  }
}

/** A page does not authenticate or the structure is broken. */
export class DatabaseDamaged extends DatabaseError {
  constructor(readonly where: string = 'page') {
    super(`the database is damaged (${where})`)
  }
}

/** Written by a later version of the program. */
export class DatabaseNewer extends DatabaseError {
  constructor(readonly unknownMigration: string) {
    super(`the database was written by a later version (${unknownMigration})`)
  }
}

/** Its migrations are not the ones of this program, though they have the same numbers. */
export class DatabaseForked extends DatabaseError {
  constructor(readonly migration: string) {
    super(`the database was migrated by other files (${migration})`)
  }
}

/** Another connection holds the database longer than the busy time-out. */
export class DatabaseBusy extends DatabaseError {
  constructor() {
    super('the database is busy')
  }
}

/** No space left, or the disk refuses to read or write. Nothing was committed. */
export class DiskFull extends DatabaseError {
  constructor(readonly kind: 'full' | 'io') {
    super(kind === 'full' ? 'no space left on the disk' : 'the disk refuses to read or write')
  }
}

/** A unique index refused a row; says which, never with what value. */
export class UniqueViolation extends DatabaseError {
  constructor(
    readonly table: string,
    readonly columns: readonly string[],
  ) {
    super(`unique: ${table} (${columns.join(', ')})`)
  }
}

/** A foreign key, CHECK or NOT NULL refused a row: a fault of the program, not of the user. */
export class ConstraintViolation extends DatabaseError {
  constructor(
    readonly kind: string,
    readonly where: string,
  ) {
    super(`constraint: ${kind} ${where}`)
  }
}

/** Somebody else saved this row in between: `version` is the one that is stored now. */
export class StaleVersion extends DatabaseError {
  constructor(
    readonly table: string,
    readonly id: string,
    readonly version: number,
  ) {
    super(`stale version: ${table}`)
  }
}

/** A row that was asked for by id is not there. */
export class RowMissing extends DatabaseError {
  constructor(
    readonly table: string,
    readonly id: string,
  ) {
    super(`no such row: ${table}`)
  }
}

/** Turns a raw SQLite error into a typed one; anything else comes back as it is. */
export function typedDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const code = error.code
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
    return uniqueViolation(error.message)
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    const detail = /failed: (.+)$/.exec(error.message)?.[1] ?? ''
    return new ConstraintViolation(code.slice('SQLITE_CONSTRAINT_'.length).toLowerCase(), detail)
  }
  if (code === 'SQLITE_FULL') return new DiskFull('full')
  if (code.startsWith('SQLITE_IOERR')) return new DiskFull('io')
  if (code.startsWith('SQLITE_CORRUPT')) return new DatabaseDamaged()
  if (code === 'SQLITE_NOTADB') return new WrongKey()
  if (code.startsWith('SQLITE_BUSY')) return new DatabaseBusy()
  return error
}

function uniqueViolation(message: string): UniqueViolation {
  const detail = /UNIQUE constraint failed: (.+)$/.exec(message)?.[1] ?? ''
  const index = /^index '(.+)'$/.exec(detail)
  if (index) return new UniqueViolation(index[1] ?? '', [])
  const parts = detail.split(', ').map((part) => part.split('.'))
  return new UniqueViolation(
    parts[0]?.[0] ?? '',
    parts.map((part) => part[1] ?? ''),
  )
}
