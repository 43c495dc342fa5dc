import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate, formatHoursText, formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { paperBadge } from '#renderer/features/papers/paper-look.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { contractBadge } from '#renderer/features/people/case-status.ts'
import classes from './contracts.module.css'

const over = ['expired', 'terminated', 'annulled']

/** „Договори“ of a dossier, newest first. */
export default function ContractsTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const query = useQuery(orpc.contracts.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  const free = query.data.every(({ status }) => over.includes(status))
  const add =
    may('contracts.write') && free ? (
      <Button
        variant={query.data.length === 0 ? 'filled' : 'default'}
        onClick={() => {
          goTo(addressOf(routes.newContractOf, personId))
        }}
      >
        {t('contracts:new')}
      </Button>
    ) : null
  if (query.data.length === 0) return <EmptyState text={t('contracts:emptyPerson')} actions={add} />
  return (
    <div className={classes.stack}>
      <ul className={classes.plain}>
        {query.data.map((one) => (
          <li key={one.id} className={classes.line}>
            <Link to={addressOf(routes.contract, one.id)}>
              {one.number === null
                ? t('contracts:headingDraft')
                : t('contracts:heading', {
                    number: formatRegistryNumber(one.number, one.contractDate).replace(/^№\s?/, ''),
                  })}
            </Link>
            <StatusBadge {...contractBadge(one.status)} />
            {one.paper ? <StatusBadge {...paperBadge(one.paper)} /> : null}
            <span>
              {t('contracts:termFromTo', {
                from: formatDate(one.startDate),
                to: formatDate(one.endedOn ?? one.endDate),
              })}
            </span>
            <span>{formatHoursText(one.minutesPerMonth)}</span>
          </li>
        ))}
      </ul>
      <div>{add}</div>
    </div>
  )
}
