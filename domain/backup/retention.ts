import { civilDateAt } from '#domain/calendar/instant.ts'
import { isoWeekOf, monthOf } from '#domain/calendar/civil-date.ts'
import type { CopyOccasion, CopyState } from './schema.ts'

/** How many are kept; of days, weeks and months only those count that have a copy. */
export const snapshotsKept = { newest: 8, days: 14, weeks: 8, months: 12 } as const
/** How long what a restore or a change of key left behind can be gone back to. */
export const safetyDays = 7

export interface SnapshotAge {
  name: string
  createdAt: string
  /** Number of the last audit entry in it; 0: none. */
  auditSeq: number
  occasion: CopyOccasion
  /** Of the database key that opens it. */
  keyId: string
}

/** What the office knows beside the copies themselves. */
export interface CopyRule {
  /**
   * Given while damage is known: number of the last entry by which a full check had found nothing. The
   * newest copy of before stays: one of data in which links or the journal are broken reads well.
   */
  lastGoodSeq?: number | null
  /** When the last restore was made; what was copied before may be of a state that was replaced. */
  restoredAt?: string | null
}

/**
 * Names of the snapshots that may go. Counted, never measured by age, so that a clock that jumps
 * deletes nothing: what has the higher number of its last audit entry is newer. After a restore the
 * state that was replaced has the higher numbers: what was copied since is newer all the same. The
 * newest one never goes, nor a safety copy within its seven days. Snapshots under an earlier key go
 * once a newer one under the present key is there and seven days are over since the first one under
 * it. `snapshots` are the whole ones only: what cannot be read is not judged here.
 */
export function snapshotsToPrune(
  snapshots: readonly SnapshotAge[],
  office: CopyRule & { now: string; keyId: string },
): string[] {
  const { ordered, isNewer } = byAge(snapshots, office)
  const kept = new Set(ordered.slice(0, snapshotsKept.newest))
  const rest = ordered.slice(snapshotsKept.newest)
  const dayOf = (one: SnapshotAge) => civilDateAt(one.createdAt)
  const weekOf = (one: SnapshotAge) => {
    const { year, week } = isoWeekOf(dayOf(one))
    return `${String(year)}-${String(week)}`
  }
  for (const one of [
    ...newestOfEach(rest, dayOf, snapshotsKept.days),
    ...newestOfEach(rest, weekOf, snapshotsKept.weeks),
    ...newestOfEach(rest, (one) => monthOf(dayOf(one)), snapshotsKept.months),
  ])
    kept.add(one)

  const underKey = ordered.filter((one) => one.keyId === office.keyId)
  const [newestUnderKey, firstUnderKey] = [underKey[0], underKey.at(-1)]
  // The seven days begin with the change of key, of which the first snapshot under the new one tells.
  const keyIsOver = firstUnderKey !== undefined && isOver(firstUnderKey, office.now)
  const outdatedKey = (one: SnapshotAge) =>
    keyIsOver &&
    newestUnderKey !== undefined &&
    one.keyId !== office.keyId &&
    isNewer(newestUnderKey, one)
  const good = lastGood(ordered, office.lastGoodSeq)
  return ordered
    .filter((one, index) => index > 0 && one !== good && (!kept.has(one) || outdatedKey(one)))
    .filter((one) => one.occasion !== 'safety' || isOver(one, office.now))
    .map((one) => one.name)
}

export interface MediumCopyAge {
  id: string
  createdAt: string
  auditSeq: number
  state: CopyState
}

/**
 * Ids of the copies that may go from one medium: all but the newest `keep` whole ones. The newest
 * whole one and the last verified one never go; one that does not read goes when a whole one is newer.
 */
export function copiesToPrune(
  copies: readonly MediumCopyAge[],
  keep: number,
  rule: CopyRule = {},
): string[] {
  const { ordered, isNewer } = byAge(copies, rule)
  const whole = ordered.filter((one) => one.state !== 'failed')
  const newest = whole[0]
  const verified = whole.filter((one) => one.state === 'verified')
  const good = lastGood(verified, rule.lastGoodSeq)
  const kept = new Set(whole.slice(0, Math.max(1, keep)))
  return ordered
    .filter((one) =>
      one.state === 'failed'
        ? newest !== undefined && isNewer(newest, one)
        : !kept.has(one) && one !== verified[0] && one !== good,
    )
    .map((one) => one.id)
}

/** `ordered` is newest first. The last one from before the check that found nothing. */
function lastGood<T extends Aged>(
  ordered: readonly T[],
  seq: number | null | undefined,
): T | undefined {
  return seq == null ? undefined : ordered.find((one) => one.auditSeq <= seq)
}

interface Aged {
  createdAt: string
  auditSeq: number
}

function byAge<T extends Aged>(copies: readonly T[], { restoredAt }: CopyRule) {
  const isSince = (one: Aged) => restoredAt == null || one.createdAt >= restoredAt
  const isNewer = (a: Aged, b: Aged) => {
    if (isSince(a) !== isSince(b)) return isSince(a)
    return a.auditSeq === b.auditSeq ? a.createdAt > b.createdAt : a.auditSeq > b.auditSeq
  }
  const ordered = [...copies].sort((a, b) => (isNewer(a, b) ? -1 : isNewer(b, a) ? 1 : 0))
  return { ordered, isNewer }
}

/** `ordered` is newest first. */
function newestOfEach<T>(ordered: readonly T[], bucketOf: (one: T) => string, most: number): T[] {
  const newest = new Map<string, T>()
  for (const one of ordered) {
    const bucket = bucketOf(one)
    if (!newest.has(bucket) && newest.size < most) newest.set(bucket, one)
  }
  return [...newest.values()]
}

function isOver({ createdAt }: Aged, now: string): boolean {
  return Date.parse(now) - Date.parse(createdAt) >= safetyDays * 86_400_000
}
