import { z } from 'zod'
import { contractInputSchema } from '#domain/contracts/schema.ts'
import { termKindOf, latestEnd } from '#domain/contracts/term.ts'
import { findAssessmentRow } from '#db/queries/assessments.ts'
import {
  deleteContractDraft,
  contractDraftOf,
  contractInputOf,
  findContract,
  insertContract,
  setContract,
} from '#db/queries/contracts.ts'
import type { ContractRow } from '#db/schema/contracts.ts'
import { contractFaults, contractPaper, demandOwnRecords, limitsFor, warningsOf } from './facts.ts'
import { placed } from './places.ts'
import { contractRecord } from './moves.ts'
import { basisOf, proposalFor, representativeChoices } from './proposal.ts'
import { personLine } from './view.ts'
import { action } from '../kernel/actions.ts'
import { formOf, saveOrConflict } from '../kernel/conflict.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { keepHabit } from '../kernel/habits.ts'
import { id, version, which } from '../kernel/ids.ts'
import { pdfFile } from '../kernel/printing.ts'
import { read } from '../kernel/procedures.ts'
import { stampOf } from '../kernel/steps.ts'

const formInput = z.object({ contractId: id.nullable(), personId: id, input: contractInputSchema })

/** A contract before it is issued: filled in, checked, shown as „ПРОЕКТ“, kept as a draft. */
export const contractDrafts = {
  /** A new contract of a person, filled in from assessment, plan and settings. */
  proposal: read(
    { permission: 'contracts.write', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, actor, today, noteReading }) => {
      const proposal = proposalFor(db, actor, input.personId, today)
      noteReading(input.personId)
      const one = proposal.input
      return {
        ...proposal,
        person: personLine(db, input.personId),
        basis: one && basisOf(db, one),
        representatives: representativeChoices(db, input.personId),
      }
    },
  ),

  /** What stands between the form as it is and „Издай“. */
  check: read(
    { permission: 'contracts.write', audit: 'dossier.opened', input: formInput },
    ({ input: form, db, noteReading }) => {
      const one = { id: form.contractId, personId: form.personId, input: form.input }
      demandOwnRecords(db, one)
      noteReading(form.personId)
      const { startDate, endDate, service } = form.input
      const limits = limitsFor(db, service, startDate)
      return {
        problems: placed(one, contractFaults(db, one)),
        warnings: placed(one, warningsOf(db, one)),
        termKind: termKindOf(startDate, endDate, limits),
        latestEndDate: latestEnd(startDate, limits),
      }
    },
  ),

  /** The paper as it would be, with „ПРОЕКТ“ and without a number. */
  preview: read(
    { permission: 'contracts.write', audit: 'dossier.opened', input: formInput },
    async ({ input: form, db, office, signal, noteReading }) => {
      const one = { id: form.contractId, personId: form.personId, input: form.input }
      demandOwnRecords(db, one)
      noteReading(form.personId)
      const { pdf } = await office.papers.render(contractPaper(db, one, null).request, signal)
      return pdfFile(pdf, 'draft')
    },
  ),

  /** A new draft, or the changes of one. */
  saveDraft: action(
    {
      permission: 'contracts.write',
      audit: 'contract.drafted',
      subject: 'contract',
      input: z.object({
        id: id.nullable(),
        version: version.nullable(),
        personId: id,
        input: contractInputSchema,
      }),
    },
    (call) => {
      const { tx, audit, actor } = call
      const { id: contractId, version: opened, personId, input } = call.input
      demandOwnRecords(tx, { id: contractId, personId, input })
      const minutesPerMonth = findAssessmentRow(tx, input.assessmentId)?.grantedMinutes ?? 0
      const { place, copies, accountantSigns } = input
      keepHabit(tx, actor.accountId, 'contract', { place, copies, accountantSigns })
      if (contractId === null) {
        const other = contractDraftOf(tx, input.applicationId)
        if (other)
          throw ruleError([{ code: 'contractDraftExists', params: { contractId: other.id } }])
        const created = insertContract(tx, input, { personId, minutesPerMonth }, stampOf(call))
        audit({ subjectId: created, personId })
        return { id: created, version: 1 }
      }
      const stored = existing(findContract(tx, contractId))
      if (stored.personId !== personId) throw notFound()
      demandDraft(stored)
      const changes = { ...input, minutesPerMonth }
      const saved = saveOrConflict(
        tx,
        () => setContract(tx, contractId, opened ?? 0, changes, stampOf(call)),
        () => formOf(stored, contractInputOf(stored)),
      )
      audit({ subjectId: contractId, personId })
      return { id: contractId, version: saved }
    },
  ),

  /** Only a draft is deleted; what was issued is annulled. */
  deleteDraft: contractRecord.removal(
    { permission: 'contracts.write', audit: 'contract.draftDeleted', input: which },
    deleteContractDraft,
    ({ record }) => {
      demandDraft(record)
      return {}
    },
  ),
}

function demandDraft({ status }: ContractRow): void {
  if (status !== 'draft') throw ruleError([{ code: 'contractLocked' }])
}
