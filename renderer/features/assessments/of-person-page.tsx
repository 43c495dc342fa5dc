import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { isOpen } from '#domain/applications/states.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'

/** „Ново… 3 Оценка“ on a dossier: the sheet of the person's open application. */
export default function OfPersonPage() {
  const { personId = '' } = useRouteParams()
  const { t } = useTranslation()
  const query = useQuery(orpc.applications.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  const application = query.data.find((one) => isOpen(one.state))
  if (application) return <Navigate to={addressOf(routes.assessmentOf, application.id)} replace />
  return (
    <>
      <PageHead title={t('assessments:new')} path={[{ label: t('shell:groups.assessment') }]} />
      <EmptyState
        text={t('assessments:noApplication')}
        actions={
          <Link to={addressOf(routes.newApplicationOf, personId)}>
            {t('assessments:action.newApplication')}
          </Link>
        }
      />
    </>
  )
}
