import { Link } from '@tanstack/react-router'
import { Circle, CircleAlert, Clock } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import { formatDate } from '#domain/text/format.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { Outputs } from '#electron/api/router.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { pages } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import classes from './today.module.css'

export type WaitingKind = Outputs['today']['overview']['mine'][number]['kind']
export type WaitingLine = Outputs['today']['list']['lines'][number] & { kind: WaitingKind }

/** Which record a row is about; without a page of its own the dossier opens. */
const recordOf: Record<WaitingKind, string | undefined> = {
  documentsMissing: 'applications',
  toAdmit: 'applications',
  toAssess: undefined,
  assessmentsToApprove: 'assessments',
  toPlan: undefined,
  plansToApprove: 'plans',
  toContract: undefined,
  contractsExpired: 'contracts',
  contractsToIssue: 'contracts',
  contractsToSign: 'contracts',
  plansToReview: 'plans',
  plansEnding: 'plans',
  papersOut: undefined,
  telkEnding: undefined,
  contractsEnding: 'contracts',
}

function usePlaceOf() {
  const may = useMay()
  return (line: WaitingLine): string | undefined => {
    const find = (feature: string, id: string) =>
      pages
        .find((page) => new RegExp(`^/${feature}/\\$\\w+$`).test(page.path) && may(page.permission))
        ?.path.replace(/\$\w+/, id)
    const record = recordOf[line.kind]
    return (
      (record === undefined ? undefined : find(record, line.id)) ?? find('people', line.personId)
    )
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
}: {
  lines: readonly WaitingLine[]
  date: string
  label: string
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
