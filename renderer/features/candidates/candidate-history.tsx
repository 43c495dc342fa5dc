import { Undo2, FileX } from 'lucide-react'
import { formatDate, formatInstant } from '#domain/text/format.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Timeline } from '#renderer/components/display/timeline.tsx'
import { candidateLook } from './state-badge.tsx'
import type { Found } from './found.ts'

type Event = Found['events'][number]

const iconOf = ({ kind, to }: Event) =>
  kind === 'undo' ? Undo2 : kind === 'papersGone' ? FileX : candidateLook[to].icon

const wordsOfWhy: Partial<Record<Event['kind'], string>> = {
  refuse: 'refusalGround',
  withdraw: 'withdrawal',
  papersGone: 'papersOutcome',
}

/** What was done with the candidacy, newest first; a step taken back stays and says so. */
export function CandidateHistory({ events }: { events: Found['events'] }) {
  const { t } = useTranslation()
  const why = ({ kind, why: reason }: Event) => {
    const words = wordsOfWhy[kind]
    return reason === null || words === undefined
      ? null
      : openText(`candidates:${words}.${reason}`, 'common:none')
  }
  return (
    <section aria-labelledby="candidate-history">
      <h2 id="candidate-history">{t('candidates:section.history')}</h2>
      <Timeline
        label={t('candidates:section.history')}
        entries={events.toReversed().map((event) => ({
          id: event.id,
          when: formatInstant(event.at),
          icon: iconOf(event),
          by: event.by,
          text: [
            event.kind === 'undo' && event.undoes
              ? t('candidates:history.undoOf', { step: t(`candidates:history.${event.undoes}`) })
              : t(`candidates:history.${event.kind}`),
            why(event),
            event.onDate ? t('candidates:history.on', { date: formatDate(event.onDate) }) : null,
            event.stands ? null : t('candidates:history.takenBack'),
          ]
            .filter(Boolean)
            .join(' · '),
          note: event.reason === '' ? undefined : <span lang="bg">{event.reason}</span>,
        }))}
      />
    </section>
  )
}
