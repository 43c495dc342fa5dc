import { can, type Permission } from '#domain/accounts/permissions.ts'
import { waitsIn, type WaitingView } from '#domain/applications/responsible.ts'
import type { Db } from '#db/connection.ts'
import type { WaitingLine } from '#db/queries/today-line.ts'
import type { Session } from './office-door.ts'

/** Days ahead in which the end of a paper is worth knowing. */
export const soonDays = 30

export interface WaitingAsked {
  db: Db
  actor: Session
  today: string
}

/** Something that may wait for somebody, said by the concept it is about. */
export interface WaitingKind<K extends string = string> {
  kind: K
  /** Who does it, or – where it is only looked after – who may see it. */
  permission: Permission
  /** The group of the navigation beside which it is counted; null: nobody's work, only looked after. */
  work: 'intake' | 'assessment' | 'support' | 'paper' | 'team' | null
  /**
   * A right that stands above the case: an approval waits for who may approve, whoever answers for the
   * case. Without one it is the work of who does.
   */
  by?: Permission
  find: (asked: WaitingAsked) => WaitingLine[]
}

/** Keeps the names of the kinds, so that what is not registered does not compile. */
export const waitingFor = <const K extends string>(
  kinds: readonly WaitingKind<K>[],
): readonly WaitingKind<K>[] => kinds

/** Overdue first, then by date, then what has no date. */
export function byDue(a: { due: string | null }, b: { due: string | null }): number {
  if (a.due === b.due) return 0
  if (a.due === null) return 1
  if (b.due === null) return -1
  return a.due < b.due ? -1 : 1
}

/** A row as it leaves the office: what a query needed besides, to reckon a term, stays here. */
function rowOf(line: WaitingLine): WaitingLine {
  const { id, personId, firstName, middleName, lastName, number, due, caseId, responsibleId } = line
  return { id, personId, firstName, middleName, lastName, number, due, caseId, responsibleId }
}

/** What may be done or looked after by this account, the most urgent first; undefined: by others. */
function rowsOf({ permission, find }: WaitingKind, asked: WaitingAsked): WaitingLine[] | undefined {
  const { roles } = asked.actor
  if (!can(roles, 'people.read') || !can(roles, permission)) return undefined
  return find(asked).map(rowOf).sort(byDue)
}

/** One kind with its rows in each view. */
interface Waiting<K extends string = string> extends Pick<WaitingKind<K>, 'kind' | 'work'> {
  lines: Record<WaitingView, WaitingLine[]>
}

/** Everything that waits, for the lists, the figures and the numbers in the navigation alike. */
export function allWaiting<K extends string>(
  kinds: readonly WaitingKind<K>[],
  asked: WaitingAsked,
): Waiting<K>[] {
  const { accountId, roles } = asked.actor
  return kinds.flatMap((one) => {
    const rows = rowsOf(one, asked)
    if (!rows) return []
    const me = { id: accountId, byRight: one.by !== undefined && can(roles, one.by) }
    const lines = (view: WaitingView) => rows.filter((row) => waitsIn(view, row, me))
    const { kind, work } = one
    return [{ kind, work, lines: { mine: lines('mine'), team: rows, nobody: lines('nobody') } }]
  })
}
