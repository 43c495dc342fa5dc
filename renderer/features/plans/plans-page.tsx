import { useQuery } from '@tanstack/react-query'
import { planStatuses, type PlanStatus } from '#domain/plans/schema.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import { formatDate, formatHours } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc, type ApiClient } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { i18n } from '#renderer/shell/i18n.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { DataList, type Column } from '#renderer/components/list/data-list.tsx'
import type { RowSource } from '#renderer/components/list/use-windowed-rows.ts'
import type { ListState } from '#renderer/components/list/list-state.ts'
import { rangeFigures } from './hours-meter.tsx'
import { PlanBadge } from './plan-badge.tsx'
import classes from './plans.module.css'

type Line = Awaited<ReturnType<ApiClient['plans']['list']>>['rows'][number]

interface Filters {
  status: PlanStatus | ''
  reviewDue: boolean
  settlement: string
}
const noFilters: Filters = { status: '', reviewDue: false, settlement: '' }
const sorts = { name: 'name', validFrom: 'validFrom', nextReviewDate: 'nextReviewDate' } as const

function source(filters: Filters, state: Pick<ListState, 'text' | 'sort'>): RowSource<Line> {
  const sort = state.sort[0]
  const question = {
    filter: {
      ...(state.text.trim() === '' ? {} : { text: state.text.slice(0, 120) }),
      ...(filters.status === '' ? {} : { statuses: [filters.status] }),
      ...(filters.settlement === '' ? {} : { settlement: filters.settlement }),
      ...(filters.reviewDue ? { reviewDue: true } : {}),
    },
    order: {
      by: sorts[(sort?.column ?? 'name') as keyof typeof sorts],
      descending: sort?.descending ?? false,
    },
  }
  return {
    key: ['plans', 'list', question, i18n.language],
    load: ({ offset, limit, signal }) =>
      client.plans.list({ ...question, offset, limit }, { signal }),
  }
}

/** „Индивидуални планове“: every version with its state, period, hours and next review. */
export default function PlansPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const [filters, setFilters] = usePageState<Filters>('plans.filters', noFilters)
  const settlements = useQuery(orpc.people.settlements.queryOptions({ input: {} }))
  const set = (change: Partial<Filters>) => {
    setFilters((now) => ({ ...now, ...change }))
  }
  const columns: readonly Column<Line>[] = [
    {
      id: 'name',
      label: t('plans:column.name'),
      primary: true,
      sorts: true,
      cell: (row) => <span lang="bg">{formatSurnameFirst(row)}</span>,
    },
    { id: 'number', label: t('plans:field.number'), width: 84, cell: (row) => row.number ?? '–' },
    {
      id: 'status',
      label: t('plans:field.status'),
      width: 124,
      cell: (row) => <PlanBadge status={row.status} />,
    },
    {
      id: 'revision',
      label: t('plans:column.version'),
      width: 68,
      align: 'end',
      cell: (row) => row.revision,
    },
    {
      id: 'validFrom',
      label: t('plans:field.validFrom'),
      width: 112,
      sorts: true,
      cell: (row) => formatDate(row.validFrom),
    },
    {
      id: 'nextReviewDate',
      label: t('plans:column.review'),
      width: 132,
      sorts: true,
      cell: (row) => <ReviewDate row={row} />,
    },
    {
      id: 'hours',
      label: t('plans:column.hours'),
      width: 204,
      align: 'end',
      cell: (row) =>
        `${formatHours(row.grantedMinutes)} / ${rangeFigures(row.minMinutes, row.maxMinutes)}`,
    },
    {
      id: 'settlement',
      label: t('plans:column.settlement'),
      width: 164,
      cell: (row) => formatSettlement(row),
    },
  ]
  const chips = [
    ...(filters.status === ''
      ? []
      : [
          {
            label: t(`plans:status.${filters.status}`),
            onRemove: () => {
              set({ status: '' })
            },
          },
        ]),
    ...(filters.reviewDue
      ? [
          {
            label: t('plans:filter.reviewDue'),
            onRemove: () => {
              set({ reviewDue: false })
            },
          },
        ]
      : []),
    ...(filters.settlement === ''
      ? []
      : [
          {
            label: filters.settlement,
            onRemove: () => {
              set({ settlement: '' })
            },
          },
        ]),
  ]
  return (
    <>
      <PageHead title={t('plans:title')} path={[{ label: t('shell:groups.support') }]} />
      <DataList<Line>
        id="plans"
        label={t('plans:title')}
        columns={columns}
        rowId={(row) => row.id}
        rowText={(row) => row.lastName}
        defaultSort={[{ column: 'name', descending: false }]}
        source={(state) => source(filters, state)}
        onOpen={(row) => {
          goTo(addressOf(routes.plan, row.id))
        }}
        rowActions={(row) => [
          {
            label: t('plans:open'),
            run: () => {
              goTo(addressOf(routes.plan, row.id))
            },
          },
          {
            label: t('plans:toDossier'),
            run: () => {
              goTo(addressOf(routes.person, row.personId))
            },
          },
        ]}
        filters={
          <>
            <select
              className={classes.filter}
              aria-label={t('plans:field.status')}
              value={filters.status}
              onChange={(event) => {
                set({ status: event.currentTarget.value as PlanStatus | '', reviewDue: false })
              }}
            >
              <option value="">{t('plans:filter.anyStatus')}</option>
              {planStatuses.map((status) => (
                <option key={status} value={status}>
                  {t(`plans:status.${status}`)}
                </option>
              ))}
            </select>
            <select
              className={classes.filter}
              aria-label={t('plans:column.settlement')}
              value={filters.settlement}
              onChange={(event) => {
                set({ settlement: event.currentTarget.value })
              }}
            >
              <option value="">{t('plans:filter.anySettlement')}</option>
              {settlements.data?.map((one) => (
                <option key={`${one.settlementKind}${one.settlement}`} value={one.settlement}>
                  {formatSettlement(one)}
                </option>
              ))}
            </select>
            <label className={classes.filterTick}>
              <input
                type="checkbox"
                checked={filters.reviewDue}
                onChange={(event) => {
                  set({ reviewDue: event.currentTarget.checked, status: '' })
                }}
              />
              {t('plans:filter.reviewDue')}
            </label>
          </>
        }
        chips={chips}
        onClearFilters={() => {
          setFilters(noFilters)
        }}
        countText={(count) => t('plans:count', { count })}
        empty={<EmptyState text={t('plans:empty')} />}
      />
    </>
  )
}

/** Overdue in words and in colour; only a plan in force has a review to be late. */
function ReviewDate({ row }: { row: Line }) {
  const { t } = useTranslation()
  if (row.nextReviewDate === null || row.status === 'superseded') return '–'
  const inForce = row.status === 'approved' || row.status === 'signed'
  if (inForce && row.nextReviewDate < today())
    return (
      <span className={classes.late}>
        {formatDate(row.nextReviewDate)} {t('plans:column.late')}
      </span>
    )
  return formatDate(row.nextReviewDate)
}
