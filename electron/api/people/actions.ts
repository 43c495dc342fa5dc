import { z } from 'zod'
import { listQuestionSchema } from '#domain/lists/shape.ts'
import { peopleList } from '#domain/people/list.ts'
import { checkPerson } from '#domain/people/rules.ts'
import { idKinds, personSchema, type Person, type PersonData } from '#domain/people/schema.ts'
import { formatFullName, formatSettlement } from '#domain/text/format-person.ts'
import type { Db, Tx } from '#db/connection.ts'
import { typedDatabaseError, UniqueViolation } from '#db/errors.ts'
import { placeInList } from '#db/queries/people-list.ts'
import { searchPeople, similarPeople } from '#db/queries/people-search.ts'
import {
  findPersonByNumber,
  getPerson,
  insertPerson,
  listSettlements,
  updatePerson,
} from '#db/queries/people.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { action } from '../kernel/actions.ts'
import { masked } from '../kernel/list-source.ts'
import { askedQuestion, defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { peopleFilter, peopleSource } from './list.ts'
import { peopleParts } from './parts.ts'
import { dossierFor, nearlyWhole } from './view.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)

export default {
  ...peopleParts,

  ...defineList(peopleList, peopleSource),

  /** How many people of the filtered list stand before a surname: typing letters jumps there. */
  place: read(
    {
      permission: 'people.read',
      audit: 'none',
      input: z.object({ question: listQuestionSchema, text: z.string().min(1).max(60) }),
    },
    ({ input: { question, text }, db, actor, today }) => {
      const asked = askedQuestion(peopleList, question, actor.roles)
      const descending = asked.order[0]?.descending ?? false
      return placeInList(db, peopleFilter(asked, today), text, descending)
    },
  ),

  /** Search as you type; a search is audited when it is acted on, by the reading that follows. */
  search: read(
    { permission: 'search.use', audit: 'none', input: z.object({ text: z.string().max(120) }) },
    ({ input, db, actor }) => {
      const { people: found, shownFor } = searchPeople(db, nearlyWhole(input.text, actor))
      return { people: found.map((line) => masked(line, actor)), shownFor }
    },
  ),

  settlements: read({ permission: 'people.read', audit: 'none', input: z.object({}) }, ({ db }) =>
    listSettlements(db),
  ),

  /** People who may be the one being typed. */
  similar: read(
    {
      permission: 'people.write',
      audit: 'none',
      input: z.object({
        firstName: z.string().max(200),
        middleName: z.string().max(200).nullable(),
        lastName: z.string().max(200),
        idKind: z.enum(idKinds),
        idNumber: z.string().max(40).nullable(),
        birthDate: z.string().max(10).nullable(),
        exceptId: id.nullable(),
      }),
    },
    ({ input: { exceptId, ...candidate }, db, actor }) =>
      similarPeople(db, candidate, exceptId).map((line) => masked(line, actor)),
  ),

  /** The person of a dossier, without the whole number and, for some roles, without health. */
  find: read(
    { permission: 'people.read', audit: 'dossier.opened', input: z.object({ id }) },
    ({ input, db, actor, today, noteReading }) => {
      const person = existing(getPerson(db, input.id))
      noteReading(person.id)
      return dossierFor(db, actor, person, today)
    },
  ),

  /** Everything the form edits, numbers whole. */
  edit: read(
    { permission: 'people.write', audit: 'dossier.openedForEditing', input: z.object({ id }) },
    ({ input, db, noteReading }) => {
      const person = existing(getPerson(db, input.id))
      noteReading(person.id)
      return person
    },
  ),

  /** „Покажи“: written down every time. */
  revealId: action(
    {
      permission: 'people.revealId',
      audit: 'person.idRevealed',
      subject: 'person',
      input: z.object({ id }),
    },
    ({ input, tx, audit }) => {
      const person = existing(getPerson(tx, input.id))
      audit({ subjectId: person.id, personId: person.id })
      return { idNumber: person.idNumber }
    },
  ),

  create: action(
    { permission: 'people.write', audit: 'person.created', subject: 'person', input: personSchema },
    ({ input, tx, audit, actor, now, today }) => {
      const warnings = checked(input, today)
      const person = unique(tx, input, () =>
        insertPerson(tx, input, { at: now, by: actor.accountId }),
      )
      audit({ subjectId: person.id, personId: person.id, payload: { data: input } })
      return { id: person.id, version: person.version, warnings }
    },
  ),

  update: action(
    {
      permission: 'people.write',
      audit: 'person.changed',
      subject: 'person',
      input: z.object({ id, version, data: personSchema }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const before = existing(getPerson(tx, input.id))
      const warnings = checked(input.data, today)
      const stamp = { at: now, by: actor.accountId }
      const saved = saveOrConflict(
        tx,
        () =>
          unique(tx, input.data, () =>
            updatePerson(tx, input.id, input.version, input.data, stamp),
          ),
        () => getPerson(tx, input.id),
      )
      audit({ subjectId: input.id, personId: input.id, payload: changes(before, saved) })
      return { id: saved.id, version: saved.version, warnings }
    },
  ),
}

function checked(data: PersonData, today: string) {
  const { blocks, warnings } = checkPerson(data, today)
  if (blocks.length > 0) throw ruleError(blocks)
  return warnings
}

/** A number belongs to one person: the answer names the field and whose dossier it opens. */
function unique<T>(tx: Tx, data: PersonData, save: () => T): T {
  try {
    return save()
  } catch (error) {
    // Inside a transaction the driver's own error arrives here.
    if (!(typedDatabaseError(error) instanceof UniqueViolation)) throw error
    throw ruleError([takenBy(tx, data)])
  }
}

function takenBy(db: Db, data: PersonData) {
  const owner = findPersonByNumber(db, data.idKind, data.idNumber)
  return {
    code: data.idKind === 'egn' ? 'personNumberTaken' : 'personDocumentTaken',
    path: ['idNumber'],
    params: {
      name: owner ? formatFullName(owner) : '',
      settlement: owner ? formatSettlement(owner.currentAddress) : '',
      personId: owner?.id ?? '',
    },
  }
}

/** Only what changed goes into the audit, old and new side by side. */
function changes(before: Person, after: Person): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const key of Object.keys(after) as (keyof Person)[]) {
    if (key === 'version' || key === 'updatedAt' || key === 'updatedBy') continue
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      result[key] = { from: before[key], to: after[key] }
  }
  return result
}
