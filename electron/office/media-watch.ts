import { uptime } from 'node:os'
import { whereabouts } from '#db/backup/drives.ts'
import type { Database } from '#db/connection.ts'
import { listMedia, listMediumCopies } from '#db/queries/backup.ts'
import { getOffice } from '#db/queries/office.ts'

/**
 * Which media were out since something was written to them. Where the file system lets nobody read
 * past its cache, a copy can be read only after that: then nothing of it is in memory any more.
 */
export function createMediaWatch(options: { now(): string }) {
  /** When a medium was last seen to be away; monotonic. */
  const away = new Map<string, number>()
  /** Copies that were written by this running program. */
  const written = new Map<string, number>()
  /** Copies that the office read, or could not read, by itself. */
  const tried = new Map<string, number>()
  const startedAt = performance.now()

  /** The computer was switched off since: its memory too. */
  const fromEarlierRun = (createdAt: string) =>
    Date.parse(createdAt) < Date.parse(options.now()) - uptime() * 1000
  const wasAway = (copy: { id: string; mediumId: string; createdAt: string }) =>
    (away.get(copy.mediumId) ?? -1) > (written.get(copy.id) ?? startedAt - 1) ||
    (!written.has(copy.id) && fromEarlierRun(copy.createdAt))

  /** What cannot be told now will not be told in a second: once each time its medium comes back. */
  const wasTried = (copy: { id: string; mediumId: string }) =>
    (tried.get(copy.id) ?? -1) > (away.get(copy.mediumId) ?? -1)

  return {
    wasAway,
    noteWritten(copyId: string) {
      written.set(copyId, performance.now())
    },
    noteTried(copyId: string) {
      tried.set(copyId, performance.now())
    },
    /** Looks where media are that hold a copy which is only written; ids of those to read now. */
    async look({ orm }: Pick<Database, 'orm'>): Promise<string[]> {
      const waiting = listMediumCopies(orm).filter((one) => one.state === 'written')
      if (waiting.length === 0) return []
      const officeId = getOffice(orm).id
      const media = listMedia(orm).filter(({ id }) => waiting.some((one) => one.mediumId === id))
      const seen = await Promise.all(
        media.map(async ({ id, place }) => ({
          id,
          is: await whereabouts(place, officeId, id),
        })),
      )
      for (const { id, is } of seen) if (is === 'away') away.set(id, performance.now())
      const here = new Set(seen.filter(({ is }) => is === 'here').map(({ id }) => id))
      return waiting
        .filter((one) => here.has(one.mediumId) && wasAway(one) && !wasTried(one))
        .map((one) => one.id)
    },
  }
}
