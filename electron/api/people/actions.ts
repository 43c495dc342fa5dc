import { z } from 'zod'
import { listQuestionSchema } from '#domain/lists/shape.ts'
import { idChangeGrounds, judgeIdChange, staysFormer } from '#domain/people/former-ids.ts'
import { peopleList } from '#domain/people/list.ts'
import { checkPerson } from '#domain/people/rules.ts'
import { idKinds, personSchema, type PersonData } from '#domain/people/schema.ts'
import { inputOf } from '#db/kept-record.ts'
import { placeInList } from '#db/queries/people-list.ts'
import { formerIdsOf, isNumberOnPaper, keepFormerId } from '#db/queries/people-former-ids.ts'
import { searchPeople } from '#db/queries/people-search.ts'
import { similarPeople } from '#db/queries/people-similar.ts'
import { getPerson, insertPerson, listSettlements, updatePerson } from '#db/queries/people.ts'
import { action } from '../kernel/actions.ts'
import { changesBetween } from '../kernel/changes.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { id, which } from '../kernel/ids.ts'
import { masked } from '../kernel/list-source.ts'
import { askedQuestion, defineList } from '../kernel/lists.ts'
import { stampOf } from '../kernel/steps.ts'
import { read } from '../kernel/procedures.ts'
import { peopleFilter, peopleSource } from './list.ts'
import { peopleParts } from './parts.ts'
import { peopleRepeats } from './repeats.ts'
import { withUniqueNumber } from './unique.ts'
import { dossierFor, nearlyWhole } from './view.ts'

export default {
  ...peopleParts,
  ...peopleRepeats,

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
        lastName: z.string().max(200).nullable(),
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
      return { idNumber: person.idNumber, former: formerIdsOf(tx, person) }
    },
  ),

  create: action(
    { permission: 'people.write', audit: 'person.created', subject: 'person', input: personSchema },
    (call) => {
      const { input, tx, audit } = call
      const warnings = checked(input, call.today)
      const person = withUniqueNumber(tx, input, ['idNumber'], () =>
        insertPerson(tx, input, stampOf(call)),
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
      input: which.extend({
        data: personSchema,
        /** Asked for where the number becomes another one. */
        idChangeGround: z.enum(idChangeGrounds).nullable().default(null),
      }),
    },
    (call) => {
      const { tx, audit } = call
      const { id: own, version, data } = call.input
      const before = existing(getPerson(tx, own))
      const warnings = checked(data, call.today)
      const idChange = judgeIdChange(before, data, call.input.idChangeGround)
      demand(idChange)
      const { ground } = idChange
      const saved = saveOrConflict(
        tx,
        () =>
          withUniqueNumber(tx, data, ['idNumber'], () =>
            updatePerson(tx, own, version, data, stampOf(call)),
          ),
        () => before,
      )
      const changes = changesBetween(inputOf(before, personSchema), inputOf(saved, personSchema))
      if (ground !== null && staysFormer(ground, isNumberOnPaper(tx, own))) {
        const { idKind, idNumber } = before
        keepFormerId(tx, own, { idKind, idNumber, until: call.today, ground }, stampOf(call))
      }
      const payload = ground === null ? changes : { ...changes, idChangeGround: ground }
      audit({ subjectId: own, personId: own, payload })
      return { id: own, version: saved.version, warnings }
    },
  ),
}

function checked(data: PersonData, today: string) {
  const { blocks, warnings } = checkPerson(data, today)
  if (blocks.length > 0) throw ruleError(blocks)
  return warnings
}
