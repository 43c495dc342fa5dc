import { and, asc, desc, eq, isNull, or, sql, gte, lte, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { keptRow } from '#db/kept.ts'
import {
  madeBy,
  removeByVersion,
  saveByVersion,
  type ChangesOf,
  type Stamp,
} from '#db/kept-record.ts'
import { assignments, assistantChoices, homeKeys } from '#db/schema/assignments.ts'
import type { AssignmentRow, AssistantChoiceRow, HomeKeyRow } from '#db/schema/assignments.ts'
import { employments } from '#db/schema/employments.ts'
import { persons } from '#db/schema/people.ts'
import type {
  AssignmentInput,
  AssignmentRole,
  ChoiceInput,
  KeyInput,
} from '#domain/assignments/schema.ts'

export type AssignmentChanges = ChangesOf<typeof assignments>
export type ChoiceChanges = ChangesOf<typeof assistantChoices>
export type KeyChanges = ChangesOf<typeof homeKeys>

/** Whoever helps, beside whom they help. */
export const assistants = alias(persons, 'assistants')

/**
 * The last day on which somebody in fact helps: an assignment runs out with the contract under which
 * help is given, and with the life of who is helped. Null: it has no end.
 */
export const lastHelpDay = sql<string | null>`nullif(min(
    coalesce(${assignments.toDate}, '9999-12-31'),
    coalesce(${employments.lastDay}, '9999-12-31'),
    coalesce(${persons.deathDate}, '9999-12-31')), '9999-12-31')`

/** Helps on this day. */
export const helpsOn = (day: string): SQL | undefined =>
  and(
    isNull(assignments.voidedAt),
    lte(assignments.fromDate, day),
    or(isNull(assignments.toDate), gte(assignments.toDate, day)),
    or(isNull(employments.lastDay), gte(employments.lastDay, day)),
    or(isNull(persons.deathDate), gte(persons.deathDate, day)),
  )

/** An assignment with the names of both and its last day as the contract leaves it. */
export interface AssignmentRecord extends AssignmentRow {
  lastHelpDay: string | null
  /** Of the assistant. */
  assistantId: string
}

const records = (db: Db, where: SQL | undefined): AssignmentRecord[] =>
  db
    .select({ row: assignments, lastHelpDay, assistantId: employments.personId })
    .from(assignments)
    .innerJoin(employments, eq(employments.id, assignments.employmentId))
    .innerJoin(persons, eq(persons.id, assignments.personId))
    .where(where)
    .orderBy(desc(assignments.fromDate), desc(assignments.role), desc(assignments.id))
    .all()
    .map(({ row, ...more }) => ({ ...row, ...more }))

/** Of an application, newest first, also what was entered by mistake. */
export const assignmentsOfCase = (db: Db, applicationId: string) =>
  records(db, eq(assignments.applicationId, applicationId))

export const assignmentsOfEmployment = (db: Db, employmentId: string) =>
  records(db, eq(assignments.employmentId, employmentId))

/** Of somebody who is helped. */
export const assignmentsOfPerson = (db: Db, personId: string) =>
  records(db, eq(assignments.personId, personId))

/** Of somebody who helps, under whatever contract. */
export const assignmentsOfAssistant = (db: Db, personId: string) =>
  records(db, eq(employments.personId, personId))

export const findAssignment = (db: Db, id: string): AssignmentRecord | undefined =>
  records(db, eq(assignments.id, id))[0]

/** Minutes a month given out to titulars on a day, by contract: one question for the whole team. */
export function assignedMinutesOn(db: Db, day: string): Map<string, number> {
  const rows = db
    .select({
      employmentId: assignments.employmentId,
      minutes: sql<number>`sum(${assignments.minutesPerMonth})`,
    })
    .from(assignments)
    .innerJoin(employments, eq(employments.id, assignments.employmentId))
    .innerJoin(persons, eq(persons.id, assignments.personId))
    .where(and(eq(assignments.role, 'titular'), helpsOn(day)))
    .groupBy(assignments.employmentId)
    .all()
  return new Map(rows.map(({ employmentId, minutes }) => [employmentId, minutes]))
}

/** Who helps by this application on a day, by name: titulars first. */
export function assistantsOn(db: Db, applicationId: string, day: string) {
  return db
    .select({
      role: assignments.role,
      employmentId: assignments.employmentId,
      firstName: assistants.firstName,
      middleName: assistants.middleName,
      lastName: assistants.lastName,
    })
    .from(assignments)
    .innerJoin(employments, eq(employments.id, assignments.employmentId))
    .innerJoin(persons, eq(persons.id, assignments.personId))
    .innerJoin(assistants, eq(assistants.id, employments.personId))
    .where(and(eq(assignments.applicationId, applicationId), helpsOn(day)))
    .orderBy(
      sql`${assignments.role} = 'substitute'`,
      asc(assignments.fromDate),
      asc(assignments.id),
    )
    .all()
}

/** What an assignment holds besides what was typed. */
export interface AssignmentOf {
  applicationId: string
  personId: string
  role: AssignmentRole
  choiceId: string | null
  replacesId: string | null
}

export function insertAssignment(
  tx: Tx,
  input: Omit<AssignmentInput, 'role'>,
  of: AssignmentOf,
  stamp: Stamp,
  id = newId(),
): string {
  const { employmentId, fromDate, toDate, minutesPerMonth, overNormReason } = input
  tx.insert(assignments)
    .values({
      ...{ employmentId, fromDate, toDate, minutesPerMonth, overNormReason },
      ...of,
      id,
      ...madeBy(stamp),
    })
    .run()
  return id
}

export const setAssignment = saveByVersion(assignments)

export const findChoice: (db: Db, id: string) => AssistantChoiceRow | undefined =
  keptRow(assistantChoices)

/** Decisions of a case, newest first. */
export function choicesOfCase(db: Db, applicationId: string): AssistantChoiceRow[] {
  return db
    .select()
    .from(assistantChoices)
    .where(eq(assistantChoices.applicationId, applicationId))
    .orderBy(desc(assistantChoices.decidedOn), desc(assistantChoices.id))
    .all()
}

export function insertChoice(
  tx: Tx,
  input: ChoiceInput & { wishHonoured: boolean },
  of: { applicationId: string; personId: string },
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(assistantChoices)
    .values({ ...input, ...of, id, ...madeBy(stamp) })
    .run()
  return id
}

export const setChoice = saveByVersion(assistantChoices)
/** What was issued stays. */
export const deleteChoice = removeByVersion(assistantChoices, isNull(assistantChoices.number))

export const findKey: (db: Db, id: string) => HomeKeyRow | undefined = keptRow(homeKeys)

const keys = (db: Db, where: SQL | undefined): HomeKeyRow[] =>
  db
    .select()
    .from(homeKeys)
    .where(where)
    .orderBy(sql`${homeKeys.returnedOn} is not null`, desc(homeKeys.givenOn), desc(homeKeys.id))
    .all()

/** Keys of a home, those still held first. */
export const keysOfHome = (db: Db, personId: string) => keys(db, eq(homeKeys.personId, personId))
export const keysOfEmployment = (db: Db, employmentId: string) =>
  keys(db, eq(homeKeys.employmentId, employmentId))
/** Keys that somebody holds or held, under whatever contract. */
export const keysOfAssistant = (db: Db, personId: string) =>
  keys(
    db,
    sql`${homeKeys.employmentId} in (select id from employments where person_id = ${personId})`,
  )

export function insertKey(
  tx: Tx,
  input: KeyInput,
  of: { personId: string; employmentId: string },
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(homeKeys)
    .values({ ...input, ...of, id, ...madeBy(stamp) })
    .run()
  return id
}

export const setKey = saveByVersion(homeKeys)
