import { asc, eq, max, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { kept, keptInsert, keptRows } from '#db/kept.ts'
import type { Stamp } from '#db/kept-record.ts'
import { applicationEvents, type ApplicationEventRow } from '#db/schema/applications.ts'
import type { HistoryKind } from '#domain/applications/history.ts'

/** What a step adds to its line in the history; the kind follows from the states. */
export interface EventDetail {
  kind?: HistoryKind
  onDate?: string
  why?: ApplicationEventRow['why']
  reason?: string
  undoes?: string
  responsibleId?: string | null
}

const lastPlaceOf = kept((db) =>
  db
    .select({ position: max(applicationEvents.position) })
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, sql.placeholder('applicationId')))
    .prepare(),
)
const insertEvent = keptInsert(applicationEvents)

/** One more line in the history of an application. */
export function addEvent(
  tx: Tx,
  applicationId: string,
  event: EventDetail & Pick<ApplicationEventRow, 'kind' | 'fromState' | 'toState'>,
  stamp: Stamp,
): void {
  const { kind, fromState, toState, onDate, why, reason, undoes, responsibleId } = event
  const last = lastPlaceOf(tx).get({ applicationId })
  insertEvent(tx, {
    id: newId(),
    applicationId,
    position: (last?.position ?? 0) + 1,
    kind,
    fromState,
    toState,
    onDate: onDate ?? null,
    why: why ?? null,
    reason: reason ?? '',
    undoes: undoes ?? null,
    responsibleId: responsibleId ?? null,
    at: stamp.at,
    by: stamp.by,
  })
}

/** The history of an application in the order it happened. */
export const eventsOf: (db: Db, applicationId: string) => ApplicationEventRow[] = keptRows(
  applicationEvents,
  applicationEvents.applicationId,
  asc(applicationEvents.position),
)
