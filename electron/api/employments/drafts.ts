import { z } from 'zod'
import { inputOfKind } from '#domain/employments/rules.ts'
import { employmentInputSchema } from '#domain/employments/schema.ts'
import {
  deleteEmploymentDraft,
  employmentDraftOf,
  employmentInputOf,
  findEmployment,
  insertEmployment,
  setEmployment,
} from '#db/queries/employments.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import { personLine } from '../contracts/view.ts'
import { action } from '../kernel/actions.ts'
import { formOf, savedForm } from '../kernel/conflict.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { keepHabit } from '../kernel/habits.ts'
import { id, version, which } from '../kernel/ids.ts'
import { pdfFile } from '../kernel/printing.ts'
import { read } from '../kernel/procedures.ts'
import { stampOf } from '../kernel/steps.ts'
import { choicesFor, proposedInput } from './proposal.ts'
import {
  demandRecords,
  employmentFaults,
  employmentPaper,
  warningsOf,
  type EmploymentCase,
} from './facts.ts'
import { employmentRecord } from './moves.ts'

const formInput = z.object({
  employmentId: id.nullable(),
  personId: id,
  input: employmentInputSchema,
})

const caseOfForm = ({
  employmentId,
  personId,
  input,
}: z.output<typeof formInput>): EmploymentCase => ({
  id: employmentId,
  personId,
  input: inputOfKind(input),
})

/** A contract before it is issued: filled in, checked, shown as „ПРОЕКТ“, kept as a draft. */
export const employmentDrafts = {
  /** A new contract of a person, filled in from the last one and the settings. */
  proposal: read(
    { permission: 'employments.write', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input: { personId }, db, actor, today, noteReading }) => {
      const person = personLine(db, personId)
      noteReading(personId)
      return {
        person,
        draftId: employmentDraftOf(db, personId)?.id ?? null,
        input: proposedInput(db, actor, personId, today),
        choices: choicesFor(db, today),
      }
    },
  ),

  /** What stands between the form as it is and „Издай“. */
  check: read(
    { permission: 'employments.write', audit: 'dossier.opened', input: formInput },
    ({ input: form, db, noteReading }) => {
      const one = caseOfForm(form)
      demandRecords(db, one)
      noteReading(form.personId)
      return { problems: employmentFaults(db, one), warnings: warningsOf(db, one) }
    },
  ),

  /** The paper as it would be, with „ПРОЕКТ“ and without a number. */
  preview: read(
    { permission: 'employments.write', audit: 'dossier.opened', input: formInput },
    async ({ input: form, db, office, noteReading }) => {
      const one = caseOfForm(form)
      demandRecords(db, one)
      noteReading(form.personId)
      const { pdf } = await office.papers.render(employmentPaper(db, one, null).request)
      return pdfFile(pdf, 'draft')
    },
  ),

  /** A new draft, or the changes of one. */
  saveDraft: action(
    {
      permission: 'employments.write',
      audit: 'employment.drafted',
      subject: 'employment',
      input: z.object({
        id: id.nullable(),
        version: version.nullable(),
        personId: id,
        input: employmentInputSchema,
      }),
    },
    (call) => {
      const { tx, audit, actor } = call
      const { id: own, version: opened, personId } = call.input
      const input = inputOfKind(call.input.input)
      demandRecords(tx, { id: own, personId, input })
      const { place, copies, accountantSigns } = input
      keepHabit(tx, actor.accountId, 'employment', { place, copies, accountantSigns })
      const stored = own === null ? undefined : existing(findEmployment(tx, own))
      if (stored) demandDraftOf(stored, personId)
      else {
        const other = employmentDraftOf(tx, personId)
        if (other)
          throw ruleError([{ code: 'employmentDraftExists', params: { employmentId: other.id } }])
      }
      const saved = savedForm(
        tx,
        { id: own, version: opened },
        () => insertEmployment(tx, input, personId, stampOf(call)),
        (id, version) =>
          setEmployment(tx, id, version, { ...input, lastDay: input.endDate }, stampOf(call)),
        () => stored && formOf(stored, employmentInputOf(stored)),
      )
      audit({ subjectId: saved.id, personId })
      return saved
    },
  ),

  /** Only a draft is deleted; what was issued is annulled. */
  deleteDraft: employmentRecord.removal(
    { permission: 'employments.write', audit: 'employment.draftDeleted', input: which },
    deleteEmploymentDraft,
    ({ record }) => {
      demandDraftOf(record, record.personId)
      return {}
    },
  ),
}

function demandDraftOf(stored: EmploymentRow, personId: string): void {
  if (stored.personId !== personId) throw notFound()
  if (stored.status !== 'draft') throw ruleError([{ code: 'contractLocked' }])
}
