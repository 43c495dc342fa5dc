import type { Database, Tx } from '#db/connection.ts'
import { hasMethodology, seedMethodology } from '#db/queries/methodologies.ts'
import { defaultMethodology } from '#domain/methodologies/default-methodology.ts'
import { selectionMethodology } from '#domain/methodologies/selection-methodology.ts'

/** What a new office begins with: the methodologies that come with the program. */
export function seedOffice(tx: Tx, now: string): void {
  seedMethodology(tx, defaultMethodology, now)
  seedMethodology(tx, selectionMethodology, now)
}

/** An office of an earlier version gets the card for selecting assistants when it is first opened. */
export function completeOffice(database: Database, now: string): void {
  if (hasMethodology(database.orm, selectionMethodology)) return
  database.transaction((tx) => {
    seedMethodology(tx, selectionMethodology, now)
  })
}
