import { appendAuditLater, type AuditLine } from '#db/audit/append.ts'
import type { Database } from '#db/connection.ts'

/** Reading is audited in bundles, so that opening a dossier never waits for the disk. */
export function createReadingNotes(database: () => Database, now: () => string) {
  let waiting: AuditLine[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const lines = waiting
    waiting = []
    if (lines.length === 0) return
    try {
      database().transaction((tx) => {
        appendAuditLater(tx, lines, now())
      })
    } catch (error) {
      // The lines are owed: they go in front of what comes next.
      waiting = [...lines, ...waiting]
      throw error
    }
  }
  return {
    note(line: AuditLine) {
      waiting.push(line)
      timer ??= setTimeout(() => {
        try {
          flush()
        } catch {
          timer = undefined // tried again with the next line, and when the vault closes
        }
      }, 500)
      timer.unref()
    },
    /** Writes what waits; call before the database closes. */
    flush,
  }
}
