import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { RowMissing } from '#db/errors.ts'
import { kept, keptRow, keptRows } from '#db/kept.ts'
import { newId } from '#db/ids.ts'
import { madeBy, saveByVersion, type Stamp } from '#db/kept-record.ts'
import { personAddresses, personPhones, persons } from '#db/schema/people.ts'
import type { AddressData, IdKind, Person, PersonData } from '#domain/people/schema.ts'
import { normaliseForSearch } from '#domain/text/search.ts'
import { personSortKey } from '#domain/text/sort-key.ts'
import { indexPerson, searchTextOf } from './people-index.ts'

/** Writes a new person with addresses, phones and search index. UniqueViolation: the number is taken. */
export function insertPerson(tx: Tx, data: PersonData, stamp: Stamp, id = newId()): Person {
  const { rowNo } = tx
    .insert(persons)
    .values(newPersonRow(id, data, stamp))
    .returning({ rowNo: persons.rowNo })
    .get()
  writeParts(tx, id, data)
  indexPerson(tx, rowNo, indexed(data))
  return personOrThrow(tx, id)
}

/** The row of a new person, as insertPerson writes it. */
export function newPersonRow(id: string, data: PersonData, stamp: Stamp) {
  return {
    ...ownColumns(data),
    id,
    version: 1,
    ...madeBy(stamp),
    createdBy: stamp.by,
  } satisfies typeof persons.$inferInsert
}

const savePerson = saveByVersion(persons)

/** Saves what a form holds over the version it was opened with. StaleVersion, RowMissing, UniqueViolation. */
export function updatePerson(
  tx: Tx,
  id: string,
  version: number,
  data: PersonData,
  stamp: Stamp,
): Person {
  savePerson(tx, id, version, ownColumns(data), stamp)
  writeParts(tx, id, data)
  const row = personById(tx, id)
  if (!row) throw new RowMissing('persons', id)
  indexPerson(tx, row.rowNo, indexed(data))
  return personOrThrow(tx, id)
}

function ownColumns(data: PersonData) {
  const { currentAddress, permanentAddress: _permanent, phones: _phones, ...own } = data
  return {
    ...own,
    sortKey: personSortKey(data),
    searchText: searchTextOf({ ...data, settlement: currentAddress.settlement }),
    settlementKey: normaliseForSearch(currentAddress.settlement),
  }
}

function indexed(data: PersonData) {
  return { ...data, settlement: data.currentAddress.settlement }
}

function writeParts(tx: Tx, personId: string, data: PersonData): void {
  const { addresses, phones } = partRows(personId, data)
  tx.delete(personAddresses).where(eq(personAddresses.personId, personId)).run()
  tx.insert(personAddresses).values(addresses).run()
  tx.delete(personPhones).where(eq(personPhones.personId, personId)).run()
  if (phones.length > 0) tx.insert(personPhones).values(phones).run()
}

/** Rows of the person's addresses and telephones, as they are written beside its own. */
export function partRows(personId: string, data: PersonData) {
  const address = (kind: 'current' | 'permanent', data: AddressData) => ({
    id: newId(),
    personId,
    kind,
    ...data,
  })
  return {
    addresses: [
      address('current', data.currentAddress),
      ...(data.permanentAddress ? [address('permanent', data.permanentAddress)] : []),
    ],
    phones: data.phones.map((phone, position) => ({ id: newId(), personId, position, ...phone })),
  }
}

const personById = keptRow(persons)
const addressesOf = keptRows(personAddresses, personAddresses.personId)
const phonesOf = kept((db) =>
  db
    .select({ number: personPhones.number, note: personPhones.note })
    .from(personPhones)
    .where(eq(personPhones.personId, sql.placeholder('id')))
    .orderBy(asc(personPhones.position))
    .prepare(),
)

/** Somebody of this id has a dossier. */
export function isPerson(db: Db, id: string): boolean {
  return personById(db, id) !== undefined
}

export function getPerson(db: Db, id: string): Person | undefined {
  const row = personById(db, id)
  if (!row) return undefined
  const addresses = addressesOf(db, id)
  const address = (kind: 'current' | 'permanent'): AddressData | null => {
    const found = addresses.find((a) => a.kind === kind)
    if (!found) return null
    const { id: _id, personId: _person, kind: _kind, ...data } = found
    return data
  }
  const currentAddress = address('current')
  if (!currentAddress) throw new RowMissing('person_addresses', id)
  const phones = phonesOf(db).all({ id })
  const { rowNo: _row, sortKey: _sort, searchText: _search, settlementKey: _key, ...own } = row
  return { ...own, currentAddress, permanentAddress: address('permanent'), phones }
}

function personOrThrow(tx: Tx, id: string): Person {
  const person = getPerson(tx, id)
  if (!person) throw new RowMissing('persons', id)
  return person
}

/** The person who has this ЕГН, ЛНЧ or other number. */
export function findPersonByNumber(db: Db, kind: IdKind, number: string): Person | undefined {
  const row = db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.idKind, kind), eq(persons.idNumber, number)))
    .all()[0]
  return row && getPerson(db, row.id)
}

/**
 * Settlements of current addresses with how many people, for the filter and for typing ahead. Counted
 * over the index the filter uses; named as the newest dossier of each names it.
 */
export function listSettlements(
  db: Db,
): { settlementKind: 'town' | 'village'; settlement: string; people: number }[] {
  return db.all(sql`
    select a.settlement_kind as settlementKind, a.settlement as settlement, s.people as people
    from (select settlement_key as key, count(*) as people, max(id) as newest
          from persons group by settlement_key) s
    cross join person_addresses a on a.person_id = s.newest and a.kind = 'current'
    order by s.people desc, s.key`)
}
