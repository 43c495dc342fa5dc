import { and, count, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { listingOf } from '#db/listing.ts'
import { applications } from '#db/schema/applications.ts'
import { persons } from '#db/schema/people.ts'
import type { ApplicationState, ShownApplicationState } from '#domain/applications/schema.ts'
import type { ServiceId } from '#domain/regimes/catalogue.ts'
import { contractExpired, shownIn } from './application-state.ts'
import { casePerson, caseText, inSettlement, personOf, type TypedText } from './case-filter.ts'
import { ofResponsible, type AskedResponsible } from './application-responsible.ts'

export interface ApplicationFilter {
  text?: TypedText
  states?: readonly ApplicationState[]
  /** Shown so on the day `on`. */
  shown?: readonly ShownApplicationState[]
  on?: string
  service?: ServiceId
  settlement?: string
  personId?: string
  responsible?: AskedResponsible
  /** Entry dates, both ends included. */
  from?: string
  to?: string
}

export const applicationListing = listingOf({
  table: applications,
  joins: personOf(applications.personId),
  columns: {
    id: applications.id,
    entryNumber: applications.entryNumber,
    entryDate: applications.entryDate,
    service: applications.service,
    state: applications.state,
    eligibilityGroup: applications.eligibilityGroup,
    documentsDueDate: applications.documentsDueDate,
    responsibleId: applications.responsibleId,
    version: applications.version,
    ...casePerson,
  },
  orders: {
    entryDate: applications.entryDate,
    name: persons.sortKey,
    state: applications.state,
  },
  where: (filter: ApplicationFilter) =>
    and(
      caseText(filter.text, applications.entryNumber),
      filter.states && inArray(applications.state, [...filter.states]),
      filter.shown && filter.on !== undefined ? shownIn(filter.shown, filter.on) : undefined,
      filter.service === undefined ? undefined : eq(applications.service, filter.service),
      filter.personId === undefined ? undefined : eq(applications.personId, filter.personId),
      filter.from === undefined ? undefined : gte(applications.entryDate, filter.from),
      filter.to === undefined ? undefined : lte(applications.entryDate, filter.to),
      inSettlement(filter.settlement),
      ofResponsible(filter.responsible),
    ),
})

/** How many applications are shown in each state on a day; states without any are left out. */
export function countApplicationsByState(
  db: Db,
  date: string,
): Partial<Record<ShownApplicationState, number>> {
  const shown = sql<ShownApplicationState>`case when ${contractExpired(date)} then 'contractExpired'
    else ${applications.state} end`
  const rows = db.select({ state: shown, n: count() }).from(applications).groupBy(shown).all()
  return Object.fromEntries(rows.map((row) => [row.state, row.n]))
}

/** Incomplete applications whose last day for papers was this one or earlier. */
export function overdueDocuments(db: Db, lastDay: string): number {
  return (
    db
      .select({ n: count() })
      .from(applications)
      .where(and(eq(applications.state, 'incomplete'), lte(applications.documentsDueDate, lastDay)))
      .all()[0]?.n ?? 0
  )
}
