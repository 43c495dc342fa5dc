import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  formatDate,
  formatHoursText,
  formatPeriod,
  formatRegistryNumber,
} from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { rangeText } from './hours-meter.tsx'
import { PlanBadge } from './plan-badge.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import classes from './plans.module.css'

/** „План“ of a dossier: every version, newest first. */
export default function PlanTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const query = useQuery(orpc.plans.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  const busy = query.data.some(({ status }) => status !== 'superseded')
  const add =
    may('plans.write') && !busy ? (
      <Button
        variant={query.data.length === 0 ? 'filled' : 'default'}
        onClick={() => {
          goTo(addressOf(routes.newPlanOf, personId))
        }}
      >
        {t('plans:new')}
      </Button>
    ) : null
  if (query.data.length === 0) return <EmptyState text={t('plans:emptyPerson')} actions={add} />
  return (
    <div className={classes.stack}>
      <ul className={classes.plain}>
        {query.data.map((plan) => (
          <li key={plan.id} className={classes.line}>
            <Link to={addressOf(routes.plan, plan.id)}>
              {plan.number === null
                ? t('plans:version', { number: plan.revision })
                : t('plans:numberLine', {
                    number: formatRegistryNumber(plan.number, plan.planDate),
                  })}
            </Link>
            <PlanBadge status={plan.status} />
            <span>{formatPeriod(plan.validFrom, plan.validTo)}</span>
            <span>
              {t('plans:hoursLine', {
                planned: rangeText(plan.minMinutes, plan.maxMinutes),
                granted: formatHoursText(plan.grantedMinutes),
              })}
            </span>
            {plan.nextReviewDate !== null && plan.status !== 'superseded' ? (
              <span className="o-muted">
                {t('plans:reviewLine', { date: formatDate(plan.nextReviewDate) })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {add ? <div>{add}</div> : null}
    </div>
  )
}
