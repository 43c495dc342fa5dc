import { and, desc, eq, inArray } from 'drizzle-orm'
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
import { contractInputSchema, type ContractInput } from '#domain/contracts/schema.ts'

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

/** The contract of an application that is issued and not signed yet. */
export function contractToSign(
  db: Db,
  applicationId: string,
): { id: string; number: string | null } | undefined {
  return db
    .select({ id: contracts.id, number: contracts.number })
    .from(contracts)
    .where(
      and(
        eq(contracts.applicationId, applicationId),
        inArray(contracts.status, ['issued', 'outForSignature']),
      ),
    )
    .limit(1)
    .all()[0]
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
