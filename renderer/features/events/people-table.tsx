import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatHoursText, formatRegistryNumber } from '#domain/text/format.ts'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ConfirmDialog } from '#renderer/components/steps/confirm-dialog.tsx'
import { StepDialog } from '#renderer/components/steps/step-dialog.tsx'
import { paperBadge } from '#renderer/features/papers/paper-look.ts'
import type { EventFound } from './found.ts'
import { reasonFields, reasonSchema } from './reason-fields.ts'
import classes from './events.module.css'

type Person = EventFound['people'][number]

/** Who comes: how long they were there, and the certificate that they have. */
export function EventPeople({ event }: { event: EventFound }) {
  const { t } = useTranslation()
  const [leaving, setLeaving] = useState<Person>()
  const [annulling, setAnnulling] = useState<Person>()
  if (event.people.length === 0) return null
  return (
    <section className={classes.stack} aria-label={t('events:people')}>
      <h2>{t('events:people')}</h2>
      <ul className={classes.plain}>
        {event.people.map((person) => (
          <li key={person.id} className={classes.line}>
            <Line
              event={event}
              person={person}
              onLeave={() => {
                setLeaving(person)
              }}
              onAnnul={() => {
                setAnnulling(person)
              }}
            />
          </li>
        ))}
      </ul>
      {leaving ? (
        <Leave
          event={event}
          person={leaving}
          onClose={() => {
            setLeaving(undefined)
          }}
        />
      ) : null}
      {annulling?.certificate ? (
        <StepDialog
          title={t('events:annul.title', { number: annulling.certificate.number })}
          lead={<p>{t('events:annul.note')}</p>}
          fields={reasonFields}
          schema={reasonSchema}
          defaults={{ reason: '' }}
          saveLabel={t('events:annul.save')}
          call={({ reason }, { requestId }) =>
            client.events.annulCertificate({
              requestId,
              data: { id: annulling.id, version: annulling.version, reason },
            })
          }
          onClose={() => {
            setAnnulling(undefined)
          }}
        />
      ) : null}
    </section>
  )
}

function Line(props: {
  event: EventFound
  person: Person
  onLeave: () => void
  onAnnul: () => void
}) {
  const { event, person } = props
  const { t } = useTranslation()
  const may = useMay()
  const { certificate } = person
  const writes = may('events.write') && event.stored !== 'cancelled'
  return (
    <>
      <Link to={addressOf(routes.person, person.personId)} lang="bg">
        {person.name}
      </Link>
      <span lang="bg">{person.position}</span>
      {event.stored === 'held' ? (
        <span>
          {t('events:ofPerson.attended', {
            attended: formatHoursText(person.attended),
            whole: formatHoursText(event.minutes),
          })}
        </span>
      ) : null}
      {certificate ? (
        <>
          {certificate.paperId !== null && may('papers.read') ? (
            <Link to={addressOf(routes.paper, certificate.paperId)}>
              {formatRegistryNumber(certificate.number, certificate.date)}
            </Link>
          ) : (
            <span>{formatRegistryNumber(certificate.number, certificate.date)}</span>
          )}
          {certificate.status ? <StatusBadge {...paperBadge(certificate.status)} /> : null}
          {writes ? (
            <Button size="compact-sm" variant="subtle" onClick={props.onAnnul}>
              {t('events:step.annul')}
            </Button>
          ) : null}
        </>
      ) : writes ? (
        <Button size="compact-sm" variant="subtle" onClick={props.onLeave}>
          {t('events:step.leave')}
        </Button>
      ) : null}
    </>
  )
}

function Leave(props: { event: EventFound; person: Person; onClose: () => void }) {
  const { event, person, onClose } = props
  const { t } = useTranslation()
  const { id, version } = event
  const title = t('events:leave.title', { name: person.name })
  if (event.stored === 'held')
    return (
      <StepDialog
        title={title}
        lead={<p>{t('events:leave.note')}</p>}
        fields={reasonFields}
        schema={reasonSchema}
        defaults={{ reason: '' }}
        saveLabel={t('events:step.leave')}
        call={({ reason }, { requestId }) =>
          client.events.leave({
            requestId,
            data: { id, version, participantId: person.id, reason },
          })
        }
        onClose={onClose}
      />
    )
  return (
    <ConfirmDialog
      title={title}
      lead={<p>{t('events:leave.note')}</p>}
      label={t('events:step.leave')}
      keepLabel={t('events:leave.keep')}
      data={{ id, version, participantId: person.id }}
      call={client.events.leave}
      onClose={onClose}
    />
  )
}
