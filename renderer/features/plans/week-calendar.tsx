import { CircleAlert } from 'lucide-react'
import { activityById } from '#domain/regimes/activities.ts'
import { formatClock, formatHours, formatHoursText, formatTimeRange } from '#domain/text/format.ts'
import { minutesPerWeekday } from '#domain/plans/hours.ts'
import type { WeekRow } from '#domain/plans/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './plans.module.css'

const days = [1, 2, 3, 4, 5, 6, 7] as const

/** Pixels of an hour and of a line: a visit of 45 minutes has room for two lines. */
const hourHeight = 52
const lineHeight = 17

/** Whole lines only: half a line cannot be read. */
const linesOf = (row: WeekRow) =>
  Math.max(1, Math.floor((((row.toMinute - row.fromMinute) / 60) * hourHeight - 4) / lineHeight))

interface Visit {
  key: string
  row: WeekRow
  /** Place beside others at the same time, from 0, and how many stand there. */
  lane: number
  lanes: number
}

/** Visits of a day; those that clash stand beside each other, so that both are seen. */
function visitsOf(rows: readonly WeekRow[], day: number): Visit[] {
  const own = rows
    .map((row, index) => ({ row, key: `${String(index)}-${String(day)}` }))
    .filter(({ row }) => row.weekdays.includes(day))
    .toSorted((a, b) => a.row.fromMinute - b.row.fromMinute)
  const placed: Visit[] = []
  for (const { row, key } of own) {
    const beside = placed.filter((other) => other.row.toMinute > row.fromMinute)
    const taken = new Set(beside.map(({ lane }) => lane))
    let lane = 0
    while (taken.has(lane)) lane += 1
    placed.push({ key, row, lane, lanes: 1 })
    for (const one of [...beside, ...placed.slice(-1)])
      one.lanes = Math.max(one.lanes, beside.length + 1)
  }
  return placed
}

/** The week drawn as a calendar, and the same as a list for who does not see it. */
export function WeekCalendar(props: { rows: readonly WeekRow[]; dailyMaxMinutes: number | null }) {
  const { rows, dailyMaxMinutes } = props
  const { t } = useTranslation()
  const perDay = minutesPerWeekday(rows)
  const from = Math.floor(Math.min(8 * 60, ...rows.map((row) => row.fromMinute)) / 60)
  const to = Math.ceil(Math.max(from * 60 + 240, ...rows.map((row) => row.toMinute)) / 60)
  const hours = Array.from({ length: to - from }, (_, index) => from + index)
  const place = (minute: number) => `${String(((minute - from * 60) / ((to - from) * 60)) * 100)}%`
  const over = (day: number) => dailyMaxMinutes !== null && (perDay[day - 1] ?? 0) > dailyMaxMinutes
  const name = (row: WeekRow) => activityById(row.activity)?.name ?? row.activity
  return (
    <div className={classes.calendarBox}>
      <div className={classes.calendar} aria-hidden>
        <div />
        {days.map((day) => (
          <div key={day} className={classes.dayHead} data-over={over(day) ? '' : undefined}>
            {over(day) ? <CircleAlert size={14} aria-hidden /> : null}
            {t(`plans:weekdayShort.${day}`)}
            <span className="o-figures">{formatHours(perDay[day - 1] ?? 0)}</span>
          </div>
        ))}
        <div className={classes.hours} style={{ height: `${String(hours.length * hourHeight)}px` }}>
          {hours.map((hour) => (
            <span key={hour} style={{ top: place(hour * 60) }}>
              {formatClock(hour * 60)}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <div
            key={day}
            className={classes.day}
            style={{ height: `${String(hours.length * hourHeight)}px` }}
          >
            {hours.slice(1).map((hour) => (
              <i key={hour} style={{ top: place(hour * 60) }} />
            ))}
            {visitsOf(rows, day).map(({ key, row, lane, lanes }) => (
              <div
                key={key}
                className={classes.visit}
                data-clash={lanes > 1 ? '' : undefined}
                title={`${name(row)}, ${formatTimeRange(row.fromMinute, row.toMinute)}`}
                style={{
                  top: place(row.fromMinute),
                  height: `calc(${place(row.toMinute)} - ${place(row.fromMinute)} - 2px)`,
                  insetInlineStart: `${String((lane / lanes) * 100)}%`,
                  width: `calc(${String(100 / lanes)}% - 3px)`,
                }}
                lang="bg"
              >
                <span style={{ WebkitLineClamp: linesOf(row) }}>
                  <b>
                    {formatClock(row.fromMinute)}–{formatClock(row.toMinute)}
                  </b>{' '}
                  {name(row)}
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <details className={classes.twin}>
        <summary>{t('plans:asList')}</summary>
        <ul>
          {days.map((day) => (
            <li key={day}>
              {t('plans:dayLine', {
                day: t(`plans:weekday.${day}`),
                hours: formatHoursText(perDay[day - 1] ?? 0),
              })}
              <ul lang="bg">
                {visitsOf(rows, day).map(({ key, row }) => (
                  <li key={key}>
                    {formatTimeRange(row.fromMinute, row.toMinute)}, {name(row)}
                    {row.assistant ? ` (${row.assistant})` : ''}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
