import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { keptRow } from '#db/kept.ts'
import {
  inputOf,
  madeBy,
  removeByVersion,
  saveByVersion,
  type ChangesOf,
  type Stamp,
} from '#db/kept-record.ts'
import { employmentAnnexes, employments } from '#db/schema/employments.ts'
import type { AnnexRow, EmploymentRow } from '#db/schema/employments.ts'
import {
  annexInputSchema,
  employmentInputSchema,
  type AnnexInput,
  type EmploymentInput,
} from '#domain/employments/schema.ts'

export type EmploymentChanges = ChangesOf<typeof employments>
export type AnnexChanges = ChangesOf<typeof employmentAnnexes>
/** An annex with whose it is. */
export type AnnexRecord = AnnexRow & { personId: string }

export const findEmployment: (db: Db, id: string) => EmploymentRow | undefined =
  keptRow(employments)

/** A new draft. */
export function insertEmployment(
  tx: Tx,
  input: EmploymentInput,
  personId: string,
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(employments)
    .values({
      ...input,
      id,
      personId,
      lastDay: input.endDate,
      status: 'draft',
      preparedBy: stamp.by,
      ...madeBy(stamp),
    })
    .run()
  return id
}

/** Saves the form of a draft or a step. Throws UniqueViolation(employments, [number_year, number]) too. */
export const setEmployment = saveByVersion(employments)

/** A draft that nobody needs; an issued contract is never deleted. */
export const deleteEmploymentDraft = removeByVersion(employments, eq(employments.status, 'draft'))

/** The stored contract as the form holds it. */
export const employmentInputOf = (row: EmploymentRow): EmploymentInput =>
  inputOf(row, employmentInputSchema)

/** Contracts of a person, newest first. */
export function employmentsOfPerson(db: Db, personId: string): EmploymentRow[] {
  return db
    .select()
    .from(employments)
    .where(eq(employments.personId, personId))
    .orderBy(desc(employments.startDate), desc(employments.id))
    .all()
}

/** The draft of a person, where one was begun. */
export function employmentDraftOf(db: Db, personId: string): EmploymentRow | undefined {
  return db
    .select()
    .from(employments)
    .where(and(eq(employments.personId, personId), eq(employments.status, 'draft')))
    .orderBy(desc(employments.id))
    .limit(1)
    .get()
}

/** Annexes of these contracts, in the order in which they were made. */
export function annexesOf(db: Db, employmentIds: readonly string[]): Map<string, AnnexRow[]> {
  if (employmentIds.length === 0) return new Map()
  const rows = db
    .select()
    .from(employmentAnnexes)
    .where(inArray(employmentAnnexes.employmentId, [...employmentIds]))
    .orderBy(asc(employmentAnnexes.fromDate), asc(employmentAnnexes.id))
    .all()
  return Map.groupBy(rows, ({ employmentId }) => employmentId)
}

export function findAnnex(db: Db, id: string): AnnexRecord | undefined {
  const row = db
    .select({ annex: employmentAnnexes, personId: employments.personId })
    .from(employmentAnnexes)
    .innerJoin(employments, eq(employments.id, employmentAnnexes.employmentId))
    .where(eq(employmentAnnexes.id, id))
    .get()
  return row && { ...row.annex, personId: row.personId }
}

export function insertAnnex(
  tx: Tx,
  input: AnnexInput,
  employmentId: string,
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(employmentAnnexes)
    .values({ ...input, id, employmentId, status: 'draft', ...madeBy(stamp) })
    .run()
  return id
}

export const setAnnex = saveByVersion(employmentAnnexes)

export const deleteAnnexDraft = removeByVersion(
  employmentAnnexes,
  eq(employmentAnnexes.status, 'draft'),
)

export const annexInputOf = (row: AnnexRow): AnnexInput => inputOf(row, annexInputSchema)
