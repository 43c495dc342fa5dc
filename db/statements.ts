import type Sqlite from 'sqlite3'

/** Distinct statements kept ready for one connection; beyond that the one unused longest goes. */
const KEPT = 400

/**
 * What the query builder asks of a connection. It prepares anew for every call; here a statement
 * that was prepared before is used again: preparing costs more than most of our queries.
 */
export class KeptStatements {
  readonly #raw: Sqlite.Database
  readonly #kept = new Map<string, KeptStatement>()

  constructor(raw: Sqlite.Database) {
    this.#raw = raw
  }

  prepare(sql: string): KeptStatement {
    const known = this.#kept.get(sql)
    const statement = known ?? new KeptStatement(this.#raw, sql)
    // A map keeps the order of insertion: the first is the one unused longest.
    if (known) this.#kept.delete(sql)
    else if (this.#kept.size >= KEPT) this.#forgetOldest()
    this.#kept.set(sql, statement)
    return statement
  }

  transaction<F extends (...args: never[]) => unknown>(run: F) {
    return this.#raw.transaction(run)
  }

  #forgetOldest(): void {
    const [oldest] = this.#kept.keys()
    if (oldest !== undefined) this.#kept.delete(oldest)
  }
}

/**
 * One statement in its two forms: `raw()` gives rows as lists. In the driver that is a switch of the
 * statement itself, which would stay on for whoever takes it up next.
 */
class KeptStatement {
  readonly #database: Sqlite.Database
  readonly #sql: string
  #rows: Sqlite.Statement | undefined
  #lists: Sqlite.Statement | undefined

  constructor(database: Sqlite.Database, sql: string) {
    this.#database = database
    this.#sql = sql
  }

  run(...params: unknown[]) {
    return this.#asRows().run(...params)
  }

  get(...params: unknown[]) {
    return this.#asRows().get(...params)
  }

  all(...params: unknown[]) {
    return this.#asRows().all(...params)
  }

  raw(): Sqlite.Statement {
    this.#lists ??= this.#database.prepare(this.#sql).raw()
    return this.#lists
  }

  #asRows(): Sqlite.Statement {
    this.#rows ??= this.#database.prepare(this.#sql)
    return this.#rows
  }
}
