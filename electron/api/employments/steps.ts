import { z } from 'zod'
import { noticeProblems } from '#domain/employments/notices.ts'
import {
  employmentSigningSchema,
  noticeEvents,
  noticeSentSchema,
  resumptionSchema,
  suspensionSchema,
} from '#domain/employments/schema.ts'
import type { Db } from '#db/connection.ts'
import { findAnnex, setAnnex } from '#db/queries/employments.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { id, reason, which } from '../kernel/ids.ts'
import { annulPaper, handOutPaper, printedPaper, signPaper } from '../kernel/paper-steps.ts'
import { stampOf, type StepCall } from '../kernel/steps.ts'
import { candidateEmployed } from './candidacy.ts'
import { employmentRecord, sentOut, signed, statusAfter } from './moves.ts'
import { employmentPapers } from './paper-kinds.ts'

/** The frozen paper of an issued contract. */
function paperOf(db: Db, { id }: EmploymentRow): PaperRow {
  return existing(currentPaperOf(db, { kind: employmentPapers.kind, id }))
}

const noticeInput = which.extend({
  event: z.enum(noticeEvents),
  /** Of a change: which annex. */
  annexId: id.nullable(),
  sent: noticeSentSchema,
})

/** What happens to a contract once it is issued; its paper goes with it. */
export const employmentSteps = {
  /** „Навън за подпис“. */
  sendOut: employmentRecord.step(
    { permission: employmentPapers.markSigned, audit: 'employment.sentOut', input: which },
    (call) => ({
      changes: sentOut(call, call.record),
      follow() {
        handOutPaper(call, printedPaper(call, paperOf(call.tx, call.record)))
      },
    }),
  ),

  /** „Върнат подписан“: from its first day on the contract counts. */
  markSigned: employmentRecord.step(
    {
      permission: employmentPapers.markSigned,
      audit: 'employment.signed',
      input: which.extend({ signing: employmentSigningSchema }),
    },
    (call) => {
      const { record } = call
      const { signedOn } = call.input.signing
      return {
        changes: signed(call, record, signedOn),
        payload: { signedOn },
        follow() {
          signPaper(call, paperOf(call.tx, record), { on: signedOn, mode: 'person' })
          candidateEmployed(call, record, signedOn)
        },
      }
    },
  ),

  /** From a day on nobody works under it: unpaid leave, another service. */
  suspend: employmentRecord.step(
    {
      permission: 'employments.end',
      audit: 'employment.suspended',
      input: which.extend({ suspension: suspensionSchema }),
    },
    ({ record, tx, today, input: { suspension } }) => ({
      changes: {
        status: statusAfter({ db: tx, today }, record, { kind: 'suspend', ...suspension }),
        suspendedFrom: suspension.fromDate,
        suspensionReason: suspension.reason,
      },
      payload: { fromDate: suspension.fromDate },
    }),
  ),

  resume: employmentRecord.step(
    {
      permission: 'employments.end',
      audit: 'employment.resumed',
      input: which.extend({ resumption: resumptionSchema }),
    },
    ({ record, tx, today, input: { resumption } }) => ({
      changes: {
        status: statusAfter({ db: tx, today }, record, { kind: 'resume', ...resumption }),
        suspendedFrom: null,
        suspensionReason: '',
      },
      payload: { suspendedFrom: record.suspendedFrom, ...resumption },
    }),
  ),

  /** A wrongly issued contract: its number and its paper stay, annulled. */
  annul: employmentRecord.step(
    {
      permission: 'employments.issue',
      audit: 'employment.annulled',
      input: which.extend({ reason }),
    },
    (call) => {
      const { record, tx, today, input } = call
      const event = { kind: 'annul', reason: input.reason } as const
      return {
        changes: {
          status: statusAfter({ db: tx, today }, record, event),
          annulReason: input.reason,
        },
        payload: { reason: input.reason },
        follow() {
          annulPaper(call, paperOf(tx, record), input.reason)
        },
      }
    },
  ),

  /** НАП was told: on which day, under which number. */
  noticeSent: employmentRecord.step(
    { permission: 'employments.write', audit: 'employment.noticeSent', input: noticeInput },
    (call) => {
      const { record, today } = call
      const { event, annexId, sent } = call.input
      const problems = noticeProblems(sent.sentOn, happenedOn(call, record), today)
      if (problems.length > 0) throw ruleError(problems)
      const payload = { event, annexId, ...sent }
      if (event === 'begin')
        return {
          changes: { beginNoticeOn: sent.sentOn, beginNoticeReference: sent.reference },
          payload,
        }
      if (event === 'end')
        return {
          changes: { endNoticeOn: sent.sentOn, endNoticeReference: sent.reference },
          payload,
        }
      return {
        changes: {},
        payload,
        follow() {
          const annex = existing(findAnnex(call.tx, annexId ?? ''))
          const told = { noticeOn: sent.sentOn, noticeReference: sent.reference }
          setAnnex(call.tx, annex.id, annex.version, told, stampOf(call))
        },
      }
    },
  ),
}

type NoticeCall = StepCall & { input: z.output<typeof noticeInput> }

/** When that happened of which НАП is told; null = it did not. Throws NOT_FOUND. */
function happenedOn({ tx, input }: NoticeCall, record: EmploymentRow): string | null {
  if (record.kind === 'civil') return null
  if (input.event === 'begin') return record.status === 'annulled' ? null : record.signedOn
  if (input.event === 'end') return record.status === 'ended' ? record.lastDay : null
  const annex = existing(findAnnex(tx, input.annexId ?? ''))
  if (annex.employmentId !== record.id) throw notFound()
  return annex.status === 'signed' ? annex.signedOn : null
}
