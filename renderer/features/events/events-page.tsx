import { Button } from '@mantine/core'
import { eventsList, type EventListRow } from '#domain/events/list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { eventBadge } from './event-look.ts'
import { nextGroup } from './group-store.ts'

/** „Обучения и супервизии“: what is planned, what was held, and the way to who is not through. */
export default function EventsPage() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const writes = may('events.write')
  const open = (row: EventListRow) => {
    goTo(addressOf(routes.event, row.id))
  }
  const begin = () => {
    nextGroup.set([])
    goTo(routes.newEvent)
  }
  const due = (
    <Button
      variant="default"
      onClick={() => {
        goTo(routes.trainingDue)
      }}
    >
      {t('events:due.title')}
    </Button>
  )
  return (
    <ListPage
      shape={eventsList}
      source={client.events}
      head={{
        path: [{ label: t('shell:groups.team') }],
        main: writes ? { label: t('events:new'), run: begin } : undefined,
        more: due,
      }}
      cells={{
        state: ({ state }, text) => <StatusBadge {...eventBadge(state)} word={text} />,
      }}
      onOpen={open}
      rowActions={() => [{ label: t('events:open'), run: open }]}
      empty={
        <EmptyState
          text={t('events:empty')}
          actions={writes ? <Button onClick={begin}>{t('events:new')}</Button> : undefined}
        />
      }
    />
  )
}
