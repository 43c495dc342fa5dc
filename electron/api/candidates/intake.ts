import { z } from 'zod'
import { addDays } from '#domain/calendar/civil-date.ts'
import { entryDoubt } from '#domain/candidates/dates.ts'
import { candidateIntakeSchema } from '#domain/candidates/intake.ts'
import { candidacyProblems, missingOf } from '#domain/candidates/rules.ts'
import type { CandidacyInput, CandidacyState } from '#domain/candidates/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { Db } from '#db/connection.ts'
import {
  candidacyInputOf,
  existingCandidacies,
  getCandidacy,
  insertCandidacy,
  updateCandidacy,
} from '#db/queries/candidates.ts'
import { correctable } from './facts.ts'
import { candidateStart } from './intake-start.ts'
import { personOf } from '../applications/applicant.ts'
import { action } from '../kernel/actions.ts'
import { changesBetween } from '../kernel/changes.ts'
import { formOf, saveOrConflict } from '../kernel/conflict.ts'
import { demand, ruleError } from '../kernel/faults.ts'
import { id, which } from '../kernel/ids.ts'
import { read } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'
import { stampOf } from '../kernel/steps.ts'

export const candidateIntake = {
  ...candidateStart,

  /** Person and candidacy in one transaction: all or nothing. */
  create: action(
    {
      permission: 'candidates.write',
      audit: 'candidacy.registered',
      subject: 'candidacy',
      input: candidateIntakeSchema,
    },
    (call) => {
      const { input, tx, audit, today } = call
      const person = personOf(call)
      const final: CandidacyInput = { ...input.candidacy, personId: person.id }
      demand(candidacyProblems({ ...final, id: null }, existingCandidacies(tx, final), today))
      const { state, missing, documentsDueDate } = completenessOf(tx, final, final.entryDate)
      const own = insertCandidacy(tx, final, state, stampOf(call), { documentsDueDate })
      const { entryNumber, entryDate, campaign } = final
      // What the candidate told is erased one day: it stands in the record alone.
      audit({
        subjectId: own,
        personId: person.id,
        payload: { entryNumber, entryDate, campaign, state },
      })
      return {
        id: own,
        personId: person.id,
        state,
        missing,
        documentsDueDate,
        warnings: entryDoubt(entryDate, today),
      }
    },
  ),

  /** Everything the form edits. */
  edit: read(
    {
      permission: 'candidates.write',
      audit: 'dossier.openedForEditing',
      input: z.object({ id }),
    },
    ({ input, db, noteReading }) => {
      const stored = getCandidacy(db, input.id)
      noteReading(stored.personId, { kind: 'candidacy', id: stored.id })
      return {
        version: stored.version,
        form: candidacyInputOf(stored),
        correctable: correctable.includes(stored.state),
      }
    },
  ),

  /** Corrects the form while nothing has been decided by it. */
  update: action(
    {
      permission: 'candidates.write',
      audit: 'candidacy.corrected',
      subject: 'candidacy',
      input: which.extend({ data: candidateIntakeSchema }),
    },
    (call) => {
      const { tx, audit, today } = call
      const { id: own, version, data } = call.input
      const stored = getCandidacy(tx, own)
      if (!correctable.includes(stored.state)) throw ruleError([{ code: 'candidacyLocked' }])
      const before = candidacyInputOf(stored)
      const known = { id: stored.personId, version: data.known?.version ?? null }
      personOf({ ...call, input: { known, person: data.person } })
      const final: CandidacyInput = { ...data.candidacy, personId: stored.personId }
      demand(candidacyProblems({ ...final, id: own }, existingCandidacies(tx, final), today))
      const from = stored.documentsLetterDate ?? final.entryDate
      const { state, missing, documentsDueDate } = completenessOf(tx, final, from)
      const saved = saveOrConflict(
        tx,
        () => updateCandidacy(tx, own, version, final, stampOf(call), { state, documentsDueDate }),
        () => formOf(stored, before),
      )
      // Which fields, never what stands in them.
      const fields = Object.keys(changesBetween(before, final))
      audit({
        subjectId: own,
        personId: stored.personId,
        payload: Object.fromEntries(fields.map((name) => [name, null])),
      })
      return { id: own, version: saved, state, missing, documentsDueDate, warnings: [] }
    },
  ),
}

/** Whether everything is there, and by when what is missing is awaited. */
function completenessOf(
  db: Db,
  candidacy: CandidacyInput,
  from: string,
): { state: CandidacyState; missing: Problem[]; documentsDueDate: string | null } {
  const missing = missingOf(candidacy)
  if (missing.length === 0) return { state: 'registered', missing, documentsDueDate: null }
  const days = settingValue(db, 'missingDocumentsDays', from)
  return { state: 'incomplete', missing, documentsDueDate: addDays(from, days) }
}
