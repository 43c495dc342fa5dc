import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import { listingOf } from '#db/listing.ts'
import { contracts } from '#db/schema/contracts.ts'
import { persons } from '#db/schema/people.ts'
import type { ContractStatus } from '#domain/contracts/schema.ts'
import { casePerson, caseText, inSettlement, personOf, type TypedText } from './case-filter.ts'

export interface ContractFilter {
  text?: TypedText
  statuses?: readonly ContractStatus[]
  settlement?: string
  personId?: string
  /** Contract dates, both ends included. */
  from?: string
  to?: string
  /** Signed and running on this day. */
  inForceOn?: string
  /** Term ends on this day or before. */
  endsBy?: string
  /** Term ends on this day or after. */
  endsFrom?: string
}

/** Somebody whom the service helps, or is about to help, on this civil date. */
export function isHelpedOn(personId: SQLWrapper, date: string): SQL {
  return sql`exists (select 1 from ${contracts} c where c.person_id = ${personId}
    and c.status in ('issued', 'outForSignature', 'signed', 'suspended', 'terminated')
    and coalesce(c.ended_on, c.end_date) >= ${date})`
}

function inForce(day: string): SQL | undefined {
  return and(
    inArray(contracts.status, ['signed', 'suspended', 'terminated']),
    lte(contracts.startDate, day),
    gte(contracts.endDate, day),
    or(isNull(contracts.endedOn), gte(contracts.endedOn, day)),
  )
}

export const contractListing = listingOf({
  table: contracts,
  joins: personOf(contracts.personId),
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
    version: contracts.version,
    ...casePerson,
  },
  orders: {
    contractDate: contracts.contractDate,
    name: persons.sortKey,
    number: contracts.number,
    endDate: sql`coalesce(${contracts.endedOn}, ${contracts.endDate})`,
  },
  where: (filter: ContractFilter) =>
    and(
      caseText(filter.text, contracts.number),
      filter.statuses && inArray(contracts.status, [...filter.statuses]),
      filter.personId === undefined ? undefined : eq(contracts.personId, filter.personId),
      filter.from === undefined ? undefined : gte(contracts.contractDate, filter.from),
      filter.to === undefined ? undefined : lte(contracts.contractDate, filter.to),
      filter.endsBy === undefined ? undefined : lte(contracts.endDate, filter.endsBy),
      filter.endsFrom === undefined ? undefined : gte(contracts.endDate, filter.endsFrom),
      filter.inForceOn === undefined ? undefined : inForce(filter.inForceOn),
      inSettlement(filter.settlement),
    ),
})
