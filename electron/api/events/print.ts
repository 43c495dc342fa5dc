import { z } from 'zod'
import { appendAudit } from '#db/audit/append.ts'
import { findEvent } from '#db/queries/events.ts'
import { buildPresence } from '#papers/events/presence.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { handOut } from '../kernel/long-work.ts'
import { pdfFile } from '../kernel/printing.ts'
import { presenceFacts, wholeEvent } from './facts.ts'
import { about } from './moves.ts'

/** „Присъствен списък“: printed and forgotten; that it was printed stays. */
export const printPresence = handOut(
  { permission: 'events.read', audit: 'event.presencePrinted', input: z.object({ id }) },
  async ({ office, input, database, today }) => {
    const row = existing(findEvent(database.orm, input.id))
    if (row.state === 'cancelled') throw ruleError([{ code: 'eventCancelled' }])
    const whole = wholeEvent(database.orm, row)
    if (whole.people.length === 0) throw ruleError([{ code: 'eventNobody' }])
    const { data, documentDate } = buildPresence(presenceFacts(database.orm, whole, today))
    const { pdf } = await office.papers.render({ layout: 'presence', data, documentDate })
    return { pdf, row }
  },
  ({ made, database, actor, now, input }) => {
    database.transaction((tx) => {
      appendAudit(tx, {
        at: now,
        actor: actor.accountId,
        action: 'event.presencePrinted',
        subjectKind: 'event',
        subjectId: input.id,
        personId: null,
        payload: about(made.row),
      })
    })
    return pdfFile(made.pdf, 'presence')
  },
)
