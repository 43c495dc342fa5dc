import type { Tx } from '#db/connection.ts'

/** What a new office begins with: the methodology that comes with the program. */
export function seedOffice(tx: Tx, now: string): void {
  void tx
  void now
}
