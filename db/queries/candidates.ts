import { asc, desc, eq, ne } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { RowMissing } from '#db/errors.ts'
import { newId } from '#db/ids.ts'
import { keptInsert, keptRow, keptRows } from '#db/kept.ts'
import { inputOf, madeBy, saveByVersion, type ChangesOf, type Stamp } from '#db/kept-record.ts'
import {
  candidacies,
  candidacyDocuments,
  candidacyVillages,
  type CandidacyDocumentRow,
  type CandidacyRow,
} from '#db/schema/candidates.ts'
import { campaignKey, type ExistingCandidacy } from '#domain/candidates/rules.ts'
import {
  candidacyInputSchema,
  type CandidacyInput,
  type CandidacyState,
} from '#domain/candidates/schema.ts'
import { erased } from '#domain/candidates/papers-term.ts'
import { normalRegistryNumber } from '#domain/text/registry-number.ts'
import { addCandidacyEvent, type CandidacyEventDetail } from './candidate-events.ts'

export interface StoredCandidacy extends CandidacyRow {
  documents: CandidacyDocumentRow[]
  villages: string[]
}

export type CandidacyChanges = ChangesOf<typeof candidacies>

/** Throws UniqueViolation: the entry number of the year, or a second open candidacy in the campaign. */
export function insertCandidacy(
  tx: Tx,
  input: CandidacyInput,
  state: CandidacyState,
  stamp: Stamp,
  own: Pick<CandidacyChanges, 'documentsDueDate'>,
): string {
  const id = newId()
  tx.insert(candidacies)
    .values({
      ...ownColumns(input),
      ...own,
      id,
      state,
      receivedBy: stamp.by,
      ...madeBy(stamp),
    })
    .run()
  writeParts(tx, id, input, stamp)
  addCandidacyEvent(tx, id, { kind: 'register', fromState: state, toState: state }, stamp)
  return id
}

/** Saves the form; returns the new version. Throws StaleVersion, RowMissing, UniqueViolation. */
export function updateCandidacy(
  tx: Tx,
  id: string,
  version: number,
  input: CandidacyInput,
  stamp: Stamp,
  own: Pick<CandidacyChanges, 'state' | 'documentsDueDate'>,
): number {
  const before = findCandidacy(tx, id)
  const next = saveCandidacy(tx, id, version, { ...ownColumns(input), ...own }, stamp)
  writeParts(tx, id, input, stamp)
  if (before && own.state !== undefined && own.state !== before.state)
    addCandidacyEvent(
      tx,
      id,
      { kind: 'corrected', fromState: before.state, toState: own.state },
      stamp,
    )
  return next
}

const saveCandidacy = saveByVersion(candidacies)

/** A step of the procedure with its line in the history; returns the new version. */
export function setCandidacy(
  tx: Tx,
  id: string,
  version: number,
  changes: CandidacyChanges,
  stamp: Stamp,
  detail: CandidacyEventDetail,
): number {
  const { state: fromState } = getCandidacy(tx, id)
  const next = saveCandidacy(tx, id, version, changes, stamp)
  const toState = changes.state ?? fromState
  addCandidacyEvent(tx, id, { ...detail, fromState, toState }, stamp)
  return next
}

const { documents: _documents, villages: _villages, ...toldColumns } = erased
/** What the candidate told goes from the record; `removeBrought` takes the rest. */
export const untold: CandidacyChanges = toldColumns

function ownColumns(input: CandidacyInput) {
  const { documents, villages, ...own } = input
  return {
    ...own,
    campaignKey: campaignKey(input.campaign),
    entryYear: Number(input.entryDate.slice(0, 4)),
  }
}

const insertDocument = keptInsert(candidacyDocuments)
const insertVillage = keptInsert(candidacyVillages)

