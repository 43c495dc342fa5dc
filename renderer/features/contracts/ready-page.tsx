import { useQuery } from '@tanstack/react-query'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc, type ApiClient } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { DataList } from '#renderer/components/list/data-list.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'

type Ready = Awaited<ReturnType<ApiClient['contracts']['ready']>>[number]

/** „Готови за договор“: hours and plan are approved, the contract is not there yet. */
export default function ReadyPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const query = useQuery(orpc.contracts.ready.queryOptions({ input: {} }))
  if (!query.data) return <RecordState error={query.error} />
  const all = query.data
  return (
    <>
      <PageHead
        title={t('contracts:readyTitle')}
        path={[{ label: t('contracts:title'), to: '/contracts' }]}
      />
      <DataList<Ready>
        id="contracts.ready"
        label={t('contracts:readyTitle')}
        columns={[
          {
            id: 'name',
            label: t('contracts:field.person'),
            cell: (row) => <span lang="bg">{row.name}</span>,
            primary: true,
          },
          {
            id: 'application',
            label: t('contracts:basis.application'),
            cell: (row) => formatRegistryNumber(row.entryNumber, row.entryDate),
            width: 260,
          },
        ]}
        rowId={(row) => row.personId}
        rowText={(row) => row.name}
        source={({ text }) => ({
          key: ['contracts', 'ready', text],
          load: async ({ offset, limit }) => {
            const rows = (await client.contracts.ready({})).filter((row) =>
              `${row.name} ${row.entryNumber}`
                .toLocaleLowerCase('bg')
                .includes(text.trim().toLocaleLowerCase('bg')),
            )
            return { total: rows.length, rows: rows.slice(offset, offset + limit) }
          },
        })}
        onOpen={(row) => {
          goTo(addressOf(routes.newContractOf, row.personId))
        }}
        countText={(total) => t('contracts:readyCount', { count: total })}
        empty={
          <EmptyState
            text={t(all.length === 0 ? 'contracts:readyNone' : 'contracts:emptyFilter')}
          />
        }
      />
    </>
  )
}
