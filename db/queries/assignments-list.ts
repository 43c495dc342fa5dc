import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { joined, listingOf } from '#db/listing.ts'
import { applications } from '#db/schema/applications.ts'
import { assignments, homeKeys } from '#db/schema/assignments.ts'
import { employments } from '#db/schema/employments.ts'
import { persons } from '#db/schema/people.ts'
import type { AssignmentRole } from '#domain/assignments/schema.ts'
import { searchWords } from '#domain/text/search.ts'
import { assistants, helpsOn, lastHelpDay } from './assignments.ts'
import { casePerson, caseText, personOf, type TypedText } from './case-filter.ts'
import { matchText } from './people-index.ts'
import { alive, noCase, none, ofCase, person, type WaitingLine } from './today-line.ts'

export interface AssignmentFilter {
  text?: TypedText
  role?: AssignmentRole
  /** Helps on this day. */
  helpsOn?: string
  /** Begins after this day. */
  after?: string
  /** The last day of help is before this one. */
  over?: string
  /** Its last day is between the two. */
  endsFrom?: string
  endsBy?: string
  /** Entered by mistake, or not. */
  voided?: boolean
}

/** The number of the labour contract, or the name of either side. */
function text(typed: TypedText | undefined): SQL | undefined {
  const ofPerson = caseText(typed, employments.number)
  const words = searchWords(typed?.text ?? '')
  if (!ofPerson || words.length === 0) return ofPerson
  return sql`(${ofPerson} or ${assistants.rowNo} in (select rowid from person_search where person_search match ${matchText(words)}))`
}

export const assignmentListing = listingOf({
  table: assignments,
  joins: [
    joined(employments, employments.id, assignments.employmentId),
    ...personOf(assignments.personId),
    joined(assistants, assistants.id, employments.personId),
  ],
  columns: {
    id: assignments.id,
    applicationId: assignments.applicationId,
    employmentId: assignments.employmentId,
    role: assignments.role,
    fromDate: assignments.fromDate,
    toDate: assignments.toDate,
    minutesPerMonth: assignments.minutesPerMonth,
    voidedAt: assignments.voidedAt,
    lastDay: employments.lastDay,
    assistantId: assistants.id,
    assistantFirstName: assistants.firstName,
    assistantMiddleName: assistants.middleName,
    assistantLastName: assistants.lastName,
    ...casePerson,
  },
  orders: {
    fromDate: assignments.fromDate,
    toDate: lastHelpDay,
    name: persons.sortKey,
    assistant: assistants.sortKey,
  },
  where: (filter: AssignmentFilter) =>
    and(
      text(filter.text),
      filter.role === undefined ? undefined : eq(assignments.role, filter.role),
      filter.helpsOn === undefined ? undefined : helpsOn(filter.helpsOn),
      filter.after === undefined ? undefined : sql`${assignments.fromDate} > ${filter.after}`,
      filter.over === undefined
        ? undefined
        : and(lte(assignments.fromDate, filter.over), sql`${lastHelpDay} < ${filter.over}`),
      filter.endsFrom === undefined ? undefined : sql`${lastHelpDay} >= ${filter.endsFrom}`,
      filter.endsBy === undefined ? undefined : sql`${lastHelpDay} <= ${filter.endsBy}`,
      filter.voided === undefined
        ? undefined
        : filter.voided
          ? isNotNull(assignments.voidedAt)
          : isNull(assignments.voidedAt),
    ),
})

/** An application that somebody still works by. */
const openCase = inArray(applications.state, ['approved', 'withContract'])

/** Nobody else is titular by this application after the last day of this one. */
const nobodyAfter = sql`not exists (select 1 from assignments a
    join employments e on e.id = a.employment_id
    where a.application_id = ${assignments.applicationId} and a.id <> ${assignments.id}
      and a.role = 'titular' and a.voided_at is null
      and min(coalesce(a.to_date, '9999-12-31'), coalesce(e.last_day, '9999-12-31'))
        > ${lastHelpDay})`

/**
 * „Останали без асистент“: the last titular of an open case went, or goes by `until`, and nobody comes
 * after. One line a case, by its application.
 */
export function leftWithoutHelp(db: Db, until: string): WaitingLine[] {
  const rows = db
    .select({
      ...person,
      ...ofCase,
      id: applications.id,
      number: applications.entryNumber,
      due: lastHelpDay,
    })
    .from(assignments)
    .innerJoin(employments, eq(employments.id, assignments.employmentId))
    .innerJoin(persons, eq(persons.id, assignments.personId))
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .where(
      and(
        eq(assignments.role, 'titular'),
        isNull(assignments.voidedAt),
        alive,
        openCase,
        sql`${lastHelpDay} <= ${until}`,
        nobodyAfter,
      ),
    )
    .orderBy(asc(assignments.fromDate), asc(assignments.id))
    .all()
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

/**
 * Keys held by whoever does not help in that home any more, or whose contract is over: one line a home,
 * by the person who lives there.
 */
export function keysToReturn(db: Db, today: string): WaitingLine[] {
  const rows = db
    .select({
      ...person,
      ...noCase,
      id: homeKeys.personId,
      number: none,
      due: none,
    })
    .from(homeKeys)
    .innerJoin(employments, eq(employments.id, homeKeys.employmentId))
    .innerJoin(persons, eq(persons.id, homeKeys.personId))
    .where(and(isNull(homeKeys.returnedOn), keyIsOverdue(today)))
    .orderBy(asc(homeKeys.givenOn), asc(homeKeys.id))
    .all()
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

/** The contract is over, or help in the home is over and none is planned. */
const keyIsOverdue = (today: string) =>
  or(
    lt(employments.lastDay, today),
    sql`(exists (select 1 from assignments a where a.person_id = ${homeKeys.personId}
          and a.employment_id = ${homeKeys.employmentId} and a.voided_at is null)
      and not exists (select 1 from assignments a where a.person_id = ${homeKeys.personId}
          and a.employment_id = ${homeKeys.employmentId} and a.voided_at is null
          and (a.to_date is null or a.to_date >= ${today})))`,
  )
