import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, formatHoursText, formatTimeRange } from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Facts } from '#renderer/components/display/facts.tsx'
import { PageHead, type PageHeadProps } from '#renderer/components/display/page-head.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { filledFacts } from '#renderer/components/record/facts-of.tsx'
import { ProblemLines } from '#renderer/components/steps/problem-lines.tsx'
import { useAction, type Action } from '#renderer/components/steps/use-action.ts'
import { eventBadge } from './event-look.ts'
import { EventNotes } from './event-notes.tsx'
import { EventSteps } from './event-steps.tsx'
import { eventFields } from './event-table.ts'
import type { Asked, EventFound } from './found.ts'
import { EventPeople } from './people-table.tsx'
import { EventPresence } from './presence.tsx'
import { CancelDialog, CertifyDialog, FindingsDialog, JoinDialog } from './step-dialogs.tsx'
import classes from './events.module.css'

/** One event: what and when, who comes, the grid, what it found, its certificates. */
export default function EventPage() {
  const { eventId = '' } = useRouteParams()
  const query = useQuery(orpc.events.find.queryOptions({ input: { id: eventId } }))
  if (!query.data) return <RecordState error={query.error} />
  return <Shown key={eventId} event={query.data} />
}

/** The one step that comes next. */
function useMainStep(
  event: EventFound,
  action: Action,
  onAsk: (asked: Asked) => void,
): PageHeadProps['main'] {
  const { t } = useTranslation()
  const may = useMay()
  const { id, version, stored, state, people, input } = event
  const ask = (label: string, asked: Asked) => ({
    label,
    run: () => {
      onAsk(asked)
    },
  })
  if (!may('events.write') || stored === 'cancelled') return undefined
  if (stored === 'planned' && people.length === 0) return ask(t('events:step.join'), 'join')
  if (stored === 'planned' && (state === 'toMark' || event.marks.length > 0))
    return {
      label: t('events:step.hold'),
      busy: action.busy,
      run: () =>
        void action.run('hold', { id, version }, client.events.hold, {
          said: () => t('events:hold.done'),
        }),
    }
  if (stored === 'held' && input.kind === 'training')
    return ask(t('events:step.certify'), 'certify')
  return undefined
}

function Shown({ event }: { event: EventFound }) {
  const { t } = useTranslation()
  const action = useAction()
  const [asked, setAsked] = useState<Asked>()
  const main = useMainStep(event, action, setAsked)
  const { input } = event
  const dialog = {
    event,
    onClose: () => {
      setAsked(undefined)
    },
  }
  return (
    <>
      <PageHead
        title={input.topic}
        path={[{ label: t('shell:groups.team') }, { label: t('events:title'), to: '/events' }]}
        status={<StatusBadge {...eventBadge(event.state)} />}
        subtitle={t(`events:kind.${input.kind}`)}
        main={main}
        more={<EventSteps event={event} action={action} onAsk={setAsked} />}
      />
      <ProblemLines problems={action.problems} />
      <div className={classes.stack}>
        <EventPresence event={event} />
        <EventFacts event={event} />
        <EventPeople event={event} />
        {input.kind === 'supervision' ? <Findings event={event} /> : null}
        {input.kind === 'psychological' ? <EventNotes eventId={event.id} /> : null}
      </div>
      {asked === 'join' ? <JoinDialog {...dialog} /> : null}
      {asked === 'findings' ? <FindingsDialog {...dialog} /> : null}
      {asked === 'cancel' ? <CancelDialog {...dialog} /> : null}
      {asked === 'certify' ? <CertifyDialog {...dialog} /> : null}
    </>
  )
}

function EventFacts({ event }: { event: EventFound }) {
  const { t } = useTranslation()
  const may = useMay()
  const typed = (text: string) => text && <span lang="bg">{text}</span>
  const line = (label: string, text: string) => (text === '' ? [] : [{ label, value: typed(text) }])
  return (
    <Facts
      facts={[
        ...filledFacts(t, eventFields, event.input, may),
        {
          label: t('events:field.sessions'),
          value: event.sessions
            .map(
              ({ onDate, fromMinute, toMinute }) =>
                `${formatDate(onDate)}, ${formatTimeRange(fromMinute, toMinute % 1440)}`,
            )
            .join('; '),
        },
        { label: t('events:field.hours'), value: formatHoursText(event.minutes) },
        {
          label: t('events:field.work'),
          value: t(event.countsAsWork ? 'events:countsAsWork' : 'events:notWork'),
        },
        ...line(t('events:field.project'), event.project ?? ''),
        ...line(t('events:field.cancelReason'), event.cancelReason),
        ...line(t('events:field.correctReason'), event.correctReason),
      ]}
    />
  )
}

/** What a supervision found; a name that slipped in is told. */
function Findings({ event }: { event: EventFound }) {
  const { t } = useTranslation()
  const { findings, named } = event
  return (
    <section className={classes.stack} aria-label={t('events:findings.title')}>
      <h2>{t('events:findings.title')}</h2>
      {named.length > 0 ? (
        <p role="alert">{t('events:findings.names', { names: named.join(', ') })}</p>
      ) : null}
      {findings === '' ? (
        <p className="o-muted">{t('events:findings.none')}</p>
      ) : (
        findings.split('\n').map((paragraph, at) => (
          <p key={`${String(at)}${paragraph}`} lang="bg">
            {paragraph}
          </p>
        ))
      )}
    </section>
  )
}
