import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { paperBadge } from '#renderer/features/papers/paper-look.ts'
import { assignmentBadge } from './assignment-look.ts'
import type { Line } from './found.ts'
import classes from './assignments.module.css'

/** One assignment in a line, from the side of who is helped or of who helps; its steps stand after it. */
export function AssignmentLine(props: { line: Line; helps?: boolean; children?: ReactNode }) {
  const { t } = useTranslation()
  const may = useMay()
  const { line, helps = false, children } = props
  const { assistant, person, paper, fromDate, toDate, lastHelpDay } = line
  const [to, name] = helps
    ? [addressOf(routes.person, person.id), person.name]
    : [addressOf(routes.employee, assistant.personId), assistant.name]
  const opens = helps ? may('people.read') : may('employments.read')
  return (
    <div className={classes.line}>
      <strong lang="bg">{opens ? <Link to={to}>{name}</Link> : name}</strong>
      <span>{t(`assignments:role.${line.role}`)}</span>
      <StatusBadge {...assignmentBadge(line.state)} />
      <span>
        {toDate === null
          ? t('assignments:fromOpen', { from: formatDate(fromDate) })
          : t('assignments:fromTo', { from: formatDate(fromDate), to: formatDate(toDate) })}
      </span>
      <span>{t('assignments:perMonth', { hours: formatHoursText(line.minutesPerMonth) })}</span>
      {toDate === null && lastHelpDay !== null && line.state !== 'voided' ? (
        <span>{t('assignments:endsWith', { date: formatDate(lastHelpDay) })}</span>
      ) : null}
      {line.keysNotReturned > 0 ? (
        <strong>{t('assignments:keysNotReturned', { count: line.keysNotReturned })}</strong>
      ) : null}
      <Reasons line={line} />
      {paper && may('papers.read') ? (
        <>
          <Link to={addressOf(routes.paper, paper.id)}>
            {t('assignments:paperTitle', { number: paper.number })}
          </Link>
          <StatusBadge {...paperBadge(paper.status)} />
        </>
      ) : null}
      {children}
    </div>
  )
}

/** What was typed of it: why over the hours of the contract, why it ended or counts nowhere. */
function Reasons({ line }: { line: Line }) {
  const { t } = useTranslation()
  const { overNormReason, endReason, voidReason } = line
  return (
    <>
      {overNormReason === '' ? null : (
        <span lang="bg">{t('assignments:overNorm', { reason: overNormReason })}</span>
      )}
      {[endReason, voidReason]
        .filter((reason) => reason !== '')
        .map((reason) => (
          <span key={reason} className="o-small o-muted" lang="bg">
            {t('assignments:ended', { reason })}
          </span>
        ))}
    </>
  )
}
