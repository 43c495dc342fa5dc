import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate, formatDateInput, formatHours } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc, type ApiClient } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { Cut, DataList, type Column } from '#renderer/components/list/data-list.tsx'
import { paperBadge } from '#renderer/features/papers/paper-look.ts'
import { contractBadge } from '#renderer/features/people/case-status.ts'
import classes from './contracts.module.css'

type Question = Parameters<ApiClient['contracts']['list']>[0]
type View = Question['view']
type Line = Awaited<ReturnType<ApiClient['contracts']['list']>>['rows'][number]

const views: readonly View[] = [
  'all',
  'draft',
  'toSign',
  'running',
  'ending',
  'expired',
  'terminated',
  'annulled',
]
const orders: Record<string, NonNullable<Question['order']>['by']> = {
  name: 'name',
  number: 'number',
  contractDate: 'contractDate',
  term: 'endDate',
}

/** „Договори“: everything drawn up, by state and by expiry; who is ready for one. */
export default function ContractsPage() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const [view, setView] = usePageState<View>('contracts.view', 'all')
  const counts = useQuery(orpc.contracts.counts.queryOptions({ input: {} })).data
  const ready = may('contracts.write') ? (counts?.ready ?? 0) : 0
  const readyLink =
    ready > 0 ? (
      <Link to="/contracts/ready">{t('contracts:readyCount', { count: ready })}</Link>
    ) : null
  const columns: readonly Column<Line>[] = [
    {
      id: 'name',
      label: t('contracts:field.person'),
      cell: (row) => <span lang="bg">{row.name}</span>,
      primary: true,
      sorts: true,
    },
    {
      id: 'number',
      label: t('contracts:column.number'),
      cell: (row) => row.number ?? '–',
      width: 64,
      sorts: true,
    },
    {
      id: 'contractDate',
      label: t('contracts:column.date'),
      cell: (row) => formatDate(row.contractDate),
      width: 116,
      sorts: true,
    },
    {
      id: 'assistants',
      label: t('contracts:field.assistantsShown'),
      cell: (row) => <Cut text={row.assistants.join(', ')} />,
      width: 150,
    },
    {
      id: 'term',
      label: t('contracts:field.term'),
      cell: (row) => `${formatDateInput(row.startDate)}–${formatDateInput(row.endDate)}`,
      width: 196,
      sorts: true,
    },
    {
      id: 'hours',
      label: t('contracts:column.hours'),
      cell: (row) => formatHours(row.minutesPerMonth),
      width: 70,
      align: 'end',
    },
    {
      id: 'status',
      label: t('contracts:field.status'),
      cell: (row) => <StatusBadge {...contractBadge(row.status)} />,
      width: 130,
    },
    {
      id: 'paper',
      label: t('contracts:field.paper'),
      cell: (row) => (row.paper ? <StatusBadge {...paperBadge(row.paper)} /> : ''),
      width: 164,
    },
  ]
  return (
    <>
      <PageHead
        title={t('contracts:title')}
        path={[{ label: t('shell:groups.support') }]}
        subtitle={readyLink}
      />
      <DataList<Line>
        id="contracts"
        label={t('contracts:title')}
        columns={columns}
        rowId={(row) => row.id}
        rowText={(row) => row.name}
        defaultSort={[{ column: 'contractDate', descending: true }]}
        source={({ text, sort }) => {
          const by = orders[sort[0]?.column ?? ''] ?? 'contractDate'
          const question = {
            view,
            text: text.trim().slice(0, 120),
            order: { by, descending: sort[0]?.descending ?? by === 'contractDate' },
          }
          return {
            key: ['contracts', 'list', question],
            load: ({ offset, limit, signal }) =>
              client.contracts.list({ ...question, offset, limit }, { signal }),
          }
        }}
        filters={
          <select
            className={classes.filter}
            aria-label={t('contracts:field.status')}
            value={view}
            onChange={(event) => {
              setView(event.currentTarget.value as View)
            }}
          >
            {views.map((one) => (
              <option key={one} value={one}>
                {t(`contracts:view.${one}`)} ({counts?.[one] ?? 0})
              </option>
            ))}
          </select>
        }
        chips={
          view === 'all'
            ? []
            : [
                {
                  label: t(`contracts:view.${view}`),
                  onRemove: () => {
                    setView('all')
                  },
                },
              ]
        }
        onClearFilters={() => {
          setView('all')
        }}
        onOpen={(row) => {
          goTo(addressOf(routes.contract, row.id))
        }}
        rowActions={(row) => [
          {
            label: t('contracts:open'),
            run: () => {
              goTo(addressOf(routes.contract, row.id))
            },
          },
          {
            label: t('people:actions.dossier'),
            run: () => {
              goTo(addressOf(routes.person, row.personId))
            },
          },
        ]}
        countText={(total) => t('contracts:count', { count: total })}
        empty={<EmptyState text={t('contracts:empty')} actions={readyLink} />}
      />
    </>
  )
}
