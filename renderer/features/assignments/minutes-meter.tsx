import { formatHoursText } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Meter } from '#renderer/components/display/meter.tsx'
import type { OneCase } from './found.ts'

/** How many of the granted minutes of a month are given out to titulars. */
export function MinutesMeter({ minutes }: { minutes: OneCase['minutes'] }) {
  const { t } = useTranslation()
  const { granted, given, free } = minutes
  if (granted === null) return <p className="o-muted">{t('assignments:minutes.none')}</p>
  const fills = {
    given: formatHoursText(given),
    granted: formatHoursText(granted),
    free: formatHoursText(Math.max(0, free ?? 0)),
  }
  const text =
    given > granted
      ? t('assignments:minutes.over', fills)
      : given === granted
        ? t('assignments:minutes.all', fills)
        : t('assignments:minutes.of', fills)
  return (
    <Meter
      label={t('assignments:minutes.label')}
      text={text}
      value={given}
      max={granted}
      tone={given > granted ? 'bad' : given === granted ? 'ok' : 'info'}
    />
  )
}
