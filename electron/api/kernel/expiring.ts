import type { ExpiringKind } from '#domain/expiring/list.ts'
import type { Db } from '#db/connection.ts'
import type { WaitingLine } from '#db/queries/today-line.ts'

interface ExpiringLine extends WaitingLine {
  kind: ExpiringKind
}

/** Something that ends by a date, said by the concept it is about; kinds that are read together are one. */
export interface Expiring {
  kinds: readonly ExpiringKind[]
  /** What ends until `until` or has ended, of people in the care of the office; `due` is its last day. */
  find: (db: Db, today: string, until: string) => ExpiringLine[]
}

/** A kind that is read by itself. */
export function expiringOf(
  kind: ExpiringKind,
  find: (db: Db, today: string, until: string) => WaitingLine[],
): Expiring {
  return {
    kinds: [kind],
    find: (...asked) => find(...asked).map((line) => ({ ...line, kind })),
  }
}
