import { and, asc, count, desc, eq, gte, inArray, lt, lte } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { applications } from '#db/schema/applications.ts'
import { personAddresses, persons } from '#db/schema/people.ts'
import type { ApplicationState } from '#domain/applications/schema.ts'
import type { ServiceId } from '#domain/regimes/catalogue.ts'
import { casePerson, caseText, currentAddress, inSettlement } from './case-filter.ts'
import type { ListWindow } from './case-filter.ts'

export interface ApplicationFilter {
  text?: string
  states?: readonly ApplicationState[]
  service?: ServiceId
  settlement?: string
  personId?: string
  /** Entry dates, both ends included. */
  from?: string
  to?: string
}

export interface ApplicationOrder {
  by: 'entryDate' | 'name' | 'state' | 'due'
  descending?: boolean
}

const columns = {
  id: applications.id,
  entryNumber: applications.entryNumber,
  entryDate: applications.entryDate,
  service: applications.service,
  state: applications.state,
  eligibilityGroup: applications.eligibilityGroup,
  documentsDueDate: applications.documentsDueDate,
  version: applications.version,
  ...casePerson,
}
export type ApplicationLine = ReturnType<typeof listApplications>[number]

function where(filter: ApplicationFilter): SQL | undefined {
  return and(
    caseText(filter.text, applications.entryNumber),
    filter.states && inArray(applications.state, [...filter.states]),
    filter.service === undefined ? undefined : eq(applications.service, filter.service),
    filter.personId === undefined ? undefined : eq(applications.personId, filter.personId),
    filter.from === undefined ? undefined : gte(applications.entryDate, filter.from),
    filter.to === undefined ? undefined : lte(applications.entryDate, filter.to),
    inSettlement(filter.settlement),
  )
}

function orderBy({ by, descending }: ApplicationOrder): SQL[] {
  const way = descending === true ? desc : asc
  const columnOf = {
    entryDate: applications.entryDate,
    name: persons.sortKey,
    state: applications.state,
    due: applications.documentsDueDate,
  }
  return [way(columnOf[by]), way(applications.id)]
}

/** One window of the list of applications. */
export function listApplications(
  db: Db,
  filter: ApplicationFilter,
  order: ApplicationOrder,
  window: ListWindow,
) {
  return db
    .select(columns)
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(personAddresses, currentAddress)
    .where(where(filter))
    .orderBy(...orderBy(order))
    .limit(window.limit)
    .offset(window.offset)
    .all()
}

export function countApplications(db: Db, filter: ApplicationFilter): number {
  return (
    db
      .select({ n: count() })
      .from(applications)
      .innerJoin(persons, eq(persons.id, applications.personId))
      .innerJoin(personAddresses, currentAddress)
      .where(where(filter))
      .all()[0]?.n ?? 0
  )
}

/** Ids of the whole filtered list in its order: select all, export, previous and next. */
export function listApplicationIds(
  db: Db,
  filter: ApplicationFilter,
  order: ApplicationOrder,
): string[] {
  return db
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(personAddresses, currentAddress)
    .where(where(filter))
    .orderBy(...orderBy(order))
    .all()
    .map((row) => row.id)
}

/** How many applications stand in each state; states without any are left out. */
export function countApplicationsByState(db: Db): Partial<Record<ApplicationState, number>> {
  const rows = db
    .select({ state: applications.state, n: count() })
    .from(applications)
    .groupBy(applications.state)
    .all()
  return Object.fromEntries(rows.map((row) => [row.state, row.n]))
}

/** Incomplete applications whose last day for papers is over. */
export function overdueDocuments(db: Db, today: string): number {
  return (
    db
      .select({ n: count() })
      .from(applications)
      .where(and(eq(applications.state, 'incomplete'), lt(applications.documentsDueDate, today)))
      .all()[0]?.n ?? 0
  )
}
