import type { Database } from '#db/connection.ts'
import { createPapers, type Papers } from '#papers/pool.ts'

/** How long after the database was opened the compiler of papers is started: its page comes first. */
const AFTER_MS = 4_000
/** It takes its 100 MB for so long without a paper: started anew it is slow, most of all on a busy machine. */
const IDLE_MS = 10 * 60_000

export const officePapers = ({ workers }: { workers: { papers: URL } }): Papers =>
  createPapers({ workerUrl: workers.papers, idleMs: IDLE_MS })

/** Whoever unlocks the office will want a paper today: the first one shall not be the slow one. */
export function thenWarm(
  openWith: (key: Buffer) => Database,
  papers: Papers,
  { nothingByItself, warmAfterMs }: { nothingByItself?: boolean; warmAfterMs?: number },
): (key: Buffer) => Database {
  let waiting: NodeJS.Timeout | undefined
  return (key) => {
    const database = openWith(key)
    clearTimeout(waiting)
    if (nothingByItself && warmAfterMs === undefined) return database
    // Closed meanwhile, the papers start nothing.
    waiting = setTimeout(() => void papers.warm(), warmAfterMs ?? AFTER_MS)
    waiting.unref()
    return database
  }
}
