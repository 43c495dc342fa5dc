import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { contractsList, type ContractListRow } from '#domain/contracts/list.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { paperBadge } from '#renderer/features/papers/paper-look.ts'
import { contractBadge } from '#renderer/features/people/case-status.ts'

/** „Договори“: everything drawn up, by state and by expiry; who is ready for one. */
export default function ContractsPage() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const counts = useQuery(orpc.contracts.counts.queryOptions({ input: {} })).data
  const ready = may('contracts.write') ? (counts?.ready ?? 0) : 0
  const readyLink =
    ready > 0 ? (
      <Link to="/contracts/ready">{t('contracts:readyCount', { count: ready })}</Link>
    ) : null
  const open = (row: ContractListRow) => {
    goTo(addressOf(routes.contract, row.id))
  }
  return (
    <ListPage
      shape={contractsList}
      source={client.contracts}
      head={{ path: [{ label: t('shell:groups.support') }], subtitle: readyLink }}
      cells={{
        status: ({ status }, text) => <StatusBadge {...contractBadge(status)} word={text} />,
        paper: ({ paper }, text) => paper && <StatusBadge {...paperBadge(paper)} word={text} />,
      }}
      onOpen={open}
      rowActions={() => [
        { label: t('contracts:open'), run: open },
        {
          label: t('people:actions.dossier'),
          run: (row) => {
            goTo(addressOf(routes.person, row.personId))
          },
        },
      ]}
      empty={<EmptyState text={t('contracts:empty')} actions={readyLink} />}
    />
  )
}
