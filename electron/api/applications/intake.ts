import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { completeness, savingProblems } from '#domain/applications/rules.ts'
import { intakeSchema, newRecord, type Intake } from '#domain/applications/intake.ts'
import type { ApplicationInput, ApplicationState } from '#domain/applications/schema.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { checkPerson, checkRepresentative } from '#domain/people/rules.ts'
import { idKinds, type Person, type PersonData } from '#domain/people/schema.ts'
import { checkTelkDecision } from '#domain/people/telk.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { openRegime } from '#domain/regimes/rules.ts'
import { fillNumberMask, looksLikeMask } from '#domain/settings/rules.ts'
import { formatFullName, formatSettlement } from '#domain/text/format-person.ts'
import type { Db, Tx } from '#db/connection.ts'
import { UniqueViolation } from '#db/errors.ts'
import { newId } from '#db/ids.ts'
import {
  applicationInputOf,
  existingApplications,
  getApplication,
  insertApplication,
  updateApplication,
} from '#db/queries/applications.ts'
import { getOffice } from '#db/queries/office.ts'
import {
  getRepresentative,
  insertRepresentative,
  insertTelkDecision,
  listRepresentatives,
} from '#db/queries/people-parts.ts'
import { similarPeople } from '#db/queries/people-search.ts'
import { findPersonByNumber, getPerson, insertPerson, updatePerson } from '#db/queries/people.ts'
import { drawNumber, nextNumber, numbersOfSubject } from '#db/queries/registry-numbers.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { applicantFacts, missingOf, warningsOf } from './facts.ts'
import { applicantOf, correctable, formFor, telkOfApplicant } from './view.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { action, type ActionCall } from '../kernel/actions.ts'
import { read } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'
import { masked } from '../people/view.ts'

const id = z.string().min(1).max(64)
const register = 'applications'

