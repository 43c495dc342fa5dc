import { Button } from '@mantine/core'
import { applicationStates, type ApplicationState } from '#domain/applications/schema.ts'
import { openStates } from '#domain/applications/states.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { formatDate } from '#domain/text/format.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, type ApiClient } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { DataList, type Column } from '#renderer/components/list/data-list.tsx'
import type { ListSort } from '#renderer/components/list/list-state.ts'
import { ApplicationBadge } from './state-badge.tsx'
import classes from './applications.module.css'

type Question = Parameters<ApiClient['applications']['list']>[0]
type Row = Awaited<ReturnType<ApiClient['applications']['list']>>['rows'][number]

const periods = ['any', 'today', 'week', 'month', 'year', 'lastYear'] as const
type Period = (typeof periods)[number]

/** First and last day of a period, both included. */
function daysOf(period: Period): { from?: string; to?: string } {
  const now = today()
  const year = Number(now.slice(0, 4))
  switch (period) {
    case 'any':
      return {}
    case 'today':
      return { from: now }
    case 'week':
      return { from: addDays(now, -6) }
    case 'month':
      return { from: `${now.slice(0, 7)}-01` }
    case 'year':
      return { from: `${String(year)}-01-01` }
    case 'lastYear':
      return { from: `${String(year - 1)}-01-01`, to: `${String(year - 1)}-12-31` }
  }
}

const sorts: Record<string, Question['order']['by']> = {
  entry: 'entryDate',
  name: 'name',
  state: 'state',
}

function questionOf(
  filter: Question['filter'],
  state: { text: string; sort: readonly ListSort[] },
): Pick<Question, 'filter' | 'order'> {
  const sort = state.sort[0]
  const text = state.text.trim().slice(0, 120)
  return {
    filter: { ...filter, ...(text === '' ? {} : { text }) },
    order: {
      by: (sort && sorts[sort.column]) ?? 'entryDate',
      descending: sort?.descending ?? true,
    },
  }
}

/** „Заявления от лица“, whole or only those that wait for papers. */
export function ApplicationsList({ only }: { only?: 'incomplete' }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const listId = `applications.${only ?? 'all'}`
  const [stateFilter, setStateFilter] = usePageState<ApplicationState | 'open' | ''>(
    `${listId}.state`,
    '',
  )
  const [period, setPeriod] = usePageState<Period>(`${listId}.period`, 'any')
  const states: ApplicationState[] | undefined = only
    ? ['incomplete']
    : stateFilter === ''
      ? undefined
      : stateFilter === 'open'
        ? [...openStates]
        : [stateFilter]
  const filter: Question['filter'] = { ...(states ? { states } : {}), ...daysOf(period) }
  const create = () => {
    goTo(routes.newApplication)
  }
  const open = (row: Row) => {
    goTo(addressOf(routes.application, row.id))
  }
  const mayCreate = may('applications.write')
  const title = t(only ? 'applications:nav.incomplete' : 'applications:title')
  return (
    <>
      <PageHead
        title={title}
        path={[{ label: t('shell:groups.intake') }]}
        main={mayCreate ? { label: t('applications:new'), run: create } : undefined}
      />
      <DataList<Row>
        id={listId}
        label={title}
        columns={useColumns()}
        rowId={(row) => row.id}
        rowText={(row) => row.lastName}
        defaultSort={[{ column: 'entry', descending: true }]}
        source={(state) => {
          const question = questionOf(filter, state)
          return {
            key: ['applications', question],
            load: ({ offset, limit }) => client.applications.list({ ...question, offset, limit }),
          }
        }}
        onOpen={open}
        rowActions={(row) => [
          { label: t('applications:action.open'), run: open },
          {
            label: t('applications:action.dossier'),
            run: () => {
              goTo(addressOf(routes.person, row.personId))
            },
          },
        ]}
        filters={
          <>
            {only ? null : (
              <select
                className={classes.filter}
                aria-label={t('applications:field.state')}
                value={stateFilter}
                onChange={(event) => {
                  setStateFilter(event.currentTarget.value as typeof stateFilter)
                }}
              >
                <option value="">{t('applications:filter.anyState')}</option>
                <option value="open">{t('applications:filter.open')}</option>
                {applicationStates
                  .filter((one) => one !== 'draft')
                  .map((one) => (
                    <option key={one} value={one}>
                      {t(`applications:state.${one}`)}
                    </option>
                  ))}
              </select>
            )}
            <select
              className={classes.filter}
              aria-label={t('applications:filter.period')}
              value={period}
              onChange={(event) => {
                setPeriod(event.currentTarget.value as Period)
              }}
            >
              {periods.map((one) => (
                <option key={one} value={one}>
                  {t(`applications:filter.periods.${one}`)}
                </option>
              ))}
            </select>
          </>
        }
        chips={[
          ...(only || stateFilter === ''
            ? []
            : [
                {
                  label: t(
                    stateFilter === 'open'
                      ? 'applications:filter.open'
                      : `applications:state.${stateFilter}`,
                  ),
                  onRemove: () => {
                    setStateFilter('')
                  },
                },
              ]),
          ...(period === 'any'
            ? []
            : [
                {
                  label: t(`applications:filter.periods.${period}`),
                  onRemove: () => {
                    setPeriod('any')
                  },
                },
              ]),
        ]}
        onClearFilters={() => {
          setStateFilter('')
          setPeriod('any')
        }}
        countText={(count) => t('applications:count', { count })}
        empty={
          <EmptyState
            text={t(only ? 'applications:emptyIncomplete' : 'applications:empty')}
            actions={
              mayCreate && !only ? (
                <Button onClick={create}>{t('applications:new')}</Button>
              ) : undefined
            }
          />
        }
      />
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation()
  const may = useMay()
  return [
    {
      id: 'name',
      label: t('applications:column.name'),
      primary: true,
      sorts: true,
      cell: (row) => (
        <span lang="bg" title={formatSurnameFirst(row)}>
          {formatSurnameFirst(row)}
        </span>
      ),
    },
    {
      id: 'number',
      label: t('applications:field.entryNumber'),
      width: 130,
      cell: (row) => row.entryNumber,
    },
    {
      id: 'entry',
      label: t('applications:column.entryDate'),
      width: 124,
      sorts: true,
      cell: (row) => formatDate(row.entryDate),
    },
    ...(may('people.revealId')
      ? [
          {
            id: 'egn',
            label: t('applications:column.egn'),
            width: 112,
            cell: (row: Row) => row.idNumber,
          },
        ]
      : []),
    {
      id: 'settlement',
      label: t('applications:column.settlement'),
      width: 150,
      cell: (row) => formatSettlement(row),
    },
    {
      id: 'state',
      label: t('applications:field.state'),
      width: 248,
      sorts: true,
      cell: (row) => <ApplicationBadge state={row.state} dueDate={row.documentsDueDate} />,
    },
  ]
}
