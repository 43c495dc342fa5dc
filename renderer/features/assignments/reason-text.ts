import { Ban, CircleMinus, CirclePlus, Info, type LucideIcon } from 'lucide-react'
import type { Reason, Weight } from '#domain/assignments/choice.ts'
import { activityById } from '#domain/regimes/activities.ts'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { StatusBadgeProps, Tone } from '#renderer/components/display/status-badge.tsx'
import { weekdaysText } from '#renderer/features/plans/weekday-words.ts'

const looks: Record<Weight, readonly [Tone, LucideIcon]> = {
  for: ['ok', CirclePlus],
  against: ['warn', CircleMinus],
  blocks: ['bad', Ban],
  note: ['calm', Info],
}

/** A reason for or against somebody, as a sentence. */
function reasonText({ code, params = {}, weekdays = [], acts = [], kinship }: Reason): string {
  const date = (value: string | number | undefined) =>
    typeof value === 'string' && value !== '' ? formatDate(value) : ''
  if (code === 'notInForce') {
    if (params['startDate'] !== undefined)
      return t('assignments:notInForceBefore', { date: date(params['startDate']) })
    return date(params['endDate']) === ''
      ? t('assignments:reason.notInForce')
      : t('assignments:notInForceAfter', { date: date(params['endDate']) })
  }
  const minutes = Object.entries(params).find(([name]) => name.endsWith('Minutes'))?.[1]
  return t(`assignments:reason.${code}`, {
    count: Number(params['count'] ?? 0),
    hours: typeof minutes === 'number' ? formatHoursText(minutes) : '',
    date: date(params['endDate']),
    settlement: params['settlement'] ?? '',
    floor: params['floor'] ?? '',
    weekdays: weekdaysText(weekdays),
    acts: acts.map((id) => activityById(id)?.name ?? id).join(', '),
    kinship: kinship ? t(`applications:kinship.${kinship}`) : '',
  })
}

/** A reason with what it does: tone and sign beside the words. */
export function reasonBadge(reason: Reason): StatusBadgeProps {
  const [tone, icon] = looks[reason.weight]
  return { tone, icon, word: reasonText(reason) }
}
