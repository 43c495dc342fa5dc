import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { checkRepresentative } from '#domain/people/rules.ts'
import {
  personNoteSchema,
  representativeSchema,
  telkDecisionSchema,
  type TelkDecision,
  type TelkDecisionData,
} from '#domain/people/schema.ts'
import { checkTelkDecision } from '#domain/people/telk.ts'
import {
  getRepresentative,
  getTelkDecision,
  insertPersonNote,
  insertRepresentative,
  insertTelkDecision,
  updateRepresentative,
  updateTelkDecision,
} from '#db/queries/people-parts.ts'
import { getPerson } from '#db/queries/people.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { savedForm } from '../kernel/conflict.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { action } from '../kernel/actions.ts'
import { id, version } from '../kernel/ids.ts'
import { stampOf } from '../kernel/steps.ts'
import { read } from '../kernel/procedures.ts'
import { withoutHealth } from './view.ts'

/** A part of a dossier: new without `id`, otherwise the version that was opened. */
const part = <T extends z.ZodType>(data: T) =>
  z.object({ personId: id, id: id.nullable(), version: version.nullable(), data })

/** Somebody else's part is as good as none: it is never shown or changed from this dossier. */
function ofPerson<T extends { personId: string }>(row: T | undefined, personId: string): T {
  return existing(row?.personId === personId ? row : undefined)
}

/** Representatives, ТЕЛК decisions and talks of a person: each has a form of its own. */
export const peopleParts = {
  /** Everything the form of a representative edits, number whole. */
  editRepresentative: read(
    {
      permission: 'people.write',
      audit: 'dossier.openedForEditing',
      input: z.object({ personId: id, id }),
    },
    ({ input, db, noteReading }) => {
      const row = ofPerson(getRepresentative(db, input.id), input.personId)
      noteReading(input.personId)
      return row
    },
  ),

  saveRepresentative: action(
    {
      permission: 'people.write',
      audit: 'person.representativeSaved',
      subject: 'representative',
      input: part(representativeSchema),
    },
    (call) => {
      const { input, tx, audit } = call
      const { personId, data } = input
      const person = existing(getPerson(tx, personId))
      const { blocks, warnings } = checkRepresentative(data, person, call.today)
      if (blocks.length > 0) throw ruleError(blocks)
      const stored =
        input.id === null ? undefined : ofPerson(getRepresentative(tx, input.id), personId)
      const saved = savedForm(
        tx,
        input,
        () => insertRepresentative(tx, personId, data, stampOf(call)).id,
        (own, opened) => updateRepresentative(tx, own, opened, data, stampOf(call)),
        () => stored,
      )
      audit({ subjectId: saved.id, personId, payload: { data } })
      return { ...saved, warnings }
    },
  ),

  editTelkDecision: read(
    {
      permission: 'people.readTelk',
      audit: 'dossier.openedForEditing',
      input: z.object({ personId: id, id }),
    },
    ({ input, db, actor, noteReading }) => {
      const row = ofPerson(getTelkDecision(db, input.id), input.personId)
      noteReading(input.personId)
      return seen(actor, row)
    },
  ),

  /** Without the right to health the diagnosis of a stored decision stays as it was. */
  saveTelkDecision: action(
    {
      permission: 'people.write',
      audit: 'person.telkSaved',
      subject: 'telkDecision',
      input: part(telkDecisionSchema),
    },
    (call) => {
      const { input, tx, audit, actor } = call
      const { personId } = input
      const person = existing(getPerson(tx, personId))
      demand(checkTelkDecision(input.data, person, call.today))
      const stored =
        input.id === null ? undefined : ofPerson(getTelkDecision(tx, input.id), personId)
      const data = writable(actor, input.data, stored)
      const saved = savedForm(
        tx,
        input,
        () => insertTelkDecision(tx, personId, data, stampOf(call)).id,
        (own, opened) => updateTelkDecision(tx, own, opened, data, stampOf(call)),
        () => stored && seen(actor, stored),
      )
      audit({ subjectId: saved.id, personId, payload: { data } })
      return saved
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
    (call) => {
      const { input, tx, audit } = call
      existing(getPerson(tx, input.personId))
      const note = insertPersonNote(tx, input.personId, input.note, stampOf(call))
      audit({ subjectId: note.id, personId: input.personId, payload: { kind: note.kind } })
      return { id: note.id }
    },
  ),
}

function seen(actor: Session, row: TelkDecision): TelkDecision {
  return can(actor.roles, 'people.readHealth') ? row : withoutHealth(row)
}

function writable(
  actor: Session,
  data: TelkDecisionData,
  stored: TelkDecision | undefined,
): TelkDecisionData {
  if (can(actor.roles, 'people.readHealth')) return data
  return { ...data, diagnosis: stored?.diagnosis ?? null, icd10: stored?.icd10 ?? null }
}
