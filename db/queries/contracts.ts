import { and, asc, count, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { RowMissing } from '#db/errors.ts'
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
import { contracts } from '#db/schema/contracts.ts'
import type { ContractRow } from '#db/schema/contracts.ts'
import { personAddresses, persons } from '#db/schema/people.ts'
import {
  contractInputSchema,
  type ContractInput,
  type ContractStatus,
} from '#domain/contracts/schema.ts'
import { casePerson, caseText, currentAddress, inSettlement } from './case-filter.ts'
import type { ListWindow } from './case-filter.ts'

/** A new draft; hours are those granted by the assessment. */
export function insertContract(
  tx: Tx,
  input: ContractInput,
  facts: { personId: string; minutesPerMonth: number },
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(contracts)
    .values({
      ...input,
      ...facts,
      id,
      status: 'draft',
      preparedBy: stamp.by,
      ...madeBy(stamp),
    })
    .run()
  return id
}

export type ContractChanges = ChangesOf<typeof contracts>

/** Saves the form of a draft or a step. Throws UniqueViolation(contracts, [number_year, number]) too. */
export const setContract = saveByVersion(contracts)

/** A draft that nobody needs; an issued contract is never deleted. */
export const deleteContractDraft = removeByVersion(contracts, eq(contracts.status, 'draft'))

/** The draft of an application: there is one at a time. */
export function contractDraftOf(db: Db, applicationId: string): ContractRow | undefined {
  return db
    .select()
    .from(contracts)
    .where(and(eq(contracts.applicationId, applicationId), eq(contracts.status, 'draft')))
    .orderBy(desc(contracts.id))
    .limit(1)
    .all()[0]
}

export const findContract: (db: Db, id: string) => ContractRow | undefined = keptRow(contracts)

/** Throws RowMissing. */
export function getContract(db: Db, id: string): ContractRow {
  const row = findContract(db, id)
  if (!row) throw new RowMissing('contracts', id)
  return row
}

/** Contracts with this number as it stands on paper, newest year first. */
export function contractsByNumber(db: Db, number: string): ContractRow[] {
  return db
    .select()
    .from(contracts)
    .where(eq(contracts.number, number))
    .orderBy(desc(contracts.numberYear))
    .all()
}

/** The stored contract as the form holds it. */
export const contractInputOf = (row: ContractRow): ContractInput =>
  inputOf(row, contractInputSchema)

/** Contracts of a person, newest first. `endDate` of the term; `endedOn` where it ended earlier. */
export function contractsOfPerson(db: Db, personId: string): ContractRow[] {
  return db
    .select()
    .from(contracts)
    .where(eq(contracts.personId, personId))
    .orderBy(desc(contracts.startDate), desc(contracts.id))
    .all()
}

export interface ContractFilter {
  text?: string
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

export interface ContractOrder {
  by: 'contractDate' | 'name' | 'number' | 'endDate'
  descending?: boolean
}

const columns = {
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
}
export type ContractLine = ReturnType<typeof listContracts>[number]

function where(filter: ContractFilter): SQL | undefined {
  const day = filter.inForceOn
  return and(
    caseText(filter.text, contracts.number),
    filter.statuses && inArray(contracts.status, [...filter.statuses]),
    filter.personId === undefined ? undefined : eq(contracts.personId, filter.personId),
    filter.from === undefined ? undefined : gte(contracts.contractDate, filter.from),
    filter.to === undefined ? undefined : lte(contracts.contractDate, filter.to),
    filter.endsBy === undefined ? undefined : lte(contracts.endDate, filter.endsBy),
    filter.endsFrom === undefined ? undefined : gte(contracts.endDate, filter.endsFrom),
    day === undefined
      ? undefined
      : and(
          inArray(contracts.status, ['signed', 'suspended', 'terminated']),
          lte(contracts.startDate, day),
          gte(contracts.endDate, day),
          or(isNull(contracts.endedOn), gte(contracts.endedOn, day)),
        ),
    inSettlement(filter.settlement),
  )
}

function orderBy({ by, descending }: ContractOrder): SQL[] {
  const way = descending === true ? desc : asc
  const columnOf = {
    contractDate: contracts.contractDate,
    name: persons.sortKey,
    number: contracts.number,
    endDate: contracts.endDate,
  }
  return [way(columnOf[by]), way(contracts.id)]
}

/** One window of the list of contracts. */
export function listContracts(
  db: Db,
  filter: ContractFilter,
  order: ContractOrder,
  window: ListWindow,
) {
  return db
    .select(columns)
    .from(contracts)
    .innerJoin(persons, eq(persons.id, contracts.personId))
    .innerJoin(personAddresses, currentAddress)
    .where(where(filter))
    .orderBy(...orderBy(order))
    .limit(window.limit)
    .offset(window.offset)
    .all()
}

export function countContracts(db: Db, filter: ContractFilter): number {
  return (
    db
      .select({ n: count() })
      .from(contracts)
      .innerJoin(persons, eq(persons.id, contracts.personId))
      .innerJoin(personAddresses, currentAddress)
      .where(where(filter))
      .all()[0]?.n ?? 0
  )
}
