import { z } from 'zod'
import { annexProblems } from '#domain/employments/annexes.ts'
import { annexInputSchema, employmentSigningSchema } from '#domain/employments/schema.ts'
import type { AnnexFacts } from '#domain/employments/facts.ts'
import type { Db } from '#db/connection.ts'
import {
  annexesOf,
  annexInputOf,
  deleteAnnexDraft,
  findAnnex,
  findEmployment,
  insertAnnex,
  setAnnex,
  type AnnexRecord,
} from '#db/queries/employments.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import { buildAnnex } from '#papers/employments/after.ts'
import { action } from '../kernel/actions.ts'
import { formOf, savedForm } from '../kernel/conflict.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { frozenStep } from '../kernel/freezing.ts'
import { id, reason, version, which } from '../kernel/ids.ts'
import { annulPaper, signPaper } from '../kernel/paper-steps.ts'
import { providerFacts } from '../kernel/parties.ts'
import { settingValue } from '../kernel/settings.ts'
import { stampOf } from '../kernel/steps.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import { aboutFacts } from './end.ts'
import { besideOf, limitsFor, othersOf } from './limits.ts'
import { annexCounts, annexRecord, annexSigned } from './moves.ts'
import { annexPapers } from './paper-kinds.ts'

/** What stands between an annex and „Издай“. */
function annexFaults(db: Db, annex: AnnexRecord) {
  const row = existing(findEmployment(db, annex.employmentId))
  const employment = besideOf(row, annexesOf(db, [row.id]).get(row.id) ?? [])
  return annexProblems(
    annexInputOf(annex),
    employment,
    othersOf(db, row.personId),
    limitsFor(db, annex.annexDate),
  )
}

function annexPaper(db: Db, annex: AnnexRecord, number: string) {
  const row = existing(findEmployment(db, annex.employmentId))
  const facts: AnnexFacts = {
    ...aboutFacts(db, row),
    provider: providerFacts(db, { chiefAccountant: row.accountantSigns }),
    draft: false,
    number,
    date: annex.annexDate,
    fromDate: annex.fromDate,
    minutesPerDay: annex.minutesPerDay,
    pay:
      annex.basePayCents === null && annex.payUnit === null
        ? null
        : { cents: annex.basePayCents ?? row.basePayCents, unit: annex.payUnit ?? row.payUnit },
    programme: annex.programme,
    placeOfWork: annex.placeOfWork,
    endDate: annex.endDate,
    copies: row.copies,
  }
  const { data, documentDate, textVersion, dataHash } = buildAnnex(facts)
  return { request: { layout: 'contract' as const, data, documentDate }, textVersion, dataHash }
}

function demandDraft({ status }: AnnexRecord): void {
  if (status !== 'draft') throw ruleError([{ code: 'contractLocked' }])
}

/** Допълнителни споразумения: hours, pay, programme, place, end – from a day on. */
export const employmentAnnexSteps = {
  /** A new draft, or the changes of one. */
  saveAnnex: action(
    {
      permission: 'employments.write',
      audit: 'employment.annexDrafted',
      subject: annexRecord.subject,
      input: z.object({
        id: id.nullable(),
        version: version.nullable(),
        employmentId: id,
        input: annexInputSchema,
      }),
    },
    (call) => {
      const { tx, audit } = call
      const { id: own, version: opened, employmentId, input } = call.input
      const employment = existing(findEmployment(tx, employmentId))
      if (employment.status !== 'signed') throw ruleError([{ code: 'annexOfUnsigned' }])
      const stored = own === null ? undefined : existing(findAnnex(tx, own))
      if (stored && stored.employmentId !== employmentId) throw notFound()
      if (stored) demandDraft(stored)
      const saved = savedForm(
        tx,
        { id: own, version: opened },
        () => insertAnnex(tx, input, employmentId, stampOf(call)),
        (id, version) => setAnnex(tx, id, version, input, stampOf(call)),
        () => stored && formOf(stored, annexInputOf(stored)),
      )
      audit({ subjectId: saved.id, personId: employment.personId })
      return saved
    },
  ),

  removeAnnex: annexRecord.removal(
    { permission: 'employments.write', audit: 'employment.annexDeleted', input: which },
    deleteAnnexDraft,
    ({ record }) => {
      demandDraft(record)
      return {}
    },
  ),

  /** „Издай“: the annex has its number and its paper. */
  issueAnnex: frozenStep(
    annexPapers,
    annexRecord,
    { audit: 'employment.annexIssued', input: which },
    ({ record, db }) => {
      demandDraft(record)
      const problems = annexFaults(db, record)
      if (problems.length > 0) throw ruleError(problems)
      return {
        date: record.annexDate,
        build: (number) => annexPaper(db, record, number),
        frozen: ({ number, paperId }) => ({
          changes: {
            status: 'issued' as const,
            number,
            numberYear: Number(record.annexDate.slice(0, 4)),
          },
          payload: { number, paperId },
        }),
      }
    },
  ),

  /** „Върнато подписано“: from its day on it counts. */
  markAnnexSigned: annexRecord.step(
    {
      permission: annexPapers.markSigned,
      audit: 'employment.annexSigned',
      input: which.extend({ signing: employmentSigningSchema }),
    },
    (call) => {
      const { record, tx } = call
      const { signedOn } = call.input.signing
      return {
        changes: annexSigned(call, record, signedOn),
        payload: { signedOn },
        follow() {
          const paper = existing(currentPaperOf(tx, { kind: annexPapers.kind, id: record.id }))
          signPaper(call, paper, { on: signedOn, mode: 'person' })
          annexCounts(call, record)
        },
      }
    },
  ),

  /** A wrongly issued annex that nobody signed: its number and its paper stay, annulled. */
  annulAnnex: annexRecord.step(
    {
      permission: 'employments.issue',
      audit: 'employment.annexAnnulled',
      input: which.extend({ reason }),
    },
    (call) => {
      const { record, tx, today, input } = call
      if (record.status !== 'issued')
        throw ruleError([{ code: 'eventNotAllowed', params: { state: record.status } }])
      const short = reasonProblem(input.reason, settingValue(tx, 'minReasonLength', today))
      if (short) throw ruleError([short])
      return {
        changes: { status: 'annulled', annulReason: input.reason },
        payload: { reason: input.reason },
        follow() {
          const paper = existing(currentPaperOf(tx, { kind: annexPapers.kind, id: record.id }))
          annulPaper(call, paper, input.reason)
        },
      }
    },
  ),
}
