import type { Permission } from '#domain/accounts/permissions.ts'
import type { ExpiringKind } from '#domain/expiring/list.ts'
import type { Db } from '#db/connection.ts'
import type { WaitingLine } from '#db/queries/today-line.ts'

export interface ExpiringLine extends WaitingLine {
  kind: ExpiringKind
}

/** Something that ends by a date, said by the concept it is about; kinds that are read together are one. */
export interface Expiring {
  kinds: readonly ExpiringKind[]
  /** Without it nothing of these kinds is on the list. */
  permission: Permission
  /** What ends until `until` or has ended, of people in the care of the office; `due` is its last day. */
  find: (db: Db, today: string, until: string) => ExpiringLine[]
}

/** A kind that is read by itself. */
export function expiringOf(
  kind: ExpiringKind,
  permission: Permission,
  find: (db: Db, today: string, until: string) => WaitingLine[],
): Expiring {
  return {
    kinds: [kind],
    permission,
    find: (...asked) => find(...asked).map((line) => ({ ...line, kind })),
  }
}
