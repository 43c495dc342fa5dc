import { Undo2 } from 'lucide-react'
import { formatDate, formatInstant } from '#domain/text/format.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Timeline } from '#renderer/components/display/timeline.tsx'
import { stateLook } from './state-badge.tsx'
import type { Found } from './found.ts'

/** What was done with the application, newest first; a step taken back stays and says so. */
export function History({ events }: { events: Found['events'] }) {
  const { t } = useTranslation()
  const why = (event: Found['events'][number]) => {
    if (event.why === null) return null
    const group = event.kind === 'refuse' ? 'refusalGround' : 'dropOut'
    return openText(`applications:${group}.${event.why}`, 'common:none')
  }
  return (
    <section aria-labelledby="application-history">
      <h2 id="application-history">{t('applications:section.history')}</h2>
      <Timeline
        label={t('applications:section.history')}
        entries={events.toReversed().map((event) => ({
          id: event.id,
          when: formatInstant(event.at),
          icon: event.kind === 'undo' ? Undo2 : stateLook[event.to].icon,
          by: event.by ?? '',
          text: [
            event.kind === 'undo' && event.undoes
              ? t('applications:history.undoOf', {
                  step: t(`applications:history.${event.undoes}`),
                })
              : t(`applications:history.${event.kind}`),
            event.responsible === null
              ? null
              : t('applications:history.to', { name: event.responsible }),
            why(event),
            event.onDate ? t('applications:history.on', { date: formatDate(event.onDate) }) : null,
            event.stands ? null : t('applications:history.takenBack'),
          ]
            .filter(Boolean)
            .join(' · '),
          note: event.reason === '' ? undefined : <span lang="bg">{event.reason}</span>,
        }))}
      />
    </section>
  )
}