/** Papers and villages of a candidacy. */
export function removeBrought(tx: Tx, id: string): void {
  tx.delete(candidacyDocuments).where(eq(candidacyDocuments.candidacyId, id)).run()
  tx.delete(candidacyVillages).where(eq(candidacyVillages.candidacyId, id)).run()
}

/** Rows are written anew; who saw a paper first stays with it as long as the paper is the same. */
function writeParts(tx: Tx, id: string, input: CandidacyInput, stamp: Stamp): void {
  const keyOf = ({ type, presentedAs, number }: CandidacyInput['documents'][number]) =>
    `${type}/${presentedAs}/${number}`
  const seen = new Map(documentsOf(tx, id).map((row) => [keyOf(row), row]))
  removeBrought(tx, id)
  input.documents.forEach((document, position) => {
    const before = seen.get(keyOf(document))
    insertDocument(tx, {
      id: newId(),
      candidacyId: id,
      position,
      ...document,
      verifiedBy: before?.verifiedBy ?? stamp.by,
      verifiedAt: before?.verifiedAt ?? stamp.at,
    })
  })
  input.villages.forEach((village, position) => {
    insertVillage(tx, { id: newId(), candidacyId: id, position, village })
  })
}

const documentsOf = keptRows(
  candidacyDocuments,
  candidacyDocuments.candidacyId,
  asc(candidacyDocuments.position),
)
const villagesOf = keptRows(
  candidacyVillages,
  candidacyVillages.candidacyId,
  asc(candidacyVillages.position),
)
const findCandidacy: (db: Db, id: string) => CandidacyRow | undefined = keptRow(candidacies)

/** The candidacy with its papers and villages. Throws RowMissing. */
export function getCandidacy(db: Db, id: string): StoredCandidacy {
  const row = findCandidacy(db, id)
  if (!row) throw new RowMissing('candidacies', id)
  return {
    ...row,
    documents: documentsOf(db, id),
    villages: villagesOf(db, id).map(({ village }) => village),
  }
}

/** The stored candidacy as the form holds it. */
export const candidacyInputOf = (stored: StoredCandidacy): CandidacyInput =>
  inputOf(stored, candidacyInputSchema)

/** Candidacies of a person, newest first. */
export function candidaciesOfPerson(db: Db, personId: string): CandidacyRow[] {
  return db
    .select()
    .from(candidacies)
    .where(eq(candidacies.personId, personId))
    .orderBy(desc(candidacies.entryDate), desc(candidacies.id))
    .all()
}

/** What `candidacyProblems` compares with: the person's candidacies and the same number of the year. */
export function existingCandidacies(
  db: Db,
  candidate: { personId: string; entryNumber: string; entryDate: string },
): ExistingCandidacy[] {
  const columns = {
    id: candidacies.id,
    personId: candidacies.personId,
    campaign: candidacies.campaign,
    state: candidacies.state,
    entryNumber: candidacies.entryNumber,
    entryDate: candidacies.entryDate,
  }
  const ofPerson = db
    .select(columns)
    .from(candidacies)
    .where(eq(candidacies.personId, candidate.personId))
    .all()
  const number = normalRegistryNumber(candidate.entryNumber)
  const ofNumber = db
    .select(columns)
    .from(candidacies)
    .where(eq(candidacies.entryYear, Number(candidate.entryDate.slice(0, 4))))
    .all()
    .filter((row) => normalRegistryNumber(row.entryNumber) === number)
  return [...ofPerson, ...ofNumber.filter((row) => ofPerson.every((own) => own.id !== row.id))]
}

/** Campaigns that candidates came in, the latest first. */
export function campaignsOf(db: Db): string[] {
  const rows = db
    .select({ campaign: candidacies.campaign, key: candidacies.campaignKey })
    .from(candidacies)
    .where(ne(candidacies.campaign, ''))
    .orderBy(desc(candidacies.entryDate), desc(candidacies.id))
    .all()
  const named = new Map(rows.toReversed().map(({ key, campaign }) => [key, campaign]))
  return [...named.values()].toReversed()
}
