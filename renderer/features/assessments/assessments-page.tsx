import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { assessmentsList, type AssessmentListRow } from '#domain/assessments/list.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { AssessmentBadge } from './status-badge.tsx'

/** All assessments; the head comes here for those that wait for approval. */
export default function AssessmentsPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const may = useMay()
  const counts = useQuery(orpc.assessments.counts.queryOptions({ input: {} })).data
  const toApprove = may('assessments.approve') ? (counts?.toApprove ?? 0) : 0
  const open = (row: AssessmentListRow) => {
    goTo(addressOf(routes.assessment, row.id))
  }
  return (
    <ListPage
      shape={assessmentsList}
      source={client.assessments}
      head={{
        path: [{ label: t('shell:groups.assessment') }],
        main: may('assessments.write')
          ? {
              label: t('assessments:new'),
              run: () => {
                goTo('/assessments/waiting')
              },
            }
          : undefined,
      }}
      cells={{ status: ({ status }) => <AssessmentBadge status={status} /> }}
      onOpen={open}
      rowActions={() => [
        { label: t('assessments:action.open'), run: open },
        {
          label: t('assessments:action.dossier'),
          run: (row) => {
            goTo(addressOf(routes.person, row.personId))
          },
        },
      ]}
      footer={(show) =>
        toApprove > 0 ? (
          <button
            type="button"
            className="o-link-button"
            onClick={() => {
              show('finished')
            }}
          >
            {t('assessments:toApprove', { count: toApprove })}
          </button>
        ) : null
      }
      empty={<EmptyState text={t('assessments:empty')} />}
    />
  )
}
