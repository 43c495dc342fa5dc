import type { Tx } from '#db/connection.ts'
import { seedMethodology } from '#db/queries/methodologies.ts'
import { defaultMethodology } from '#domain/methodologies/default-methodology.ts'

/** What a new office begins with: the methodology that comes with the program. */
export function seedOffice(tx: Tx, now: string): void {
  seedMethodology(tx, defaultMethodology, now)
}