export const applicationIntake = {
  /** What an empty form begins with. */
  setup: read(
    { permission: 'applications.write', audit: 'none', input: z.object({}) },
    ({ db, today }) => {
      const { data } = getOffice(db)
      const mask = settingValue(db, 'applicationNumberMask', today)
      const year = Number(today.slice(0, 4))
      return {
        drawNumber: settingValue(db, 'applicationNumbersOwn', today),
        mask,
        /** For the screen only: saving draws it. */
        nextNumber: fillNumberMask(mask, { n: nextNumber(db, register, year), year }),
        municipality: data.municipality,
        region: data.region,
        missingDocumentsDays: settingValue(db, 'missingDocumentsDays', today),
      }
    },
  ),

  /** The person whose number was typed or whose dossier is open; null when the number is new. */
  applicant: read(
    {
      permission: 'applications.write',
      audit: 'dossier.opened',
      input: z.union([
        z.object({ personId: id }),
        z.object({ idKind: z.enum(idKinds), idNumber: z.string().min(1).max(40) }),
      ]),
    },
    ({ input, db, actor, today, noteReading }) => {
      const person =
        'personId' in input
          ? existing(getPerson(db, input.personId))
          : findPersonByNumber(db, input.idKind, input.idNumber)
      if (!person) return null
      noteReading(person.id)
      const open = existingApplications(db, {
        personId: person.id,
        entryNumber: '',
        entryDate: today,
      })
      return {
        person: applicantOf(actor, person, today),
        representatives: listRepresentatives(db, person.id).map((one) => ({
          id: one.id,
          kind: one.kind,
          name: formatFullName(one),
        })),
        telk: telkOfApplicant(actor, db, person.id, today),
        applications: open.map(({ id: own, service, state, entryNumber, entryDate }) => ({
          id: own,
          service,
          state,
          entryNumber,
          entryDate,
        })),
        warnings: warningsOf(db, person.currentAddress.municipality),
      }
    },
  ),

  /** What can be said while one types: the number of the register, people who are alike. */
  check: read(
    {
      permission: 'applications.write',
      audit: 'none',
      input: z.object({
        entryNumber: z.string().max(60),
        entryDate: z.string().max(10).nullable(),
        exceptId: id.nullable(),
        person: z
          .object({
            firstName: z.string().max(200),
            middleName: z.string().max(200).nullable(),
            lastName: z.string().max(200),
            idKind: z.enum(idKinds),
            idNumber: z.string().max(40).nullable(),
            birthDate: z.string().max(10).nullable(),
          })
          .nullable(),
        municipality: z.string().max(60).nullable(),
      }),
    },
    ({ input, db, actor, today }) => {
      const number = input.entryNumber.trim()
      const date = input.entryDate ?? today
      const same = existingApplications(db, { personId: '', entryNumber: number, entryDate: date })
      const taken = same.find((row) => row.id !== input.exceptId && row.entryNumber === number)
      return {
        numberTaken: number === '' || !taken ? null : { id: taken.id, entryDate: taken.entryDate },
        numberUnusual:
          number !== '' && !looksLikeMask(settingValue(db, 'applicationNumberMask', date), number),
        similar: input.person
          ? similarPeople(db, input.person).map((line) => masked(line, actor))
          : [],
        warnings: warningsOf(db, input.municipality),
      }
    },
  ),

  /** Person, representative, decision and application in one transaction: all or nothing. */
  create: action(
    {
      permission: 'applications.write',
      audit: 'application.registered',
      subject: 'application',
      input: intakeSchema,
    },
    (call) => {
      const { input, tx, audit, actor, now, today } = call
      const stamp = { at: now, by: actor.accountId }
      demand(openRegime(input.application.regime, input.application.entryDate))
      const person = personOf(call)
      const application: ApplicationInput = {
        ...input.application,
        personId: person.id,
        representativeId: representativeOf(call, person),
      }
      saveTelk(call, person)
      const own = newId()
      const number = input.drawNumber ? drawn(call, own) : application.entryNumber
      const final = { ...application, ...formOf(actor, application, ''), entryNumber: number }
      demand(savingProblems({ id: null, ...final }, existingApplications(tx, final), today))
      const missing = completeness(final, applicantFacts(tx, final))
      const state: ApplicationState = missing.length > 0 ? 'incomplete' : 'registered'
      const due = dueDate(tx, final.entryDate)
      insertApplication(tx, final, state, stamp, own, {
        documentsDueDate: state === 'incomplete' ? due : null,
      })
      audit({ subjectId: own, personId: person.id, payload: { data: final } })
      return {
        id: own,
        personId: person.id,
        entryNumber: number,
        state,
        missing,
        documentsDueDate: state === 'incomplete' ? due : null,
        warnings: warningsOf(tx, person.currentAddress.municipality, final),
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
      input: z.object({ id, version: z.int().min(1), data: intakeSchema }),
    },
    ({ input: { id: own, version, data }, tx, audit, actor, now, today, office }) => {
      const stored = getApplication(tx, own)
      if (!correctable.includes(stored.state))
        throw ruleError([{ code: 'applicationLocked', params: { state: stored.state } }])
      const before = applicationInputOf(stored)
      const call = { input: data, tx, audit, actor, now, today, office }
      const person = existing(getPerson(tx, stored.personId))
      const drawnNumber = numbersOfSubject(tx, 'application', own).length > 0
      const final: ApplicationInput = {
        ...data.application,
        ...formOf(actor, data.application, before.needsDescription),
        personId: stored.personId,
        regime: stored.regime,
        service: stored.service,
        representativeId: representativeOf(call, person),
        // A number that the office gave stands on paper: neither it nor its year moves.
        entryNumber: drawnNumber ? stored.entryNumber : data.application.entryNumber,
      }
      if (drawnNumber && final.entryDate.slice(0, 4) !== stored.entryDate.slice(0, 4))
        throw ruleError([{ code: 'numberYearFixed', path: ['entryDate'] }])
      saveTelk(call, person)
      demand(savingProblems({ ...final, id: own }, existingApplications(tx, final), today))
      const missing = missingOf(tx, final)
      const state: ApplicationState = missing.length > 0 ? 'incomplete' : 'registered'
      const due = dueDate(tx, stored.documentsLetterDate ?? final.entryDate)
      const saved = saveOrConflict(
        tx,
        () =>
          updateApplication(
            tx,
            own,
            version,
            final,
            { at: now, by: actor.accountId },
            {
              state,
              documentsDueDate: state === 'incomplete' ? due : null,
            },
          ),
        () => {
          const theirs = getApplication(tx, own)
          const { version: newest, updatedBy, updatedAt } = theirs
          const form = formFor(actor, applicationInputOf(theirs))
          return { ...form, version: newest, updatedBy, updatedAt }
        },
      )
      audit({ subjectId: own, personId: person.id, payload: changes(before, final) })
      return {
        id: own,
        version: saved,
        state,
        missing,
        documentsDueDate: state === 'incomplete' ? due : null,
      }
    },
  ),
}

type IntakeCall = Pick<
  ActionCall<Intake>,
  'input' | 'tx' | 'actor' | 'now' | 'today' | 'office' | 'audit'
>

/** Without the right to health what was told stays as it was. */
function formOf(actor: Session, form: ApplicationInput, stored: string) {
  return can(actor.roles, 'people.readHealth')
    ? { needsDescription: form.needsDescription }
    : { needsDescription: stored }
}

function dueDate(db: Db, from: string): string {
  return addDays(from, settingValue(db, 'missingDocumentsDays', from))
}

/** The applicant: made now, changed now, or as they are. */
function personOf(call: IntakeCall): Person {
  const { input, tx, actor, now, today } = call
  const { known, person: data } = input
  const stamp = { at: now, by: actor.accountId }
  if (known === null) {
    if (!data) throw ruleError([{ code: 'required', path: ['person', 'idNumber'] }])
    demandPerson(data, today)
    return unique(tx, data, () => insertPerson(tx, data, stamp))
  }
  const stored = existing(getPerson(tx, known.id))
  if (stored.deathDate !== null)
    throw ruleError([
      { code: 'personDied', path: ['person', 'idNumber'], params: { deathDate: stored.deathDate } },
    ])
  if (known.version === null || !data) return stored
  const changed = merged(stored, data)
  demandPerson(changed, today)
  const opened = known.version
  return saveOrConflict(
    tx,
    () => unique(tx, changed, () => updatePerson(tx, stored.id, opened, changed, stamp)),
    () => ({ version: stored.version, updatedBy: stored.updatedBy, updatedAt: stored.updatedAt }),
  )
}

/** What the page of an application asks of a person; the rest of the dossier stays. */
function merged(stored: Person, data: PersonData): Person {
  const { firstName, middleName, lastName, idKind, idNumber, birthDate, sex } = data
  const { currentAddress, permanentAddress } = data
  const [first, ...others] = stored.phones
  const number = data.phones[0]?.number
  return {
    ...stored,
    ...{ firstName, middleName, lastName, idKind, idNumber, birthDate, sex },
    idCardNumber: data.idCardNumber,
    idCardIssuedOn: data.idCardIssuedOn,
    currentAddress: { ...currentAddress, ekatte: stored.currentAddress.ekatte },
    permanentAddress,
    phones: number === undefined ? others : [{ note: first?.note ?? null, number }, ...others],
  }
}

function demandPerson(data: PersonData, today: string): void {
  const { blocks } = checkPerson(data, today)
  if (blocks.length > 0) throw ruleError(under('person', blocks))
}

const under = (part: string, problems: Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, path: [part, ...(problem.path ?? [])] }))

