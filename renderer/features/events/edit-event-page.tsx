import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { EventForm } from './event-form.tsx'

/** The form of an event that is there. */
export default function EditEventPage() {
  const { eventId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const fresh = { gcTime: 0, staleTime: Infinity }
  const setup = useQuery(orpc.events.setup.queryOptions({ input: {}, ...fresh }))
  const event = useQuery(orpc.events.find.queryOptions({ input: { id: eventId }, ...fresh }))
  if (!setup.data || !event.data) return <RecordState error={setup.error ?? event.error} />
  const { input, version, stored } = event.data
  const page = addressOf(routes.event, eventId)
  const back = () => {
    goTo(page)
  }
  return (
    <>
      <PageHead
        title={t('events:edit')}
        path={[
          { label: t('events:title'), to: '/events' },
          { label: input.topic, to: page },
        ]}
      />
      <EventForm
        eventId={eventId}
        version={version}
        defaults={input}
        setup={setup.data}
        personIds={[]}
        isHeld={stored === 'held'}
        draftKey={`events:${eventId}`}
        title={t('events:edit')}
        onSaved={back}
        onLeave={back}
      />
    </>
  )
}
