import { shortLivedActions } from '#domain/audit/actions.ts'
import { addMonths } from '#domain/calendar/civil-date.ts'
import { startOfDay } from '#domain/calendar/instant.ts'
import { appendAudit, shredStretch } from '#db/audit/append.ts'
import type { Db } from '#db/connection.ts'
import { listAudit } from '#db/queries/audit.ts'
import { lastSeqWrittenBefore } from '#db/queries/audit-journal.ts'
import { getOffice } from '#db/queries/office.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { settingValue } from '../kernel/settings.ts'
import { isWorkedIn } from './worked-in.ts'

/** Entries that one transaction looks at: a few milliseconds also on a slow disk. */
const atOnce = 250

/** Of the time that the clock says, how much the journal must know. */
const daysLookedAt = 60

/** Up to which entry each kind of content was shredded, or is due to be. */
interface Reached {
  viewing: number
  content: number
}

/**
 * Retention: what the entries said is shredded after the office's terms, the chain stays. Begun at
 * each log-in and done in small transactions of its own, each with its line; what is not done
 * before the office closes goes on at the next log-in.
 */
export function shredOldContent(office: OfficeDoor): void {
  let due: Reached | undefined
  const next = (reached: Reached | undefined, pauseMs: number) => {
    setTimeout(() => {
      // Everybody may have locked or gone meanwhile.
      if (!office.vault.isOpen) return
      try {
        const began = performance.now()
        due ??= dueNow(office)
        const after = shredSome(office, reached ?? reachedBefore(office.vault.database().orm), due)
        // As long as it took, the others have the database for themselves.
        if (after) next(after, performance.now() - began)
      } catch (error) {
        office.logFault('retention', error)
      }
    }, pauseMs).unref()
  }
  next(undefined, 0)
}

/** One transaction; undefined when nothing is due any more. */
function shredSome(office: OfficeDoor, reached: Reached, due: Reached): Reached | undefined {
  const database = office.vault.database()
  if (reached.viewing >= due.viewing && reached.content >= due.content) return undefined
  const after: Reached = {
    viewing: Math.max(reached.viewing, Math.min(reached.viewing + atOnce, due.viewing)),
    content: Math.max(reached.content, Math.min(reached.content + atOnce, due.content)),
  }
  database.transaction((tx) => {
    const count =
      shredStretch(
        tx,
        { first: reached.viewing + 1, last: after.viewing },
        { only: shortLivedActions },
      ) +
      shredStretch(
        tx,
        { first: reached.content + 1, last: after.content },
        { not: shortLivedActions },
      )
    if (count === 0) return
    const now = office.now()
    appendAudit(tx, {
      at: now,
      actor: null,
      action: 'journal.shredded',
      subjectKind: 'office',
      subjectId: getOffice(tx).id,
      payload: { count, reached: after },
    })
  })
  return after
}

function dueNow(office: OfficeDoor): Reached {
  const db = office.vault.database().orm
  const today = office.today()
  if (!isWorkedIn(db, today, daysLookedAt)) return { viewing: 0, content: 0 }
  const before = (years: number) =>
    lastSeqWrittenBefore(db, startOfDay(addMonths(today, -12 * years)))
  return {
    viewing: before(settingValue(db, 'journalViewingYears', today)),
    content: before(settingValue(db, 'journalContentYears', today)),
  }
}

/** The last line of this kind says it; its own content is kept for the longer term. */
function reachedBefore(db: Db): Reached {
  const [last] = listAudit(db, { actions: ['journal.shredded'], limit: 1 })
  const { viewing = 0, content = 0 } = (last?.payload?.['reached'] ?? {}) as Partial<Reached>
  return { viewing, content }
}
