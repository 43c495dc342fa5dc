import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ageOn } from '#domain/calendar/civil-date.ts'
import { formatDate } from '#domain/text/format.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes, type PeopleCell } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { isBuilt } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { DataList, type Column, type RowAction } from '#renderer/components/list/data-list.tsx'
import { rememberList } from './came-from.ts'
import {
  contributedColumns,
  peopleRows,
  questionOf,
  type PeopleGroup,
  type PersonRow,
} from './people-source.ts'
import classes from './people.module.css'

/** The list of people, whole or narrowed to a group: filter, sort and place are kept while one is away. */
export function PeopleList({ group }: { group?: PeopleGroup }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const columns = useColumns()
  const listId = `people.${group ?? 'all'}`
  const [settlement, setSettlement] = usePageState<string | undefined>(
    `${listId}.settlement`,
    undefined,
  )
  const [life, setLife] = usePageState<'' | 'living' | 'deceased'>(`${listId}.life`, '')
  const settlements = useQuery(orpc.people.settlements.queryOptions({ input: {} }))
  const filters = {
    group,
    settlement,
    deceased: life === '' ? undefined : life === 'deceased',
  }
  const mayCreate = may('people.write')
  const open = (row: PersonRow) => {
    rememberList({ listId, filters })
    goTo(addressOf(routes.person, row.id))
  }
  const rowActions = (row: PersonRow): RowAction<PersonRow>[] => [
    { label: t('people:actions.dossier'), run: open },
    ...(may('applications.write') && isBuilt(routes.newApplicationOf)
      ? [
          {
            label: t('people:actions.application'),
            run: () => {
              goTo(addressOf(routes.newApplicationOf, row.id))
            },
          },
        ]
      : []),
    ...(may('contracts.write') && isBuilt(routes.newContractOf)
      ? [
          {
            label: t('people:actions.contract'),
            run: () => {
              goTo(addressOf(routes.newContractOf, row.id))
            },
          },
        ]
      : []),
    ...(mayCreate
      ? [
          {
            label: t('people:actions.edit'),
            run: () => {
              goTo(addressOf(routes.editPerson, row.id))
            },
          },
        ]
      : []),
  ]

  return (
    <>
      <PageHead
        title={t(`people:nav.${group ?? 'all'}`)}
        path={[{ label: t('shell:groups.people') }]}
        main={
          mayCreate
            ? {
                label: t('people:newPerson'),
                run: () => {
                  goTo(routes.newPerson)
                },
              }
            : undefined
        }
      />
      <DataList<PersonRow>
        id={listId}
        label={t('people:list')}
        columns={columns}
        rowId={(row) => row.id}
        rowText={(row) => row.lastName}
        defaultSort={[{ column: 'name', descending: false }]}
        source={(state) => peopleRows(filters, state, may)}
        jump={async (text, state) => {
          const { filter, order } = questionOf(filters, state)
          if (order.by !== 'name') return undefined
          return client.people.place({ filter, descending: order.descending, text })
        }}
        onOpen={open}
        rowActions={rowActions}
        filters={
          <>
            <select
              className={classes.filter}
              aria-label={t('people:filters.settlement')}
              value={settlement ?? ''}
              onChange={(event) => {
                setSettlement(event.currentTarget.value || undefined)
              }}
            >
              <option value="">{t('people:filters.anySettlement')}</option>
              {settlements.data?.map((one) => (
                <option key={`${one.settlementKind}${one.settlement}`} value={one.settlement}>
                  {formatSettlement(one)} ({one.people})
                </option>
              ))}
            </select>
            <select
              className={classes.filter}
              aria-label={t('people:filters.life')}
              value={life}
              onChange={(event) => {
                setLife(event.currentTarget.value as typeof life)
              }}
            >
              <option value="">{t('people:filters.anyLife')}</option>
              <option value="living">{t('people:filters.living')}</option>
              <option value="deceased">{t('people:filters.deceased')}</option>
            </select>
          </>
        }
        chips={[
          ...(settlement === undefined
            ? []
            : [
                {
                  label: t('people:filters.settlementIs', { settlement }),
                  onRemove: () => {
                    setSettlement(undefined)
                  },
                },
              ]),
          ...(life === ''
            ? []
            : [
                {
                  label: t(`people:filters.${life}`),
                  onRemove: () => {
                    setLife('')
                  },
                },
              ]),
        ]}
        onClearFilters={() => {
          setSettlement(undefined)
          setLife('')
        }}
        countText={(count) => t('people:count', { count })}
        empty={
          <EmptyState
            text={t(`people:empty.${group ?? 'all'}`)}
            actions={
              mayCreate && !group ? (
                <Button
                  onClick={() => {
                    goTo(routes.newPerson)
                  }}
                >
                  {t('people:newPerson')}
                </Button>
              ) : undefined
            }
          />
        }
      />
    </>
  )
}

function useColumns(): readonly Column<PersonRow>[] {
  const { t } = useTranslation()
  const may = useMay()
  const own: (Column<PersonRow> & { order: number })[] = [
    {
      id: 'name',
      order: 10,
      label: t('people:columns.name'),
      primary: true,
      sorts: true,
      cell: (row) => <NameCell row={row} />,
    },
    {
      id: 'age',
      order: 30,
      label: t('people:columns.age'),
      width: 84,
      align: 'end',
      sorts: true,
      cell: (row) => ageOn(row.birthDate, row.deathDate ?? today()),
    },
    {
      id: 'settlement',
      order: 40,
      label: t('people:columns.settlement'),
      width: 150,
      cell: (row) => formatSettlement(row),
    },
  ]
  // Who sees no ЕГН has no column for it: an empty one would only say that something is hidden.
  if (may('people.revealId'))
    own.push({
      id: 'idNumber',
      order: 20,
      label: t('people:columns.idNumber'),
      width: 110,
      cell: (row) => row.idNumber,
    })
  const contributed = contributedColumns()
    .filter((column) => may(column.permission))
    .map((column) => ({
      id: column.key,
      order: column.order,
      label: t(column.labelKey),
      width: column.width,
      cell: (row: PersonRow) => <LateCell row={row} column={column.key} />,
    }))
  return [...own, ...contributed].toSorted((a, b) => a.order - b.order)
}

/** Empty until it is known; while it is asked for anew, what was known stays. */
function LateCell({ row, column }: { row: PersonRow; column: string }) {
  const { id, cells } = row
  const [known, setKnown] = useState<{ id: string; cell: PeopleCell | undefined }>()
  useEffect(() => {
    let gone = false
    void cells.then((all) => {
      if (!gone) setKnown({ id, cell: all.get(id)?.[column] })
    })
    return () => {
      gone = true
    }
  }, [id, cells, column])
  const cell = known?.id === id ? known.cell : undefined
  return cell?.status ? <StatusBadge {...cell.status} /> : cell?.text
}

/** Surname first; who has died is said so in words, not by colour. */
function NameCell({ row }: { row: PersonRow }) {
  const { t } = useTranslation()
  return (
    <span lang="bg" title={formatSurnameFirst(row)}>
      {formatSurnameFirst(row)}
      {row.deathDate === null ? null : (
        <span className="o-hidden">
          {' '}
          {t('people:deceasedOn', { context: row.sex, date: formatDate(row.deathDate) })}
        </span>
      )}
    </span>
  )
}
