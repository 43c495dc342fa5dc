import { Button } from '@mantine/core'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { applicationsList, type ApplicationListRow } from '#domain/applications/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { PileActions } from './pile-actions.tsx'
import { ApplicationBadge } from './state-badge.tsx'

/** „Заявления от лица“, whole or only those that wait for papers. */
export function ApplicationsList({ only }: { only?: 'incomplete' }) {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const create = () => {
    goTo(routes.newApplication)
  }
  const open = (row: ApplicationListRow) => {
    goTo(addressOf(routes.application, row.id))
  }
  const mayCreate = may('applications.write')
  return (
    <ListPage
      shape={applicationsList}
      source={client.applications}
      id={`applications.${only ?? 'all'}`}
      {...(only ? { view: only, title: t('applications:nav.incomplete') } : {})}
      head={{
        path: [{ label: t('shell:groups.intake') }],
        main: mayCreate ? { label: t('applications:new'), run: create } : undefined,
      }}
      cells={{
        state: (row, text) => (
          <ApplicationBadge state={row.state} dueDate={row.documentsDueDate} word={text} />
        ),
      }}
      onOpen={open}
      {...(may('cases.take') ? { pile: (selected) => <PileActions {...selected} /> } : {})}
      rowActions={() => [
        { label: t('applications:action.open'), run: open },
        {
          label: t('applications:action.dossier'),
          run: (row) => {
            goTo(addressOf(routes.person, row.personId))
          },
        },
      ]}
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
  )
}
