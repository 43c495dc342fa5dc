import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { dateDoubts } from '#domain/applications/dates.ts'
import { intakeSchema } from '#domain/applications/intake.ts'
import { savingProblems, type ExistingApplication } from '#domain/applications/rules.ts'
import type { ApplicationInput, ApplicationState } from '#domain/applications/schema.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { openRegime } from '#domain/regimes/rules.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import {
  applicationInputOf,
  existingApplications,
  getApplication,
  insertApplication,
  updateApplication,
} from '#db/queries/applications.ts'
import { getPerson } from '#db/queries/people.ts'
import { numbersOfSubject } from '#db/queries/registry-numbers.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { personOf, representativeOf, saveTelk } from './applicant.ts'
import { filingFacts, missingOf, warningsOf } from './facts.ts'
import { intakeStart } from './intake-start.ts'
import { moveApplication } from './moves.ts'
import { drawnNumber } from './number.ts'
import { correctable, formFor } from './view.ts'
import { firstResponsible } from './whose.ts'
import { action } from '../kernel/actions.ts'
import { changesBetween } from '../kernel/changes.ts'
import { formOf, saveOrConflict } from '../kernel/conflict.ts'
import { dueDay } from '../kernel/days.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { id, which } from '../kernel/ids.ts'
import { read } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'
import { stampOf, type StepCall } from '../kernel/steps.ts'

export const applicationIntake = {
  ...intakeStart,

  /** Person, representative, decision and application in one transaction: all or nothing. */
  create: action(
    {
      permission: 'applications.write',
      audit: 'application.registered',
      subject: 'application',
      input: intakeSchema,
    },
    (call) => {
      const { input, tx, audit, actor, today } = call
      const { entryDate } = input.application
      demand(openRegime(input.application.regime, entryDate))
      const person = personOf(call)
      const representativeId = representativeOf(call, person)
      saveTelk(call, person)
      const own = newId()
      const entryNumber = input.drawNumber
        ? drawnNumber(call, entryDate, own)
        : input.application.entryNumber
      const final: ApplicationInput = {
        ...input.application,
        ...toldOf(actor, input.application, ''),
        personId: person.id,
        representativeId,
        entryNumber,
      }
      const filing = filingFacts(person, entryDate)
      const known = existingApplications(tx, final, today)
      demand(savingProblems({ id: null, ...final }, filing, known, today))
      closeExpired(call, final, known)
      const { state, missing, documentsDueDate } = completenessOf(tx, final, entryDate)
      const responsibleId = firstResponsible(tx, actor, input.responsibleId)
      insertApplication(tx, final, state, stampOf(call), own, { documentsDueDate, responsibleId })
      audit({ subjectId: own, personId: person.id, payload: { data: final, to: responsibleId } })
      return {
        id: own,
        personId: person.id,
        entryNumber,
        state,
        missing,
        documentsDueDate: dueDay(tx, documentsDueDate),
        warnings: [
          ...warningsOf(tx, person.currentAddress.municipality, final),
          ...dateDoubts(final, today),
        ],
      }
    },
  ),

  /** Everything the form edits. */
  edit: read(
    {
      permission: 'applications.write',
      audit: 'dossier.openedForEditing',
      input: z.object({ id }),
    },
    ({ input, db, actor, noteReading }) => {
      const stored = getApplication(db, input.id)
      noteReading(stored.personId, { kind: 'application', id: stored.id })
      return {
        version: stored.version,
        form: formFor(actor, applicationInputOf(stored)),
        numberDrawn: numbersOfSubject(db, 'application', stored.id).length > 0,
        correctable: correctable.includes(stored.state),
      }
    },
  ),

  /** Corrects the form while nothing has been decided by it. */
  update: action(
    {
      permission: 'applications.write',
      audit: 'application.corrected',
      subject: 'application',
      input: which.extend({ data: intakeSchema }),
    },
    (call) => {
      const { tx, audit, actor, today } = call
      const { id: own, version, data } = call.input
      const stored = getApplication(tx, own)
      if (!correctable.includes(stored.state))
        throw ruleError([{ code: 'applicationLocked', params: { state: stored.state } }])
      const before = applicationInputOf(stored)
      const intake = { ...call, input: data }
      const person = existing(getPerson(tx, stored.personId))
      const drawn = numbersOfSubject(tx, 'application', own).length > 0
      const final: ApplicationInput = {
        ...data.application,
        ...toldOf(actor, data.application, before.needsDescription),
        personId: stored.personId,
        regime: stored.regime,
        service: stored.service,
        representativeId: representativeOf(intake, person),
        // A number that the office gave stands on paper: neither it nor its year moves.
        entryNumber: drawn ? stored.entryNumber : data.application.entryNumber,
      }
      if (drawn && final.entryDate.slice(0, 4) !== stored.entryDate.slice(0, 4))
        throw ruleError([{ code: 'numberYearFixed', path: ['entryDate'] }])
      saveTelk(intake, person)
      const filing = filingFacts(person, final.entryDate)
      const known = existingApplications(tx, final, today)
      demand(savingProblems({ ...final, id: own }, filing, known, today))
      const from = stored.documentsLetterDate ?? final.entryDate
      const { state, missing, documentsDueDate } = completenessOf(tx, final, from)
      const saved = saveOrConflict(
        tx,
        () =>
          updateApplication(tx, own, version, final, stampOf(call), { state, documentsDueDate }),
        () => formOf(stored, formFor(actor, before)),
      )
      audit({ subjectId: own, personId: person.id, payload: changesBetween(before, final) })
      return {
        id: own,
        version: saved,
        state,
        missing,
        documentsDueDate: dueDay(tx, documentsDueDate),
      }
    },
  ),
}

/** A case whose contract ran out is over when the next one is begun. */
function closeExpired(
  call: StepCall,
  { personId, service }: ApplicationInput,
  known: readonly ExistingApplication[],
): void {
  for (const one of known)
    if (
      one.personId === personId &&
      one.service === (service as string) &&
      one.state === 'contractExpired'
    )
      moveApplication(call, one.id, { kind: 'contractEnded', date: call.today })
}

/** Without the right to health what was told stays as it was. */
function toldOf(actor: Session, form: ApplicationInput, stored: string) {
  return can(actor.roles, 'people.readHealth')
    ? { needsDescription: form.needsDescription }
    : { needsDescription: stored }
}

/** Whether all papers are there, and the last day of the term of the missing ones. */
function completenessOf(
  db: Db,
  application: ApplicationInput,
  from: string,
): { state: ApplicationState; missing: Problem[]; documentsDueDate: string | null } {
  const missing = missingOf(db, application)
  if (missing.length === 0) return { state: 'registered', missing, documentsDueDate: null }
  const days = settingValue(db, 'missingDocumentsDays', from)
  return { state: 'incomplete', missing, documentsDueDate: addDays(from, days) }
}
