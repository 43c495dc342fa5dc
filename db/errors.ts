/**
 * What can go wrong with the database, as types. No message here carries a value from a row, a
 * name or a statement: they end up in logs.
 */
export abstract class DatabaseError extends Error {}

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
  readonly where: string
  constructor(where = 'page') {
    super(`the database is damaged (${where})`)
    this.where = where
  }
}

/** Written by a later version of the program. */
export class DatabaseNewer extends DatabaseError {
  readonly unknownMigration: string
  constructor(unknownMigration: string) {
    super(`the database was written by a later version (${unknownMigration})`)
    this.unknownMigration = unknownMigration
  }
}

/** Its migrations are not the ones of this program, though they have the same numbers. */
export class DatabaseForked extends DatabaseError {
  readonly migration: string
  constructor(migration: string) {
    super(`the database was migrated by other files (${migration})`)
    this.migration = migration
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
  readonly kind: 'full' | 'io'
  constructor(kind: 'full' | 'io') {
    super(kind === 'full' ? 'no space left on the disk' : 'the disk refuses to read or write')
    this.kind = kind
  }
}

/** A unique index refused a row; says which, never with what value. */
export class UniqueViolation extends DatabaseError {
  readonly table: string
  readonly columns: string[]
  constructor(table: string, columns: string[]) {
    super(`unique: ${table} (${columns.join(', ')})`)
    this.table = table
    this.columns = columns
  }
}

/** A foreign key, CHECK or NOT NULL refused a row: a fault of the program, not of the user. */
export class ConstraintViolation extends DatabaseError {
  readonly kind: string
  readonly where: string
  constructor(kind: string, where: string) {
    super(`constraint: ${kind} ${where}`)
    this.kind = kind
    this.where = where
  }
}

/** Somebody else saved this row in between: `version` is the one that is stored now. */
export class StaleVersion extends DatabaseError {
  readonly table: string
  readonly id: string
  readonly version: number
  constructor(table: string, id: string, version: number) {
    super(`stale version: ${table}`)
    this.table = table
    this.id = id
    this.version = version
  }
}

/** A row that was asked for by id is not there. */
export class RowMissing extends DatabaseError {
  readonly table: string
  readonly id: string
  constructor(table: string, id: string) {
    super(`no such row: ${table}`)
    this.table = table
    this.id = id
  }
}

/** Turns a raw SQLite error into a typed one; anything else comes back as it is. */
export function typedDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  // The query builder wraps some errors and puts the whole statement into the message.
  if (error.name.startsWith('Drizzle') && error.cause instanceof Error)
    return typedDatabaseError(error.cause)
  if (!('code' in error) || typeof error.code !== 'string') return error
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
