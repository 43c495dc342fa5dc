import { Clock, MapPin, Phone, Scale, Square, TriangleAlert } from 'lucide-react'
import { ageOn } from '#domain/calendar/civil-date.ts'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import { formatAddress, formatPhone } from '#domain/text/format-person.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { ApiClient } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { IdNumber } from './id-number.tsx'
import classes from './people.module.css'

export type DossierPerson = Awaited<ReturnType<ApiClient['people']['find']>>
export type RunningService = Awaited<ReturnType<ApiClient['cases']['path']>>['running']

interface BarProps {
  dossier: DossierPerson
  running: RunningService
}

/** Beside the name: served or not, how many hours. */
export function IdentityStatus({ dossier, running }: BarProps) {
  const { t } = useTranslation()
  const { person } = dossier
  if (person.deathDate !== null)
    return (
      <StatusBadge
        tone="calm"
        icon={Square}
        word={t('people:deceasedOn', { context: person.sex, date: formatDate(person.deathDate) })}
      />
    )
  if (!running) return null
  return (
    <StatusBadge
      tone="ok"
      icon={Clock}
      word={t('people:uses', {
        service: t(`people:service.${running.service}`),
        hours: formatHoursText(running.minutesPerMonth),
      })}
    />
  )
}

/** Who this is, and the warnings that change what may be signed. Stays while the page scrolls. */
export function IdentityBar({ dossier, running }: BarProps) {
  const { t } = useTranslation()
  const { person, telk, signer } = dossier
  const phone = person.phones[0]
  return (
    <div className={classes.identity}>
      <div className={classes.identityRow}>
        <IdNumber person={person} />
        <span>
          {t('people:age', { count: ageOn(person.birthDate, person.deathDate ?? today()) })}
        </span>
        <span>
          <MapPin size={14} aria-hidden /> {formatAddress(person.currentAddress)}
        </span>
        {phone ? (
          <span>
            <Phone size={14} aria-hidden /> {formatPhone(phone.number)}
          </span>
        ) : null}
      </div>
      {person.deathDate === null ? (
        <div className={classes.identityRow}>
          <TelkWarning telk={telk} />
          {signer.mode === 'person' ? null : (
            <StatusBadge
              tone={signer.mode === 'cannotSign' ? 'bad' : 'info'}
              icon={Scale}
              word={
                signer.name === null
                  ? openText(
                      `people:signer.${signer.problem?.code ?? signer.mode}`,
                      'people:signer.cannotSign',
                    )
                  : t(`people:signer.${signer.mode}`, {
                      name: signer.name,
                      kind: t(`people:representativeKind.${signer.kind ?? 'proxy'}`),
                    })
              }
            />
          )}
        </div>
      ) : running ? (
        <p className={classes.band}>{t('people:endContract', { context: person.sex })}</p>
      ) : null}
    </div>
  )
}

/** Only what asks for something: a decision that ends soon, has ended, or lacks its term. */
function TelkWarning({ telk }: { telk: DossierPerson['telk'] }) {
  const { t } = useTranslation()
  if (!telk) return null
  if (telk.state === 'expiring')
    return (
      <StatusBadge
        tone="warn"
        icon={TriangleAlert}
        word={t('people:telkExpiring', { count: telk.daysLeft })}
      />
    )
  if (telk.state === 'expired')
    return (
      <StatusBadge
        tone="bad"
        icon={TriangleAlert}
        word={t('people:telkExpired', { date: formatDate(telk.until) })}
      />
    )
  if (telk.state === 'termMissing')
    return <StatusBadge tone="warn" icon={TriangleAlert} word={t('people:telkTermMissing')} />
  return null
}
