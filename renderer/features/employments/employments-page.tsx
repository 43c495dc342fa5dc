import { Button } from '@mantine/core'
import { employmentsList, type EmploymentListRow } from '#domain/employments/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { employmentBadge } from './employment-look.ts'

/** „Трудови договори“: assistants and staff, by state; what they are paid for who may see it. */
export default function EmploymentsPage() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const open = (row: EmploymentListRow) => {
    goTo(addressOf(routes.employment, row.id))
  }
  const begin = () => {
    goTo('/employments/new')
  }
  const writes = may('employments.write')
  return (
    <ListPage
      shape={employmentsList}
      source={client.employments}
      head={{
        path: [{ label: t('shell:groups.team') }],
        main: writes ? { label: t('employments:new'), run: begin } : undefined,
      }}
      cells={{
        status: ({ status }, text) => <StatusBadge {...employmentBadge(status)} word={text} />,
      }}
      onOpen={open}
      rowActions={() => [
        { label: t('employments:open'), run: open },
        {
          label: t('people:actions.dossier'),
          run: (row) => {
            goTo(addressOf(routes.person, row.personId))
          },
        },
      ]}
      empty={
        <EmptyState
          text={t('employments:empty')}
          actions={writes ? <Button onClick={begin}>{t('employments:new')}</Button> : undefined}
        />
      }
    />
  )
}
