import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { listingOf } from '#db/listing.ts'
import { employmentAnnexes, employments } from '#db/schema/employments.ts'
import { persons } from '#db/schema/people.ts'
import { agreedStatuses } from '#domain/employments/days.ts'
import type { EmploymentStatus } from '#domain/employments/schema.ts'
import { casePerson, caseText, personOf, type TypedText } from './case-filter.ts'
import { alive, noCase, none, person, type WaitingLine } from './today-line.ts'

export interface EmploymentFilter {
  text?: TypedText
  statuses?: readonly EmploymentStatus[]
  positionId?: string
  /** Paid by this project. */
  projectId?: string
  /** In force on this day; `inForceOn` of domain/employments. */
  inForceOn?: string
  /** Ended, or its term is over, by this day. */
  overOn?: string
  /** Agreed, and its last day from the first to the second. */
  endsFrom?: string
  endsBy?: string
}

const notOver = (date: string) => or(isNull(employments.lastDay), gte(employments.lastDay, date))
const agreed = inArray(employments.status, [...agreedStatuses])

/** Agreed, begun and not over. */
const inForce = (date: string) => and(agreed, lte(employments.startDate, date), notOver(date))

const over = (date: string): SQL =>
  sql`(${employments.status} in ${[...agreedStatuses]} and ${employments.lastDay} is not null
    and (${employments.lastDay} < ${date} or ${employments.lastDay} < ${employments.startDate}))`

export const employmentListing = listingOf({
  table: employments,
  joins: personOf(employments.personId),
  columns: {
    id: employments.id,
    kind: employments.kind,
    positionId: employments.positionId,
    number: employments.number,
    contractDate: employments.contractDate,
    startDate: employments.startDate,
    endDate: employments.endDate,
    lastDay: employments.lastDay,
    minutesPerDay: employments.minutesPerDay,
    basePayCents: employments.basePayCents,
    payUnit: employments.payUnit,
    programme: employments.programme,
    placeOfWork: employments.placeOfWork,
    status: employments.status,
    version: employments.version,
    ...casePerson,
  },
  orders: {
    contractDate: employments.contractDate,
    name: persons.sortKey,
    number: employments.number,
    lastDay: employments.lastDay,
  },
  where: (filter: EmploymentFilter) =>
    and(
      caseText(filter.text, employments.number),
      filter.statuses && inArray(employments.status, [...filter.statuses]),
      filter.positionId === undefined ? undefined : eq(employments.positionId, filter.positionId),
      filter.projectId === undefined ? undefined : eq(employments.projectId, filter.projectId),
      filter.inForceOn === undefined ? undefined : inForce(filter.inForceOn),
      filter.overOn === undefined ? undefined : over(filter.overOn),
      filter.endsBy === undefined
        ? undefined
        : and(agreed, isNotNull(employments.lastDay), lte(employments.lastDay, filter.endsBy)),
      filter.endsFrom === undefined ? undefined : gte(employments.lastDay, filter.endsFrom),
    ),
})

const line = { ...person, ...noCase, id: employments.id, number: employments.number }

/** Contracts that wait, with a day that tells by when. */
function waiting(db: Db, due: SQL<string | null>, where: SQL | undefined): WaitingLine[] {
  return db
    .select({ ...line, due })
    .from(employments)
    .innerJoin(persons, eq(persons.id, employments.personId))
    .where(where)
    .orderBy(asc(employments.contractDate), asc(employments.id))
    .all()
}

const lastDay = sql<string | null>`${employments.lastDay}`

/** Contracts in these states. */
export const waitingEmployments = (db: Db, statuses: readonly EmploymentStatus[]) =>
  waiting(db, none, inArray(employments.status, [...statuses]))

/** Running contracts of the living whose last day falls from `from` to `until`. */
export const employmentsEnding = (db: Db, from: string, until: string) =>
  waiting(
    db,
    lastDay,
    and(
      inArray(employments.status, ['signed', 'suspended']),
      gte(employments.lastDay, from),
      lte(employments.lastDay, until),
      alive,
    ),
  )

/** Running contracts of the living in which a probation was agreed. */
export function employmentsOnProbation(db: Db) {
  const { startDate, lastDay: until, probationMonths } = employments
  return db
    .select({ ...line, startDate, lastDay: until, probationMonths })
    .from(employments)
    .innerJoin(persons, eq(persons.id, employments.personId))
    .where(
      and(
        inArray(employments.status, ['signed', 'suspended']),
        isNotNull(employments.probationMonths),
        alive,
      ),
    )
    .all()
}

/** Contracts whose term is over, and of the deceased: each is ended by an order. */
export const employmentsToEnd = (db: Db, today: string) =>
  waiting(
    db,
    sql<string | null>`coalesce(${persons.deathDate}, ${employments.lastDay})`,
    and(
      inArray(employments.status, ['signed', 'suspended']),
      or(sql`${employments.lastDay} < ${today}`, isNotNull(persons.deathDate)),
    ),
  )

/** Something that НАП was not told of yet: since when, of which contract. */
export interface OpenNotice extends Omit<WaitingLine, 'due'> {
  event: 'begin' | 'change' | 'end'
  on: string
}

/** Labour contracts that began, changed or ended, and of which nothing was sent. */
export function openNotices(db: Db): OpenNotice[] {
  const labour = eq(employments.kind, 'labour')
  const of = <E extends OpenNotice['event']>(event: E, on: SQL<string>, where: SQL | undefined) =>
    db
      .select({ ...line, on })
      .from(employments)
      .innerJoin(persons, eq(persons.id, employments.personId))
      .where(and(labour, where))
      .all()
      .map((row) => ({ ...row, event }))
  const changes = db
    .select({ ...line, on: sql<string>`${employmentAnnexes.signedOn}` })
    .from(employmentAnnexes)
    .innerJoin(employments, eq(employments.id, employmentAnnexes.employmentId))
    .innerJoin(persons, eq(persons.id, employments.personId))
    .where(and(labour, eq(employmentAnnexes.status, 'signed'), isNull(employmentAnnexes.noticeOn)))
    .all()
    .map((row) => ({ ...row, event: 'change' as const }))
  return [
    ...of(
      'begin',
      sql<string>`${employments.signedOn}`,
      and(agreed, isNotNull(employments.signedOn), isNull(employments.beginNoticeOn)),
    ),
    ...changes,
    ...of(
      'end',
      sql<string>`${employments.lastDay}`,
      and(eq(employments.status, 'ended'), isNull(employments.endNoticeOn)),
    ),
  ]
}
