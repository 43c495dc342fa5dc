import { z } from 'zod'
import { noticeDue } from '#domain/employments/notices.ts'
import { termsOn } from '#domain/employments/days.ts'
import { noticeEvents, type NoticeEvent } from '#domain/employments/schema.ts'
import type { NoticeFacts } from '#domain/employments/facts.ts'
import { appendAudit } from '#db/audit/append.ts'
import type { Db } from '#db/connection.ts'
import { catalogueEntry } from '#db/queries/employment-catalogue.ts'
import { annexesOf, findEmployment } from '#db/queries/employments.ts'
import type { AnnexRow, EmploymentRow } from '#db/schema/employments.ts'
import { buildNotice } from '#papers/employments/after.ts'
import { existing, notFound } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { handOut } from '../kernel/long-work.ts'
import { pdfFile } from '../kernel/printing.ts'
import { aboutFacts } from './end.ts'
import { noticeTerms } from './limits.ts'

/** What НАП must be told of, by when, and what was sent. */
export interface Notice {
  event: NoticeEvent
  annexId: string | null
  on: string
  due: string
  sentOn: string | null
  reference: string | null
}

/** Of a labour contract that was signed: its beginning, its annexes, its end. */
export function noticesOf(db: Db, row: EmploymentRow, annexes: readonly AnnexRow[]): Notice[] {
  if (row.kind === 'civil' || row.signedOn === null || row.status === 'annulled') return []
  const due = (event: NoticeEvent, on: string) => noticeDue(event, on, noticeTerms(db, on))
  const begin: Notice = {
    event: 'begin',
    annexId: null,
    on: row.signedOn,
    due: due('begin', row.signedOn),
    sentOn: row.beginNoticeOn,
    reference: row.beginNoticeReference,
  }
  const changes = annexes.flatMap((annex): Notice[] =>
    annex.status !== 'signed' || annex.signedOn === null
      ? []
      : [
          {
            event: 'change',
            annexId: annex.id,
            on: annex.signedOn,
            due: due('change', annex.signedOn),
            sentOn: annex.noticeOn,
            reference: annex.noticeReference,
          },
        ],
  )
  const end: Notice[] =
    row.status !== 'ended' || row.lastDay === null
      ? []
      : [
          {
            event: 'end',
            annexId: null,
            on: row.lastDay,
            due: due('end', row.lastDay),
            sentOn: row.endNoticeOn,
            reference: row.endNoticeReference,
          },
        ]
  return [begin, ...changes, ...end]
}

function noticeFacts(db: Db, row: EmploymentRow, asked: Pick<Notice, 'event' | 'annexId'>) {
  const annexes = annexesOf(db, [row.id]).get(row.id) ?? []
  const notice = noticesOf(db, row, annexes).find(
    ({ event, annexId }) => event === asked.event && annexId === asked.annexId,
  )
  if (!notice) throw notFound()
  const begins = annexes.find(({ id }) => id === notice.annexId)?.fromDate ?? notice.on
  const terms = termsOn(row, annexes, begins)
  const facts: NoticeFacts = {
    ...aboutFacts(db, row),
    draft: false,
    number: null,
    date: null,
    event: notice.event,
    on: notice.on,
    due: notice.due,
    legalGround: row.legalGround,
    startDate: row.startDate,
    endDate: terms.endDate,
    code: catalogueEntry(db, row.positionId)?.code ?? null,
    minutesPerDay: terms.minutesPerDay,
    pay: { cents: terms.basePayCents, unit: terms.payUnit },
    leaveDays: row.leaveDays,
    article: row.endArticle,
  }
  return facts
}

/** „Лист за уведомление до НАП“: printed and forgotten; that it was printed stays in the journal. */
export const printNotice = handOut(
  {
    permission: 'employments.readPay',
    audit: 'employment.noticePrinted',
    input: z.object({ id, event: z.enum(noticeEvents), annexId: id.nullable() }),
  },
  async ({ office, input, database }) => {
    const row = existing(findEmployment(database.orm, input.id))
    const { data, documentDate } = buildNotice(noticeFacts(database.orm, row, input))
    const { pdf } = await office.papers.render({ layout: 'statement', data, documentDate })
    return { pdf, personId: row.personId }
  },
  ({ made, database, actor, now, input }) => {
    database.transaction((tx) => {
      appendAudit(tx, {
        at: now,
        actor: actor.accountId,
        action: 'employment.noticePrinted',
        subjectKind: 'employment',
        subjectId: input.id,
        personId: made.personId,
        payload: { event: input.event },
      })
    })
    return pdfFile(made.pdf, 'notice')
  },
)
