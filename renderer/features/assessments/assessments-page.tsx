import { useQuery } from '@tanstack/react-query'
import { assessmentStatuses, type AssessmentStatus } from '#domain/assessments/schema.ts'
import { formatDate, formatHours } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc, type ApiClient } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { DataList, type Column } from '#renderer/components/list/data-list.tsx'
import { AssessmentBadge } from './status-badge.tsx'
import classes from './assessments.module.css'

type Line = Awaited<ReturnType<ApiClient['assessments']['list']>>['rows'][number]
const orders = ['assessmentDate', 'name', 'total'] as const

/** All assessments; the head comes here for those that wait for approval. */
export default function AssessmentsPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const may = useMay()
  const [status, setStatus] = usePageState<AssessmentStatus | ''>('assessments.status', '')
  const counts = useQuery(orpc.assessments.counts.queryOptions({ input: {} })).data
  const columns: Column<Line>[] = [
    {
      id: 'name',
      label: t('assessments:columns.name'),
      cell: (row) => <span lang="bg">{row.name}</span>,
      primary: true,
      sorts: true,
    },
    {
      id: 'settlement',
      label: t('assessments:columns.settlement'),
      cell: (row) => row.settlement,
      width: 150,
    },
    {
      id: 'number',
      label: t('assessments:columns.number'),
      cell: (row) => row.number ?? '',
      width: 100,
    },
    {
      id: 'assessmentDate',
      label: t('assessments:columns.date'),
      cell: (row) => {
        const shown = row.assessmentDate ?? row.visitDate
        return shown === null ? '' : formatDate(shown)
      },
      width: 120,
      sorts: true,
    },
    {
      id: 'status',
      label: t('assessments:field.status'),
      cell: (row) => <AssessmentBadge status={row.status} />,
      width: 210,
    },
    {
      id: 'total',
      label: t('assessments:field.total'),
      cell: (row) => row.total ?? '',
      width: 80,
      align: 'end',
      sorts: true,
    },
    {
      id: 'degree',
      label: t('assessments:field.degree'),
      cell: (row) => row.degree ?? '',
      width: 84,
    },
    {
      id: 'hours',
      label: t('assessments:columns.hours'),
      cell: (row) => {
        const minutes = row.grantedMinutes ?? row.computedMinutes
        return minutes === null ? '' : formatHours(minutes)
      },
      width: 88,
      align: 'end',
    },
  ]
  const statusText = (one: AssessmentStatus) =>
    t('assessments:statusCount', {
      status: t(`assessments:status.${one}`),
      count: counts?.byStatus[one] ?? 0,
    })
  return (
    <>
      <PageHead
        title={t('assessments:title')}
        path={[{ label: t('shell:groups.assessment') }]}
        main={
          may('assessments.write')
            ? {
                label: t('assessments:new'),
                run: () => {
                  goTo('/assessments/waiting')
                },
              }
            : undefined
        }
      />
      <DataList<Line>
        id="assessments"
        label={t('assessments:title')}
        columns={columns}
        rowId={(row) => row.id}
        rowText={(row) => row.name}
        defaultSort={[{ column: 'assessmentDate', descending: true }]}
        source={({ text, sort }) => ({
          key: ['assessments', 'list', text, sort, status],
          load: ({ offset, limit, signal }) =>
            client.assessments.list(
              {
                text,
                ...(status === '' ? {} : { statuses: [status] }),
                by: orders.find((own) => own === sort[0]?.column) ?? 'assessmentDate',
                descending: sort[0]?.descending ?? true,
                offset,
                limit,
              },
              { signal },
            ),
        })}
        filters={
          <select
            className={classes.filter}
            aria-label={t('assessments:field.status')}
            value={status}
            onChange={(event) => {
              setStatus(event.currentTarget.value as AssessmentStatus | '')
            }}
          >
            <option value="">{t('assessments:allStatuses')}</option>
            {assessmentStatuses.map((one) => (
              <option key={one} value={one}>
                {statusText(one)}
              </option>
            ))}
          </select>
        }
        chips={
          status === ''
            ? []
            : [
                {
                  label: t('assessments:statusChip', { status: t(`assessments:status.${status}`) }),
                  onRemove: () => {
                    setStatus('')
                  },
                },
              ]
        }
        onClearFilters={() => {
          setStatus('')
        }}
        onOpen={(row) => {
          goTo(addressOf(routes.assessment, row.id))
        }}
        rowActions={() => [
          {
            label: t('assessments:action.open'),
            run: (row) => {
              goTo(addressOf(routes.assessment, row.id))
            },
          },
          {
            label: t('assessments:action.dossier'),
            run: (row) => {
              goTo(addressOf(routes.person, row.personId))
            },
          },
        ]}
        countText={(total) => t('assessments:count', { count: total })}
        pileActions={() =>
          may('assessments.approve') && counts && counts.toApprove > 0 ? (
            <button
              type="button"
              className="o-link-button"
              onClick={() => {
                setStatus('finished')
              }}
            >
              {t('assessments:toApprove', { count: counts.toApprove })}
            </button>
          ) : null
        }
        empty={<EmptyState text={t('assessments:empty')} />}
      />
    </>
  )
}
