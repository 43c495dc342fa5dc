import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useStore } from '#renderer/shell/store.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { BeginAnew, BegunBefore, useBegunKey } from '#renderer/features/drafts/begun-before.tsx'
import { EventForm } from './event-form.tsx'
import { newEvent } from './event-table.ts'
import { nextGroup } from './group-store.ts'

/** A new event, empty or with the people of a group. */
export default function NewEventPage() {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const group = useStore(nextGroup)
  const begun = useBegunKey('newEvent')
  const setup = useQuery(
    orpc.events.setup.queryOptions({ input: {}, gcTime: 0, staleTime: Infinity }),
  )
  if (!setup.data) return <RecordState error={setup.error} />
  const title = t('events:new')
  return (
    <>
      <PageHead
        title={title}
        path={[{ label: t('shell:groups.team') }, { label: t('events:title'), to: '/events' }]}
        more={<BeginAnew form="newEvent" path={routes.newEvent} />}
      />
      <BegunBefore form="newEvent" />
      {group.length > 0 ? (
        <p role="status">
          {t('events:group', { count: group.length })}{' '}
          <button
            type="button"
            className="o-link-button"
            onClick={() => {
              nextGroup.set([])
            }}
          >
            {t('events:groupDrop')}
          </button>
        </p>
      ) : null}
      <EventForm
        eventId={null}
        version={null}
        defaults={newEvent(setup.data)}
        setup={setup.data}
        personIds={group}
        isHeld={false}
        draftKey={begun}
        title={title}
        onSaved={({ id }) => {
          nextGroup.set([])
          goTo(addressOf(routes.event, id), { replace: true })
        }}
        onLeave={() => {
          goTo('/events')
        }}
      />
    </>
  )
}
