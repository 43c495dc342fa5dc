import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { paperBadge } from '#renderer/features/papers/paper-look.ts'
import { employmentBadge, employmentTitle } from './employment-look.ts'
import classes from './employments.module.css'

/** „Работа“ of a dossier: the person's labour and civil contracts, newest first. */
export default function EmploymentsTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const query = useQuery(orpc.employments.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  const add = may('employments.write') ? (
    <Button
      variant={query.data.length === 0 ? 'filled' : 'default'}
      onClick={() => {
        goTo(addressOf(routes.newEmploymentOf, personId))
      }}
    >
      {t('employments:new')}
    </Button>
  ) : null
  if (query.data.length === 0)
    return <EmptyState text={t('employments:emptyPerson')} actions={add} />
  return (
    <div className={classes.stack}>
      <ul className={classes.plain}>
        {query.data.map((one) => (
          <li key={one.id} className={classes.line}>
            <Link to={addressOf(routes.employment, one.id)}>{employmentTitle(one)}</Link>
            <StatusBadge {...employmentBadge(one.status)} />
            {one.paper ? <StatusBadge {...paperBadge(one.paper)} /> : null}
            <span lang="bg">{one.position}</span>
            <span>
              {one.lastDay === null
                ? t('employments:termOpen', { from: formatDate(one.startDate) })
                : t('employments:termFromTo', {
                    from: formatDate(one.startDate),
                    to: formatDate(one.lastDay),
                  })}
            </span>
            {one.minutesPerDay === null ? null : (
              <span>{t('employments:perDay', { hours: formatHoursText(one.minutesPerDay) })}</span>
            )}
          </li>
        ))}
      </ul>
      <div>{add}</div>
    </div>
  )
}
