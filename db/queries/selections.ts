import { and, asc, eq, getTableColumns, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { madeBy, saveByVersion, type ChangesOf, type Stamp } from '#db/kept-record.ts'
import { candidacies } from '#db/schema/candidates.ts'
import { persons } from '#db/schema/people.ts'
import { selectionCards, type SelectionCardRow } from '#db/schema/selections.ts'
import type { CandidacyState } from '#domain/candidates/schema.ts'
import { alive, noCase, none, person, type WaitingLine } from './today-line.ts'

/** A card with what its steps need to know of its candidate. */
export interface StoredCard extends SelectionCardRow {
  personId: string
  candidacyState: CandidacyState
}

export type CardChanges = ChangesOf<typeof selectionCards>

function cardWhere(db: Db, where: SQL): StoredCard | undefined {
  return db
    .select({
      ...getTableColumns(selectionCards),
      personId: candidacies.personId,
      candidacyState: candidacies.state,
    })
    .from(selectionCards)
    .innerJoin(candidacies, eq(candidacies.id, selectionCards.candidacyId))
    .where(where)
    .get()
}

export const findCard = (db: Db, id: string): StoredCard | undefined =>
  cardWhere(db, eq(selectionCards.id, id))

export const cardOfCandidacy = (db: Db, candidacyId: string): StoredCard | undefined =>
  cardWhere(db, eq(selectionCards.candidacyId, candidacyId))

/** An empty card. Throws UniqueViolation where the candidacy has one. */
export function insertCard(
  tx: Tx,
  card: Pick<SelectionCardRow, 'candidacyId' | 'methodologyVersionId' | 'scorerId' | 'conflicts'>,
  stamp: Stamp,
): string {
  const id = newId()
  tx.insert(selectionCards)
    .values({ ...card, id, state: 'draft', answers: [], ...madeBy(stamp) })
    .run()
  return id
}

/** Saves over the version given; returns the new one. Throws StaleVersion, RowMissing. */
export const saveCard = saveByVersion(selectionCards)

/** What was written of a candidate goes with the papers (чл. 25к от ЗЗЛД). */
export function removeCardOf(tx: Tx, candidacyId: string): void {
  tx.delete(selectionCards).where(eq(selectionCards.candidacyId, candidacyId)).run()
}

/** Whether the candidate stands in the pool by an approved card. */
export const isChosenByCard = (db: Db, candidacyId: string): boolean =>
  cardOfCandidacy(db, candidacyId)?.state === 'approved'

const line = { ...person, ...noCase, id: candidacies.id, number: candidacies.entryNumber }

/** Candidates admitted and alive, by their cards. */
function admitted(db: Db, cards: SQL | undefined, due: SQL<string | null> = none): WaitingLine[] {
  return db
    .select({ ...line, due })
    .from(candidacies)
    .innerJoin(persons, eq(persons.id, candidacies.personId))
    .leftJoin(selectionCards, eq(selectionCards.candidacyId, candidacies.id))
    .where(and(eq(candidacies.state, 'admitted'), alive, cards))
    .orderBy(asc(candidacies.entryDate), asc(candidacies.id))
    .all()
}

const draft = eq(selectionCards.state, 'draft')

/** Without a card, or with one that is not finished; nothing is awaited of who did not come. */
export function candidatesToScore(db: Db): WaitingLine[] {
  const came = or(isNull(selectionCards.interviewCame), eq(selectionCards.interviewCame, 'yes'))
  return admitted(db, or(isNull(selectionCards.id), and(draft, came)))
}

/** Interviews of today and before it of which it is not written whether the candidate came. */
export function interviewsOn(db: Db, today: string): WaitingLine[] {
  const open = and(
    draft,
    isNull(selectionCards.interviewCame),
    lte(selectionCards.interviewOn, today),
  )
  return admitted(db, open, sql<string | null>`${selectionCards.interviewOn}`)
}

/** Who did not come to the interview and is not out yet. */
export function interviewsMissed(db: Db): WaitingLine[] {
  return admitted(db, and(draft, eq(selectionCards.interviewCame, 'no')))
}

/** Finished cards that somebody else than their scorer approves. */
export function cardsToApprove(db: Db, accountId: string): WaitingLine[] {
  const byAnother = sql`${selectionCards.scorerId} <> ${accountId}`
  return admitted(db, and(eq(selectionCards.state, 'scored'), byAnother))
}
