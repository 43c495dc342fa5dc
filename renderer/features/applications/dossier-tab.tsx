import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isOpen } from '#domain/applications/states.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { ApplicationBadge } from './state-badge.tsx'
import classes from './applications.module.css'

/** „Заявления“ of a dossier, newest first. */
export default function ApplicationsTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const query = useQuery(orpc.applications.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  const busy = query.data.some((one) => isOpen(one.state))
  const add =
    may('applications.write') && !busy ? (
      <Button
        variant={query.data.length === 0 ? 'filled' : 'default'}
        onClick={() => {
          goTo(addressOf(routes.newApplicationOf, personId))
        }}
      >
        {t('applications:new')}
      </Button>
    ) : null
  if (query.data.length === 0)
    return <EmptyState text={t('applications:emptyPerson')} actions={add} />
  return (
    <div className={classes.stack}>
      <ul className={classes.plain}>
        {query.data.map((one) => (
          <li key={one.id} className={classes.tabLine}>
            <Link to={addressOf(routes.application, one.id)}>
              {formatRegistryNumber(one.entryNumber, one.entryDate)}
            </Link>
            <span>{t(`applications:service.${one.service}`)}</span>
            <ApplicationBadge state={one.state} dueDate={one.documentsDueDate} />
          </li>
        ))}
      </ul>
      <div>{add}</div>
    </div>
  )
}
