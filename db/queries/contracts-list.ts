import { and, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { joined, listingOf } from '#db/listing.ts'
import { applications } from '#db/schema/applications.ts'
import { contracts } from '#db/schema/contracts.ts'
import { persons } from '#db/schema/people.ts'
import {
  aliveStatuses,
  type ContractStatus,
  type ShownContractStatus,
} from '#domain/contracts/schema.ts'
import { casePerson, caseText, inSettlement, personOf, type TypedText } from './case-filter.ts'
import { inForce, lastDay, shownAsOne } from './contract-days.ts'
import { ofResponsible, type AskedResponsible } from './application-responsible.ts'

export interface ContractFilter {
  text?: TypedText
  statuses?: readonly ContractStatus[]
  settlement?: string
  personId?: string
  responsible?: AskedResponsible
  /** Contract dates, both ends included. */
  from?: string
  to?: string
  /** In force on this day. */
  inForceOn?: string
  /** Shown so on the day `on`. */
  shown?: readonly ShownContractStatus[]
  on?: string
  /** Last day is this one or before. */
  endsBy?: string
  /** Last day is this one or after. */
  endsFrom?: string
  /** An assistant who is paid by this project helps, or helped, by its application. */
  projectId?: string
}

const helpedBy = (projectId: string) => sql`exists (select 1 from assignments a
  join employments e on e.id = a.employment_id
  where a.application_id = ${contracts.applicationId} and a.voided_at is null
    and e.project_id = ${projectId})`

/** Somebody whom the service helps, or is about to help, on this civil date. */
export function isHelpedOn(personId: SQLWrapper, date: string): SQL {
  return sql`exists (select 1 from ${contracts} where ${contracts.personId} = ${personId}
    and ${lastDay} >= ${date} and ${shownAsOne(aliveStatuses, date)})`
}

/** Which of these people the service helps on this day; the deceased are not among them. */
export function helpedOn(db: Db, ids: readonly string[], date: string): ReadonlySet<string> {
  const rows = db
    .select({ id: persons.id })
    .from(persons)
    .where(
      and(
        sql`${persons.id} in (select value from json_each(${JSON.stringify(ids)}))`,
        isHelpedOn(persons.id, date),
        isNull(persons.deathDate),
      ),
    )
    .all()
  return new Set(rows.map(({ id }) => id))
}

export const contractListing = listingOf({
  table: contracts,
  joins: [
    ...personOf(contracts.personId),
    joined(applications, applications.id, contracts.applicationId),
  ],
  columns: {
    id: contracts.id,
    number: contracts.number,
    numberYear: contracts.numberYear,
    contractDate: contracts.contractDate,
    startDate: contracts.startDate,
    endDate: contracts.endDate,
    endedOn: contracts.endedOn,
    service: contracts.service,
    status: contracts.status,
    annexes: contracts.annexes,
    minutesPerMonth: contracts.minutesPerMonth,
    assistants: contracts.assistants,
    responsibleId: applications.responsibleId,
    version: contracts.version,
    ...casePerson,
  },
  orders: {
    contractDate: contracts.contractDate,
    name: persons.sortKey,
    number: contracts.number,
    endDate: lastDay,
  },
  where: (filter: ContractFilter) =>
    and(
      caseText(filter.text, contracts.number),
      filter.statuses && inArray(contracts.status, [...filter.statuses]),
      filter.personId === undefined ? undefined : eq(contracts.personId, filter.personId),
      filter.from === undefined ? undefined : gte(contracts.contractDate, filter.from),
      filter.to === undefined ? undefined : lte(contracts.contractDate, filter.to),
      filter.endsBy === undefined ? undefined : lte(lastDay, filter.endsBy),
      filter.endsFrom === undefined ? undefined : gte(lastDay, filter.endsFrom),
      filter.shown && filter.on !== undefined ? shownAsOne(filter.shown, filter.on) : undefined,
      filter.inForceOn === undefined ? undefined : inForce(filter.inForceOn),
      inSettlement(filter.settlement),
      ofResponsible(filter.responsible),
      filter.projectId === undefined ? undefined : helpedBy(filter.projectId),
    ),
})
