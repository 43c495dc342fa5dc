import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Archive, Check, Clock } from 'lucide-react'
import { formatDate } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf } from '#renderer/shell/feature.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import classes from './methodologies.module.css'

/** Versions of the methodologies, newest first; used ones never change. */
export default function MethodologiesPage() {
  const { t } = useTranslation()
  const query = useQuery(orpc.methodologies.list.queryOptions({ input: {} }))
  return (
    <>
      <PageHead title={t('methodologies:title')} path={[{ label: t('shell:groups.assessment') }]} />
      <RecordState error={query.error} />
      {query.data?.length === 0 ? <EmptyState text={t('methodologies:empty')} /> : null}
      {query.data && query.data.length > 0 ? (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('methodologies:field.name')}</th>
              <th scope="col">{t('methodologies:field.kind')}</th>
              <th scope="col">{t('methodologies:field.version')}</th>
              <th scope="col">{t('methodologies:field.validFrom')}</th>
              <th scope="col">{t('methodologies:field.state')}</th>
              <th scope="col" data-end>
                {t('methodologies:field.uses')}
              </th>
            </tr>
          </thead>
          <tbody>
            {query.data.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link to={addressOf('/methodologies/$methodologyId', one.id)} lang="bg">
                    {one.name}
                  </Link>
                </td>
                <td>{t(`methodologies:kind.${one.kind}`)}</td>
                <td>{one.number}</td>
                <td>{formatDate(one.validFrom)}</td>
                <td>
                  {one.current ? (
                    <StatusBadge tone="ok" icon={Check} word={t('methodologies:state.current')} />
                  ) : one.validFrom > today() ? (
                    <StatusBadge tone="info" icon={Clock} word={t('methodologies:state.coming')} />
                  ) : (
                    <StatusBadge tone="calm" icon={Archive} word={t('methodologies:state.old')} />
                  )}
                </td>
                <td data-end>{one.uses}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}
