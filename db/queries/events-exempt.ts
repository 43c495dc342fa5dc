import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { keptRow } from '#db/kept.ts'
import { inputOf, madeBy, removeByVersion, saveByVersion, type Stamp } from '#db/kept-record.ts'
import {
  mentorships,
  trainingExemptions,
  type ExemptionRow,
  type MentorshipRow,
} from '#db/schema/events.ts'
import {
  mentorshipInputSchema,
  type ExemptionInput,
  type MentorshipInput,
} from '#domain/events/schema.ts'

/** Of everybody, or of these people alone. */
export const listExemptions = (db: Db, personIds?: readonly string[]): ExemptionRow[] =>
  db
    .select()
    .from(trainingExemptions)
    .where(
      personIds &&
        sql`${trainingExemptions.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
    )
    .orderBy(asc(trainingExemptions.id))
    .all()

export const findExemption: (db: Db, id: string) => ExemptionRow | undefined =
  keptRow(trainingExemptions)

export function insertExemption(
  tx: Tx,
  input: ExemptionInput,
  personId: string,
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(trainingExemptions)
    .values({ ...input, id, personId, ...madeBy(stamp) })
    .run()
  return id
}

export const deleteExemption = removeByVersion(trainingExemptions)

export const listMentorships = (db: Db): MentorshipRow[] => db.select().from(mentorships).all()

/** Who stood by somebody, newest first. */
export function mentorshipsOf(db: Db, personId: string): MentorshipRow[] {
  return db
    .select()
    .from(mentorships)
    .where(eq(mentorships.personId, personId))
    .orderBy(desc(mentorships.fromDate), desc(mentorships.id))
    .all()
}

export const findMentorship: (db: Db, id: string) => MentorshipRow | undefined =
  keptRow(mentorships)

export function insertMentorship(
  tx: Tx,
  input: MentorshipInput,
  personId: string,
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(mentorships)
    .values({ ...input, id, personId, ...madeBy(stamp) })
    .run()
  return id
}

export const setMentorship = saveByVersion(mentorships)

export const mentorshipInputOf = (row: MentorshipRow): MentorshipInput =>
  inputOf(row, mentorshipInputSchema)
