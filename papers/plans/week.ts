import type { WeeklyRowFacts } from '#domain/plans/facts.ts'
import { formatClock, formatHours } from '#domain/text/format.ts'
import type { WeekData } from '#papers/layout-data.ts'

const days = [1, 2, 3, 4, 5, 6, 7]

/** The week as rows of activities and columns of days, with the hours of each day below. */
export function weekData(week: readonly WeeklyRowFacts[]): WeekData {
  const rows = week.map((row) => ({
    activity: row.activity,
    assistant: row.assistant,
    cells: days.map((day) =>
      row.weekdays.includes(day)
        ? `${formatClock(row.fromMinute)}–${formatClock(row.toMinute)}`
        : '–',
    ),
  }))
  const total = (day: number): number =>
    week
      .filter((row) => row.weekdays.includes(day))
      .reduce((sum, row) => sum + row.toMinute - row.fromMinute, 0)
  return {
    rows,
    totals:
      rows.length === 0
        ? null
        : days.map((day) => (total(day) === 0 ? '–' : formatHours(total(day)))),
  }
}
