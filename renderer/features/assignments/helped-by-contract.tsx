import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'

/** On a labour contract: how many people are helped under it, and who is left when it ends. */
export function HelpedByContract({ employmentId }: { employmentId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(
    orpc.assignments.ofEmployment.queryOptions({
      input: { employmentId },
      enabled: may('assignments.read'),
    }),
  )
  const open = data?.assignments.filter(({ state }) => state === 'running' || state === 'planned')
  if (!data || !open || open.length === 0) return null
  return (
    <p>
      {t('assignments:helpsByContract', { count: open.length })}{' '}
      {data.writes ? (
        <Link to={addressOf(routes.leftWithout, employmentId)}>{t('assignments:leftLink')}</Link>
      ) : null}
    </p>
  )
}
