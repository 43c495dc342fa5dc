import { Link } from '@tanstack/react-router'
import { Circle, CircleAlert, Clock } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import { formatDate } from '#domain/text/format.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { Outputs } from '#electron/api/router.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { addressOf, routes, type WaitingKind } from '#renderer/shell/feature.ts'
import { features, pages } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import classes from './today.module.css'

export type WaitingLine = Outputs['today']['list']['lines'][number] & { kind: WaitingKind }

/** The record that a row is about, where this account may open it; else the dossier. */
function usePlaceOf() {
  const may = useMay()
  const opens = (route: string) => pages.some((page) => page.path === route && may(page.permission))
  return (line: WaitingLine): string | undefined => {
    const record = features.map(({ waiting }) => waiting?.[line.kind]).find(Boolean)
    if (record !== undefined && opens(record)) return addressOf(record, line.id)
    return opens(routes.person) ? addressOf(routes.person, line.personId) : undefined
  }
}

/** ↑↓ move along the rows, as in a list; Enter opens, as any link. */
export function moveAlong(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.code]
  if (by === undefined || event.altKey || event.ctrlKey || event.shiftKey) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')]
  const next = links[links.indexOf(document.activeElement as HTMLElement) + by]
  event.preventDefault()
  next?.focus()
}

/** Rows that wait: how urgent, what to do, for whom. Overdue ones come first. */
export function WaitingRows({
  lines,
  date,
  label,
  whose,
}: {
  lines: readonly WaitingLine[]
  date: string
  label: string
  /** Who answers for the case stands beside it: the rows are of several. */
  whose: boolean
}) {
  const { t } = useTranslation()
  const placeOf = usePlaceOf()
  return (
    <ul data-arrival className={classes.rows} aria-label={label} onKeyDown={moveAlong}>
      {lines.map((line) => {
        const place = placeOf(line)
        const text = t(`today:row.${line.kind}`, { name: formatFullName(line) })
        return (
          <li key={`${line.kind}-${line.id}`}>
            <Due due={line.due} date={date} />
            <span>
              {place === undefined ? text : <Link to={place}>{text}</Link>}
              {line.number === null ? null : <span className="o-muted"> № {line.number}</span>}
              {whose && line.caseId !== null ? (
                <span className="o-muted"> · {line.responsible ?? t('today:nobodys')}</span>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Due({ due, date }: { due: string | null; date: string }) {
  const { t } = useTranslation()
  if (due === null) return <StatusBadge tone="calm" icon={Circle} word={t('today:noTerm')} />
  const days = daysBetween(date, due)
  if (days < 0)
    return <StatusBadge tone="bad" icon={CircleAlert} word={t('today:overdue', { count: -days })} />
  if (days === 0) return <StatusBadge tone="warn" icon={Clock} word={t('today:dueToday')} strong />
  if (days <= 7)
    return <StatusBadge tone="warn" icon={Clock} word={t('today:dueIn', { count: days })} />
  return (
    <StatusBadge tone="calm" icon={Circle} word={t('today:dueOn', { date: formatDate(due) })} />
  )
}
