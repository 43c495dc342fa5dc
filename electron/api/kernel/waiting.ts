import type { Permission } from '#domain/accounts/permissions.ts'
import type { Db } from '#db/connection.ts'
import type { WaitingLine } from '#db/queries/today.ts'
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
  find: (asked: WaitingAsked) => WaitingLine[]
}

/** Keeps the names of the kinds, so that what is not registered does not compile. */
export const waitingFor = <const K extends string>(
  kinds: readonly WaitingKind<K>[],
): readonly WaitingKind<K>[] => kinds
