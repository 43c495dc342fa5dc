import { useRef, useState, type KeyboardEvent } from 'react'
import { formatDate, formatTimeRange } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { EventFound } from './found.ts'
import { cellOf, pressed, withCells, type Cells } from './grid-marks.ts'
import classes from './events.module.css'

interface GridProps {
  people: EventFound['people']
  sessions: EventFound['sessions']
  cells: Cells
  /** Left out: only to be read. */
  onChange: ((cells: Cells) => void) | undefined
}

/**
 * People by sessions. Arrows, Home and End move; Space marks yes or no, „О“ a good reason, Delete takes
 * the mark away, Ctrl+D repeats the mark of the cell down its column.
 */
export function PresenceGrid({ people, sessions, cells, onChange }: GridProps) {
  const { t } = useTranslation()
  const host = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const row = Math.min(at.row, people.length - 1)
  const column = Math.min(at.column, sessions.length - 1)
  const keyAt = (line: number) => cellOf(people[line]?.id ?? '', sessions[column]?.id ?? '')

  const move = (to: { row: number; column: number }) => {
    const next = {
      row: Math.max(0, Math.min(people.length - 1, to.row)),
      column: Math.max(0, Math.min(sessions.length - 1, to.column)),
    }
    setAt(next)
    host.current
      ?.querySelector<HTMLElement>(`[data-cell="${String(next.row)}-${String(next.column)}"]`)
      ?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    const now = cells.get(keyAt(row))
    if (event.ctrlKey) {
      if (event.code !== 'KeyD' || !onChange) return
      event.preventDefault()
      const below = people.map((_, line) => line).filter((line) => line > row)
      onChange(withCells(cells, below.map(keyAt), now))
      return
    }
    const to = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row, column: 0 },
      End: { row, column: sessions.length - 1 },
    }[event.key]
    const mark = pressed(event.key, now)
    if (to === undefined && (mark === undefined || !onChange)) return
    event.preventDefault()
    if (to !== undefined) move(to)
    else if (onChange && mark !== undefined) onChange(withCells(cells, [keyAt(row)], mark))
  }

  return (
    <div className={classes.scroll}>
      <table
        ref={host}
        role="grid"
        className={classes.grid}
        aria-label={t('events:presence.title')}
        aria-readonly={onChange === undefined}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">{t('events:name')}</th>
            {sessions.map((session) => (
              <th key={session.id} scope="col">
                {formatDate(session.onDate)}
                <br />
                {formatTimeRange(session.fromMinute, session.toMinute % 1440)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, line) => (
            <tr key={person.id}>
              <th scope="row" lang="bg">
                {person.name}
              </th>
              {sessions.map((session, place) => {
                const presence = cells.get(cellOf(person.id, session.id)) ?? 'none'
                const isHere = line === row && place === column
                return (
                  <td
                    key={session.id}
                    role="gridcell"
                    data-cell={`${String(line)}-${String(place)}`}
                    data-presence={presence}
                    tabIndex={isHere ? 0 : -1}
                    aria-label={t('events:presence.cell', {
                      name: person.name,
                      day: formatDate(session.onDate),
                      word: t(`events:presence.word.${presence}`),
                    })}
                    onFocus={() => {
                      setAt({ row: line, column: place })
                    }}
                    onClick={() => {
                      const key = cellOf(person.id, session.id)
                      const mark = pressed(' ', cells.get(key))
                      if (onChange) onChange(withCells(cells, [key], mark))
                    }}
                  >
                    {t(`events:presence.${presence}`)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
