import type { Permission } from '#domain/accounts/permissions.ts'
import type { ExpiringKind } from '#domain/expiring/list.ts'
import type { EndKind } from '#domain/people/deadlines.ts'
import type { Db } from '#db/connection.ts'
import type { PersonStatusRow } from '#db/queries/people-status.ts'
import type { WaitingLine } from '#db/queries/today-line.ts'

interface ExpiringLine extends WaitingLine {
  kind: ExpiringKind
}

/** What is known of a case beside its row, on the day that is asked about. */
interface CaseNow {
  today: string
  /** The newest contract is signed and not over; it is issued and not over. */
  agreed: boolean
  helped: boolean
}

/** The same end as a deadline of the dossier, where it is one. */
interface InDossier {
  kind: EndKind
  on: (row: PersonStatusRow, now: CaseNow) => string | null
}

/** Something that ends by a date, said by the concept it is about; kinds that are read together are one. */
export interface Expiring {
  kinds: readonly ExpiringKind[]
  /** Without it nothing of these kinds is on the list, and no deadline of theirs in a dossier. */
  permission: Permission
  /** What ends until `until` or has ended, of people in the care of the office; `due` is its last day. */
  find: (db: Db, today: string, until: string) => ExpiringLine[]
  dossier?: InDossier
}

/** A kind that is read by itself. */
export function expiringOf(
  kind: ExpiringKind,
  permission: Permission,
  find: (db: Db, today: string, until: string) => WaitingLine[],
  dossier?: InDossier,
): Expiring {
  return {
    kinds: [kind],
    permission,
    find: (...asked) => find(...asked).map((line) => ({ ...line, kind })),
    ...(dossier ? { dossier } : {}),
  }
}
