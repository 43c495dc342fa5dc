import { formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, type ApiClient } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import type { Column } from '#renderer/components/list/column.tsx'
import { DataList } from '#renderer/components/list/data-list.tsx'
import { AssessmentBadge } from './status-badge.tsx'

type Line = Awaited<ReturnType<ApiClient['assessments']['waiting']>>['rows'][number]

/** Whom to visit: admitted applications without a finished assessment, oldest first. */
export default function WaitingPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const columns: Column<Line>[] = [
    {
      id: 'name',
      label: t('assessments:columns.name'),
      cell: (row) => <span lang="bg">{row.name}</span>,
      primary: true,
    },
    {
      id: 'settlement',
      label: t('assessments:columns.settlement'),
      cell: (row) => row.settlement,
      width: 170,
    },
    {
      id: 'application',
      label: t('assessments:columns.application'),
      cell: (row) => formatRegistryNumber(row.entryNumber, row.entryDate),
      width: 210,
    },
    {
      id: 'sheet',
      label: t('assessments:section.sheet'),
      cell: (row) => (row.open ? <AssessmentBadge status={row.open} /> : null),
      width: 210,
    },
    {
      id: 'attempts',
      label: t('assessments:columns.attempts'),
      cell: (row) => (row.attempts === 0 ? '' : row.attempts),
      width: 130,
      align: 'end',
    },
  ]
  const open = (row: Line) => {
    goTo(addressOf(routes.assessmentOf, row.id))
  }
  return (
    <>
      <PageHead
        title={t('assessments:nav.waiting')}
        path={[{ label: t('shell:groups.assessment') }]}
      />
      <DataList<Line>
        id="assessments.waiting"
        label={t('assessments:nav.waiting')}
        columns={columns}
        rowId={(row) => row.id}
        rowText={(row) => row.name}
        source={({ text }) => ({
          key: ['assessments', 'waiting', text],
          load: ({ offset, limit, signal }) =>
            client.assessments.waiting({ text, offset, limit }, { signal }),
        })}
        onOpen={open}
        rowActions={() => [
          { label: t('assessments:action.sheet'), run: open },
          {
            label: t('assessments:action.dossier'),
            run: (row) => {
              goTo(addressOf(routes.person, row.personId))
            },
          },
        ]}
        countText={(total) => t('assessments:waitingCount', { count: total })}
        empty={<EmptyState text={t('assessments:emptyWaiting')} />}
      />
    </>
  )
}