function unique<T>(tx: Tx, data: PersonData, save: () => T): T {
  try {
    return save()
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error
    const owner = findPersonByNumber(tx, data.idKind, data.idNumber)
    throw ruleError([
      {
        code: data.idKind === 'egn' ? 'personNumberTaken' : 'personDocumentTaken',
        path: ['person', 'idNumber'],
        params: {
          name: owner ? formatFullName(owner) : '',
          settlement: owner ? formatSettlement(owner.currentAddress) : '',
          personId: owner?.id ?? '',
        },
      },
    ])
  }
}

/** Who files: a known representative of this person, a new one, or nobody. */
function representativeOf(call: IntakeCall, person: Person): string | null {
  const { input, tx, actor, now, today } = call
  const { representativeId } = input.application
  if (representativeId === null) return null
  if (representativeId !== newRecord) {
    const known = existing(getRepresentative(tx, representativeId))
    if (known.personId !== person.id)
      throw ruleError([{ code: 'representativeMissing', path: ['representativeId'] }])
    return known.id
  }
  if (!input.representative)
    throw ruleError([{ code: 'representativeMissing', path: ['representativeId'] }])
  const { blocks } = checkRepresentative(input.representative, person, today)
  if (blocks.length > 0) throw ruleError(under('representative', blocks))
  const stamp = { at: now, by: actor.accountId }
  return insertRepresentative(tx, person.id, input.representative, stamp).id
}

function saveTelk({ input, tx, actor, now, today }: IntakeCall, person: Person): void {
  if (!input.telk) return
  const checked = checkTelkDecision(input.telk, person, today)
  if (!checked.ok) throw ruleError(under('telk', checked.problems))
  const data = can(actor.roles, 'people.readHealth')
    ? input.telk
    : { ...input.telk, diagnosis: null, icd10: null }
  insertTelkDecision(tx, person.id, data, { at: now, by: actor.accountId })
}

/** The office's own number, drawn in the transaction that registers the application. */
function drawn({ input, tx, actor, now }: IntakeCall, subjectId: string): string {
  const { entryDate } = input.application
  if (!settingValue(tx, 'applicationNumbersOwn', entryDate))
    throw ruleError([{ code: 'required', path: ['entryNumber'] }])
  const year = Number(entryDate.slice(0, 4))
  const mask = settingValue(tx, 'applicationNumberMask', entryDate)
  const row = drawNumber(
    tx,
    {
      register,
      year,
      subjectKind: 'application',
      subjectId,
      issuedOn: entryDate,
      actor: actor.accountId,
      now,
    },
    (n) => fillNumberMask(mask, { n, year }),
  )
  return row.label
}

/** Only what changed goes into the audit, old and new side by side. */
function changes(before: ApplicationInput, after: ApplicationInput): Record<string, unknown> {
  return Object.fromEntries(
    (Object.keys(after) as (keyof ApplicationInput)[])
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => [key, { from: before[key], to: after[key] }]),
  )
}
