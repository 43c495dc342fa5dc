import type { Raw } from '#db/connection.ts'

/**
 * The very statements that `work` runs on the connection, prepared once, with their values: what is
 * left when everything above SQLite is taken away.
 */
export function sameSql(raw: Raw, work: () => unknown): () => void {
  const runs: (() => unknown)[] = []
  const prepare = raw.prepare.bind(raw)
  raw.prepare = ((text: string) => {
    const statement = prepare(text)
    return new Proxy(statement, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name)
        if (typeof own !== 'function') return own
        return (...values: unknown[]) => {
          if (name === 'all') {
            const again = prepare(text)
            runs.push(() => again.all(...values))
          }
          const answer: unknown = Reflect.apply(own, target, values)
          return answer
        }
      },
    })
  }) as typeof raw.prepare
  try {
    work()
  } finally {
    Reflect.deleteProperty(raw, 'prepare')
  }
  if (runs.length === 0) throw new Error('no statement was run')
  return () => {
    for (const run of runs) run()
  }
}
