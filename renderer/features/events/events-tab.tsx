import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  formatDate,
  formatHoursText,
  formatPeriod,
  formatRegistryNumber,
} from '#domain/text/format.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ConfirmDialog } from '#renderer/components/steps/confirm-dialog.tsx'
import { eventBadge } from './event-look.ts'
import type { OfPerson } from './found.ts'
import { MentorDialog } from './mentor-dialog.tsx'
import classes from './events.module.css'

/** „Обучения“ of a dossier: events, what one is exempt from, who stands by. */
export default function EventsTab({ personId }: { personId: string }) {
  const query = useQuery(orpc.events.ofPerson.queryOptions({ input: { personId } }))
  if (!query.data) return <RecordState error={query.error} />
  return (
    <div className={classes.stack}>
      <Events found={query.data} />
      <Exemptions found={query.data} />
      <Mentors personId={personId} found={query.data} />
    </div>
  )
}

function Events({ found }: { found: OfPerson }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('events:ofPerson.title')}>
      <h2>{t('events:ofPerson.title')}</h2>
      {found.events.length === 0 ? <p className="o-muted">{t('events:ofPerson.none')}</p> : null}
      <ul className={classes.plain}>
        {found.events.map((one) => (
          <li key={one.id} className={classes.line}>
            <Link to={addressOf(routes.event, one.id)} lang="bg">
              {one.topic}
            </Link>
            <StatusBadge {...eventBadge(one.state)} />
            <span>{t(`events:kind.${one.kind}`)}</span>
            <span>{formatDate(one.lastDay)}</span>
            {one.state === 'held' ? (
              <span>
                {t('events:ofPerson.attended', {
                  attended: formatHoursText(one.attendedMinutes),
                  whole: formatHoursText(one.minutes),
                })}
              </span>
            ) : null}
            {one.certificateNumber === null ? null : (
              <span>
                {t('events:ofPerson.certificate', {
                  number: formatRegistryNumber(one.certificateNumber, one.certificateDate),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Exemption = OfPerson['exemptions'][number]

function Exemptions({ found }: { found: OfPerson }) {
  const { t } = useTranslation()
  const may = useMay()
  const [removing, setRemoving] = useState<Exemption>()
  return (
    <section aria-label={t('events:exempt.heading')}>
      <h2>{t('events:exempt.heading')}</h2>
      {found.exemptions.length === 0 ? <p className="o-muted">{t('events:exempt.none')}</p> : null}
      <ul className={classes.plain}>
        {found.exemptions.map((one) => (
          <li key={one.id} className={classes.line}>
            <span>{t(`events:kind.${one.kind}`)}</span>
            <span lang="bg">
              {t('events:exempt.line', {
                programme: one.programme,
                paper:
                  one.paperNumber === ''
                    ? one.reason
                    : formatRegistryNumber(one.paperNumber, one.paperDate),
              })}
            </span>
            {may('events.write') ? (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  setRemoving(one)
                }}
              >
                {t('events:exempt.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {removing ? (
        <ConfirmDialog
          title={t('events:exempt.removeTitle')}
          lead={<p lang="bg">{removing.programme}</p>}
          label={t('events:exempt.remove')}
          keepLabel={t('events:exempt.keep')}
          data={{ id: removing.id, version: removing.version }}
          call={client.events.removeExemption}
          onClose={() => {
            setRemoving(undefined)
          }}
        />
      ) : null}
    </section>
  )
}

function Mentors({ personId, found }: { personId: string; found: OfPerson }) {
  const { t } = useTranslation()
  const may = useMay()
  const [asked, setAsked] = useState<OfPerson['mentors'][number] | 'new'>()
  return (
    <section aria-label={t('events:mentor.title')}>
      <h2>{t('events:mentor.title')}</h2>
      {found.mentors.length === 0 ? <p className="o-muted">{t('events:mentor.none')}</p> : null}
      <ul className={classes.plain}>
        {found.mentors.map((one) => (
          <li key={one.id} className={classes.line}>
            <span lang="bg">
              {t('events:mentor.line', {
                name: one.name,
                period: formatPeriod(one.input.fromDate, one.input.toDate),
              })}
            </span>
            {may('events.write') ? (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  setAsked(one)
                }}
              >
                {t('events:mentor.edit')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {may('events.write') ? (
        <Button
          variant="default"
          onClick={() => {
            setAsked('new')
          }}
        >
          {t('events:mentor.add')}
        </Button>
      ) : null}
      {asked ? (
        <MentorDialog
          personId={personId}
          stored={asked === 'new' ? undefined : asked}
          onClose={() => {
            setAsked(undefined)
          }}
        />
      ) : null}
    </section>
  )
}
