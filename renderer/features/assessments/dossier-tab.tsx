import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate, formatHoursText, formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { AssessmentBadge } from './status-badge.tsx'
import classes from './assessments.module.css'

/** „Оценки“ of a dossier, newest first. */
export default function AssessmentsTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const query = useQuery(orpc.assessments.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  if (query.data.length === 0) return <EmptyState text={t('assessments:emptyPerson')} />
  return (
    <ul className={classes.plain}>
      {query.data.map((one) => {
        const day = one.assessmentDate ?? one.visitDate
        const minutes = one.grantedMinutes ?? one.computedMinutes
        return (
          <li key={one.id} className={classes.tabLine}>
            <Link to={addressOf(routes.assessment, one.id)}>
              {one.number === null
                ? [t(`assessments:kind.${one.kind}`), day && formatDate(day)]
                    .filter(Boolean)
                    .join(', ')
                : formatRegistryNumber(one.number, one.assessmentDate)}
            </Link>
            <AssessmentBadge status={one.status} />
            <span className="o-muted">
              {[
                one.outcome === 'done' ? undefined : t(`assessments:outcome.${one.outcome}`),
                one.total === null ? undefined : t('assessments:points', { count: one.total }),
                one.degree === null ? undefined : t('assessments:degreeOf', { degree: one.degree }),
                minutes === null ? undefined : formatHoursText(minutes),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
