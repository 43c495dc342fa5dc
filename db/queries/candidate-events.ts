import { asc, eq, max, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { kept, keptInsert, keptRows } from '#db/kept.ts'
import type { Stamp } from '#db/kept-record.ts'
import { candidacyEvents, type CandidacyEventRow } from '#db/schema/candidates.ts'

/** What a step adds to its line in the history. */
export type CandidacyEventDetail = Pick<CandidacyEventRow, 'kind'> &
  Partial<Pick<CandidacyEventRow, 'onDate' | 'why' | 'reason' | 'undoes'>>

const lastPlaceOf = kept((db) =>
  db
    .select({ position: max(candidacyEvents.position) })
    .from(candidacyEvents)
    .where(eq(candidacyEvents.candidacyId, sql.placeholder('candidacyId')))
    .prepare(),
)
const insertEvent = keptInsert(candidacyEvents)

/** One more line in the history of a candidacy. */
export function addCandidacyEvent(
  tx: Tx,
  candidacyId: string,
  event: CandidacyEventDetail & Pick<CandidacyEventRow, 'fromState' | 'toState'>,
  stamp: Stamp,
): void {
  const { kind, fromState, toState, onDate, why, reason, undoes } = event
  const last = lastPlaceOf(tx).get({ candidacyId })
  insertEvent(tx, {
    id: newId(),
    candidacyId,
    position: (last?.position ?? 0) + 1,
    kind,
    fromState,
    toState,
    onDate: onDate ?? null,
    why: why ?? null,
    reason: reason ?? '',
    undoes: undoes ?? null,
    at: stamp.at,
    by: stamp.by,
  })
}

/** The history of a candidacy in the order it happened. */
export const candidacyEventsOf: (db: Db, candidacyId: string) => CandidacyEventRow[] = keptRows(
  candidacyEvents,
  candidacyEvents.candidacyId,
  asc(candidacyEvents.position),
)
