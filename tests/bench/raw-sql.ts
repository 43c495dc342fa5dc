import type Sqlite from 'sqlite3'
import type { Raw } from '#db/connection.ts'

/**
 * The very statements that `work` runs on the connection, prepared once, with their values: what is
 * left when everything above SQLite is taken away.
 */
export function sameSql(raw: Raw, work: () => unknown): () => void {
  const runs: (() => unknown)[] = []
  // Statements are kept from call to call: what they run is seen where all of them run it.
  const shared = Object.getPrototypeOf(raw.prepare('select 1')) as Sqlite.Statement
  const all: (...values: unknown[]) => unknown[] = Reflect.get(shared, 'all')
  shared.all = function (this: Sqlite.Statement, ...values: unknown[]) {
    const answer = Reflect.apply(all, this, values)
    const again = raw.prepare(this.source)
    if (Array.isArray(answer[0])) again.raw()
    runs.push(() => Reflect.apply(all, again, values))
    return answer
  }
  try {
    work()
  } finally {
    shared.all = all
  }
  if (runs.length === 0) throw new Error('no statement was run')
  return () => {
    for (const run of runs) run()
  }
}
