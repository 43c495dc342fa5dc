import { trainingDueList, type DueListRow } from '#domain/events/due-list.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import { DuePile } from './due-pile.tsx'

/** „Кой не е минал“: who is at work and what each lacks; a selection becomes a group, or is exempt. */
export default function DuePage() {
  const { t } = useTranslation()
  const may = useMay()
  const goTo = useGoTo()
  const open = (row: DueListRow) => {
    goTo(addressOf(routes.person, row.personId))
  }
  return (
    <ListPage
      shape={trainingDueList}
      source={client.trainingDue}
      head={{
        path: [{ label: t('shell:groups.team') }, { label: t('events:title'), to: '/events' }],
      }}
      onOpen={open}
      rowActions={() => [{ label: t('people:actions.dossier'), run: open }]}
      {...(may('events.write') ? { pile: (selected) => <DuePile {...selected} /> } : {})}
      empty={<EmptyState text={t('events:due.empty')} />}
    />
  )
}
