import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { plannedHours } from './hours.ts'
import type { TimedRow } from './hours.ts'

/** Smallest piece of time that the proposal takes away. */
const step = 15

export interface Cut {
  /** Index of the row in the plan as it was. */
  row: number
  weekday: number
  /** Minutes taken away; the whole visit when `removed`. */
  minutes: number
  removed: boolean
}

export interface FitProposal<T> {
  rows: T[]
  cuts: Cut[]
  /** Fullest month before and after. */
  before: number
  after: number
}

/**
 * „Напасни“: the least cut in quarter hours that brings the fullest month under the hours granted.
 * Always the longest visit of the week gives, the later day and the later row first, from its end:
 * so nobody loses a whole visit while another has a long one. A proposal, not a decision; rows that
 * need no cut come back unchanged, and a cut day is split off its row.
 */
export function fitToHours<T extends TimedRow>(
  rows: readonly T[],
  grantedMinutes: number,
  from: CivilDate,
  to: CivilDate,
): FitProposal<T> {
  const visits = rows.flatMap((row, index) =>
    [...row.weekdays]
      .sort((a, b) => a - b)
      .map((weekday) => ({
        row: index,
        weekday,
        fromMinute: row.fromMinute,
        toMinute: row.toMinute,
      })),
  )
  const fullest = () =>
    plannedHours(
      visits.map((visit) => ({ ...visit, weekdays: [visit.weekday] })),
      from,
      to,
    ).max
  const before = fullest()
  let after = before
  while (after > grantedMinutes) {
    const longest = visits
      .filter((visit) => visit.toMinute > visit.fromMinute)
      .sort(
        (a, b) =>
          b.toMinute - b.fromMinute - (a.toMinute - a.fromMinute) ||
          b.weekday - a.weekday ||
          b.row - a.row,
      )[0]
    if (!longest) break
    longest.toMinute = Math.max(longest.fromMinute, longest.toMinute - step)
    after = fullest()
  }

  const cuts: Cut[] = []
  const fitted: T[] = []
  rows.forEach((row, index) => {
    const byEnd = new Map<number, number[]>()
    for (const visit of visits.filter((known) => known.row === index)) {
      if (visit.toMinute < row.toMinute)
        cuts.push({
          row: index,
          weekday: visit.weekday,
          minutes: row.toMinute - visit.toMinute,
          removed: visit.toMinute === visit.fromMinute,
        })
      if (visit.toMinute > visit.fromMinute)
        byEnd.set(visit.toMinute, [...(byEnd.get(visit.toMinute) ?? []), visit.weekday])
    }
    for (const [toMinute, weekdays] of byEnd) fitted.push({ ...row, weekdays, toMinute })
  })
  return { rows: fitted, cuts, before, after }
}
