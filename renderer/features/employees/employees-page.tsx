import { Button } from '@mantine/core'
import { employeesList, type EmployeeListRow } from '#domain/employees/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { employeeBadge } from './employee-look.ts'

/** „Асистенти и служители“: who works, what is free of their hours, who may take a person. */
export default function EmployeesPage() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const open = (row: EmployeeListRow) => {
    goTo(addressOf(routes.employee, row.id))
  }
  const begin = () => {
    goTo('/employments/new')
  }
  const writes = may('employments.write')
  return (
    <ListPage
      shape={employeesList}
      source={client.employees}
      head={{
        path: [{ label: t('shell:groups.team') }],
        main: writes ? { label: t('employees:newContract'), run: begin } : undefined,
      }}
      cells={{
        state: ({ state }, text) => <StatusBadge {...employeeBadge(state)} word={text} />,
      }}
      onOpen={open}
      rowActions={() => [
        { label: t('employees:open'), run: open },
        {
          label: t('people:actions.dossier'),
          run: (row) => {
            goTo(addressOf(routes.person, row.personId))
          },
        },
      ]}
      empty={
        <EmptyState
          text={t('employees:empty')}
          actions={
            writes ? <Button onClick={begin}>{t('employees:newContract')}</Button> : undefined
          }
        />
      }
    />
  )
}
