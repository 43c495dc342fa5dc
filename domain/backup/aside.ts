import { safetyDays } from './retention.ts'

/**
 * What a restore, a change of key or a healed file put aside (docs/decisions/0010). `damagedFiles`:
 * stored files that read differently. `other`: nobody knows where it comes from.
 */
export const asideKinds = ['restore', 'keyChange', 'damagedFiles', 'other'] as const
export type AsideKind = (typeof asideKinds)[number]

/** So many copies must have been made and verified after a restore before what it put aside goes. */
export const copiesBeforeAsideGoes = 3

export interface AsideFacts {
  kind: AsideKind
  /** When it was put aside; null where that is not known. */
  at: string | null
  /**
   * The safety copy that was made of it and opened at that moment, and whether it still stands
   * beside the database; null: there was none, since the database did not open.
   */
  safetyCopy: 'there' | 'gone' | null
}

/** What the office has done since. */
export interface AsideSince {
  now: string
  /** Copies on media made and verified after the last restore. */
  copies: number
  /** A whole snapshot opens with the present key. */
  snapshotUnderKey: boolean
}

/** `goes`: the program takes it away by itself. Otherwise why it stays. */
export type AsideFate = 'goes' | 'kept' | 'noSafetyCopy' | 'waitsForCopies' | 'waits'

/**
 * Whether the program may take it away by itself. Never by the clock alone, and never what is the
 * only trace of something: `kept` stays until a person removes it.
 */
export function asideFate({ kind, at, safetyCopy }: AsideFacts, since: AsideSince): AsideFate {
  if (at === null || kind === 'damagedFiles' || kind === 'other') return 'kept'
  const isOver = Date.parse(since.now) - Date.parse(at) > safetyDays * 86_400_000
  if (kind === 'keyChange') return isOver && since.snapshotUnderKey ? 'goes' : 'waits'
  if (safetyCopy === null) return 'kept'
  if (safetyCopy === 'gone') return 'noSafetyCopy'
  if (since.copies < copiesBeforeAsideGoes) return 'waitsForCopies'
  return isOver ? 'goes' : 'waits'
}
