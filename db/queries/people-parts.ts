import { desc, eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { keptRows } from '#db/kept.ts'
import { madeBy, saveByVersion, type Stamp } from '#db/kept-record.ts'
import { personNotes, representatives, telkDecisions } from '#db/schema/people.ts'
import type {
  Person,
  PersonNote,
  PersonNoteData,
  Representative,
  RepresentativeData,
  TelkDecision,
  TelkDecisionData,
} from '#domain/people/schema.ts'
import { getPerson } from './people.ts'

const stamped = (stamp: Stamp) => ({ ...madeBy(stamp), createdBy: stamp.by })

export function insertRepresentative(
  tx: Tx,
  personId: string,
  data: RepresentativeData,
  stamp: Stamp,
): Representative {
  return tx
    .insert(representatives)
    .values({ id: newId(), personId, version: 1, ...data, ...stamped(stamp) })
    .returning()
    .get()
}

/** Returns the new version. */
export const updateRepresentative = saveByVersion(representatives)

/** Newest first. */
export const listRepresentatives: (db: Db, personId: string) => Representative[] = keptRows(
  representatives,
  representatives.personId,
  desc(representatives.createdAt),
  desc(representatives.id),
)

export function getRepresentative(db: Db, id: string): Representative | undefined {
  return db.select().from(representatives).where(eq(representatives.id, id)).all()[0]
}

export function insertTelkDecision(
  tx: Tx,
  personId: string,
  data: TelkDecisionData,
  stamp: Stamp,
): TelkDecision {
  return tx
    .insert(telkDecisions)
    .values({ id: newId(), personId, version: 1, ...data, ...stamped(stamp) })
    .returning()
    .get()
}

/** Returns the new version. */
export const updateTelkDecision = saveByVersion(telkDecisions)

export function getTelkDecision(db: Db, id: string): TelkDecision | undefined {
  return db.select().from(telkDecisions).where(eq(telkDecisions.id, id)).all()[0]
}

/** Newest decision first. */
export const listTelkDecisions: (db: Db, personId: string) => TelkDecision[] = keptRows(
  telkDecisions,
  telkDecisions.personId,
  desc(telkDecisions.decidedOn),
  desc(telkDecisions.id),
)

export function insertPersonNote(
  tx: Tx,
  personId: string,
  data: PersonNoteData,
  stamp: Stamp,
): PersonNote {
  return tx
    .insert(personNotes)
    .values({ id: newId(), personId, at: stamp.at, by: stamp.by, ...data })
    .returning()
    .get()
}

/** Newest first. */
export function listPersonNotes(db: Db, personId: string, limit = 200): PersonNote[] {
  return db
    .select()
    .from(personNotes)
    .where(eq(personNotes.personId, personId))
    .orderBy(desc(personNotes.at), desc(personNotes.id))
    .limit(limit)
    .all()
}

/** Notes by id, for the entries of a timeline. */
export function notesById(db: Db, ids: readonly string[]): Map<string, PersonNote> {
  if (ids.length === 0) return new Map()
  const rows = db
    .select()
    .from(personNotes)
    .where(inArray(personNotes.id, [...ids]))
    .all()
  return new Map(rows.map((row) => [row.id, row]))
}

export interface DossierPerson {
  person: Person
  representatives: Representative[]
  telkDecisions: TelkDecision[]
  notes: PersonNote[]
}

/** What the people room knows of one person, for the dossier. */
export function getDossierPerson(db: Db, personId: string): DossierPerson | undefined {
  const person = getPerson(db, personId)
  if (!person) return undefined
  return {
    person,
    representatives: listRepresentatives(db, personId),
    telkDecisions: listTelkDecisions(db, personId),
    notes: listPersonNotes(db, personId),
  }
}
