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
import { saveOrConflict } from '../kernel/conflict.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { action } from '../kernel/actions.ts'
import { read } from '../kernel/procedures.ts'
import { withoutHealth } from './view.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)

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
    ({ input, tx, audit, actor, now, today }) => {
      const person = existing(getPerson(tx, input.personId))
      const stamp = { at: now, by: actor.accountId }
      const { blocks, warnings } = checkRepresentative(input.data, person, today)
      if (blocks.length > 0) throw ruleError(blocks)
      const { id: own, version: opened } = input
      if (own !== null) ofPerson(getRepresentative(tx, own), input.personId)
      const saved =
        own === null || opened === null
          ? insertRepresentative(tx, input.personId, input.data, stamp)
          : {
              id: own,
              version: saveOrConflict(
                tx,
                () => updateRepresentative(tx, own, opened, input.data, stamp),
                () => getRepresentative(tx, own),
              ),
            }
      audit({ subjectId: saved.id, personId: input.personId, payload: { data: input.data } })
      return { id: saved.id, version: saved.version, warnings }
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
    ({ input, tx, audit, actor, now, today }) => {
      const person = existing(getPerson(tx, input.personId))
      const stamp = { at: now, by: actor.accountId }
      demand(checkTelkDecision(input.data, person, today))
      const { id: own, version: opened } = input
      const stored = own === null ? undefined : ofPerson(getTelkDecision(tx, own), input.personId)
      const data = writable(actor, input.data, stored)
      const saved =
        own === null || opened === null
          ? insertTelkDecision(tx, input.personId, data, stamp)
          : {
              id: own,
              version: saveOrConflict(
                tx,
                () => updateTelkDecision(tx, own, opened, data, stamp),
                () => seen(actor, existing(getTelkDecision(tx, own))),
              ),
            }
      audit({ subjectId: saved.id, personId: input.personId, payload: { data } })
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
