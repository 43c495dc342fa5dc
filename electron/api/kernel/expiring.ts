import type { Permission } from '#domain/accounts/permissions.ts'
import type { ExpiringKind } from '#domain/expiring/list.ts'
import type { Db } from '#db/connection.ts'
import type { WaitingLine } from '#db/queries/today-line.ts'

/** Something that ends by a date, said by the concept it is about. */
export interface Expiring {
  kind: ExpiringKind
  /** Without it nothing of the kind is on the list. */
  permission: Permission
  /** What ends until `until` or has ended, of people in the care of the office; `due` is its last day. */
  find: (db: Db, today: string, until: string) => WaitingLine[]
}
