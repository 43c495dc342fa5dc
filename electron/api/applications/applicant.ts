import { can } from '#domain/accounts/permissions.ts'
import { newRecord, type Intake } from '#domain/applications/intake.ts'
import { isSameId } from '#domain/people/former-ids.ts'
import { checkPerson, checkRepresentative } from '#domain/people/rules.ts'
import type { Person, PersonData } from '#domain/people/schema.ts'
import { checkTelkDecision } from '#domain/people/telk.ts'
import type { Problem } from '#domain/problems/schema.ts'
import {
  getRepresentative,
  insertRepresentative,
  insertTelkDecision,
} from '#db/queries/people-parts.ts'
import { getPerson, insertPerson, updatePerson } from '#db/queries/people.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { stampOf, type StepCall } from '../kernel/steps.ts'
import { numberElsewhere, withUniqueNumber } from '../people/unique.ts'

/** What comes with an application: the applicant, who files for them, their decision of ТЕЛК. */
export type IntakeCall = StepCall & { input: Intake }

/** The applicant: made now, changed now, or as they are. */
export function personOf(call: StepCall & { input: Pick<Intake, 'known' | 'person'> }): Person {
  const { input, tx, today } = call
  const { known, person: data } = input
  const stamp = stampOf(call)
  const path = ['person', 'idNumber']
  if (known === null) {
    if (!data) throw ruleError([{ code: 'required', path }])
    demandPerson(data, today)
    return withUniqueNumber(tx, data, path, () => insertPerson(tx, data, stamp))
  }
  const stored = existing(getPerson(tx, known.id))
  if (stored.deathDate !== null)
    throw ruleError([{ code: 'personDied', path, params: { deathDate: stored.deathDate } }])
  if (known.version === null || !data) return stored
  const changed = merged(stored, data)
  if (!isSameId(stored, changed)) throw numberElsewhere(tx, changed, path)
  demandPerson(changed, today)
  const opened = known.version
  return saveOrConflict(
    tx,
    () => updatePerson(tx, stored.id, opened, changed, stamp),
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

/** Who files: a known representative of this person, a new one, or nobody. */
export function representativeOf(call: IntakeCall, person: Person): string | null {
  const { input, tx, today } = call
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
  return insertRepresentative(tx, person.id, input.representative, stampOf(call)).id
}

export function saveTelk(call: IntakeCall, person: Person): void {
  const { input, tx, actor, today } = call
  if (!input.telk) return
  const checked = checkTelkDecision(input.telk, person, today)
  if (!checked.ok) throw ruleError(under('telk', checked.problems))
  const data = can(actor.roles, 'people.readHealth')
    ? input.telk
    : { ...input.telk, diagnosis: null, icd10: null }
  insertTelkDecision(tx, person.id, data, stampOf(call))
}
