import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { checkPerson, checkRepresentative } from '#domain/people/rules.ts'
import {
  personNoteSchema,
  personSchema,
  representativeSchema,
  telkDecisionSchema,
  type Person,
  type PersonData,
} from '#domain/people/schema.ts'
import { maskId } from '#domain/text/format-person.ts'
import { UniqueViolation } from '#db/errors.ts'
import { countPeople, listPeople, listPeopleIds } from '#db/queries/people-list.ts'
import {
  getRepresentative,
  getTelkDecision,
  insertPersonNote,
  insertRepresentative,
  insertTelkDecision,
  listPersonNotes,
  listRepresentatives,
  listTelkDecisions,
  updateRepresentative,
  updateTelkDecision,
} from '#db/queries/people-parts.ts'
import { searchPeople, similarPeople, type PersonLine } from '#db/queries/people-search.ts'
import {
  findPersonByNumber,
  getPerson,
  insertPerson,
  listSettlements,
  updatePerson,
} from '#db/queries/people.ts'
import type { Db, Tx } from '#db/connection.ts'
import type { Session } from '#electron/office/interface.ts'
import { saveOrConflict } from './kernel/conflict.ts'
import { existing, ruleError } from './kernel/faults.ts'
import { action, read } from './kernel/procedures.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)

const filter = z.object({
  text: z.string().max(120).optional(),
  settlement: z.string().max(60).optional(),
  deceased: z.boolean().optional(),
})
const order = z.object({
  by: z.enum(['name', 'birthDate', 'updated']).default('name'),
  descending: z.boolean().default(false),
})

/** A number is shown whole only by „Покажи“, which is written down. */
function masked<T extends PersonLine>(line: T, actor: Session): T {
  const idNumber = can(actor.roles, 'people.revealId') ? maskId(line.idNumber) : ''
  return { ...line, idNumber }
}

export const people = {
  /** One window of the list, in Bulgarian order. */
  list: read(
    {
      permission: 'people.read',
      audit: 'none',
      input: z.object({
        filter,
        order,
        offset: z.int().min(0).max(10_000_000),
        limit: z.int().min(1).max(500),
      }),
    },
    ({ input, db, actor }) => ({
      rows: listPeople(db, given(input.filter), input.order, input).map((line) =>
        masked(line, actor),
      ),
      total: countPeople(db, given(input.filter)),
    }),
  ),

  /** The whole filtered list as ids: „избери всички“, previous and next dossier. */
  ids: read(
    { permission: 'people.read', audit: 'none', input: z.object({ filter, order }) },
    ({ input, db }) => listPeopleIds(db, given(input.filter), input.order),
  ),

  /** Search as you type; a search is audited when it is acted on, by the reading that follows. */
  search: read(
    { permission: 'search.use', audit: 'none', input: z.object({ text: z.string().max(120) }) },
    ({ input, db, actor }) => {
      const { people: found, shownFor } = searchPeople(db, input.text)
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
        idKind: z.enum(['egn', 'lnch', 'other']),
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
    ({ input, db, actor, noteReading }) => {
      const person = existing(getPerson(db, input.id))
      noteReading(person.id)
      return {
        person: { ...person, ...masked({ ...person, ...flat(person) }, actor), iban: null },
        representatives: listRepresentatives(db, person.id).map((one) => ({
          ...one,
          idNumber: one.idNumber === null ? null : maskId(one.idNumber),
        })),
        telkDecisions: can(actor.roles, 'people.readHealth')
          ? listTelkDecisions(db, person.id)
          : undefined,
        notes: listPersonNotes(db, person.id),
      }
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
      audit({
        subjectId: input.id,
        personId: input.id,
        payload: changes(before, saved),
      })
      return { version: saved.version, warnings }
    },
  ),

  saveRepresentative: action(
    {
      permission: 'people.write',
      audit: 'person.representativeSaved',
      subject: 'representative',
      input: z.object({
        personId: id,
        id: id.nullable(),
        version: version.nullable(),
        data: representativeSchema,
      }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const person = existing(getPerson(tx, input.personId))
      const stamp = { at: now, by: actor.accountId }
      const { blocks } = checkRepresentative(input.data, person, today)
      if (blocks.length > 0) throw ruleError(blocks)
      const { id: own, version: opened } = input
      const saved =
        own === null || opened === null
          ? insertRepresentative(tx, input.personId, input.data, stamp)
          : saveOrConflict(
              tx,
              () => updateRepresentative(tx, own, opened, input.data, stamp),
              () => getRepresentative(tx, own),
            )
      audit({ subjectId: saved.id, personId: input.personId, payload: { data: input.data } })
      return { id: saved.id, version: saved.version }
    },
  ),

  saveTelkDecision: action(
    {
      permission: 'people.write',
      audit: 'person.telkSaved',
      subject: 'telkDecision',
      input: z.object({
        personId: id,
        id: id.nullable(),
        version: version.nullable(),
        data: telkDecisionSchema,
      }),
    },
    ({ input, tx, audit, actor, now }) => {
      existing(getPerson(tx, input.personId))
      const stamp = { at: now, by: actor.accountId }
      const { id: own, version: opened } = input
      const saved =
        own === null || opened === null
          ? insertTelkDecision(tx, input.personId, input.data, stamp)
          : saveOrConflict(
              tx,
              () => updateTelkDecision(tx, own, opened, input.data, stamp),
              () => getTelkDecision(tx, own),
            )
      audit({ subjectId: saved.id, personId: input.personId, payload: { data: input.data } })
      return { id: saved.id, version: saved.version }
    },
  ),

  /** „Запиши разговор“. */
  addNote: action(
    {
      permission: 'people.write',
      audit: 'person.noteAdded',
      subject: 'personNote',
      input: z.object({ personId: id, note: personNoteSchema }),
    },
    ({ input, tx, audit, actor, now }) => {
      existing(getPerson(tx, input.personId))
      const note = insertPersonNote(tx, input.personId, input.note, {
        at: now,
        by: actor.accountId,
      })
      audit({ subjectId: note.id, personId: input.personId, payload: { kind: note.kind } })
      return { id: note.id }
    },
  ),
}

function flat(person: Person): Pick<PersonLine, 'settlementKind' | 'settlement'> {
  const { settlementKind, settlement } = person.currentAddress
  return { settlementKind, settlement }
}

function given(input: z.output<typeof filter>) {
  const { text, settlement, deceased } = input
  return {
    ...(text === undefined ? {} : { text }),
    ...(settlement === undefined ? {} : { settlement }),
    ...(deceased === undefined ? {} : { deceased }),
  }
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
    if (!(error instanceof UniqueViolation)) throw error
    throw ruleError([takenBy(tx, data)])
  }
}

function takenBy(db: Db, data: PersonData) {
  const owner = findPersonByNumber(db, data.idKind, data.idNumber)
  return {
    code: 'idNumberTaken',
    path: ['idNumber'],
    params: {
      name: owner
        ? [owner.firstName, owner.middleName, owner.lastName].filter(Boolean).join(' ')
        : '',
      settlement: owner ? owner.currentAddress.settlement : '',
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
