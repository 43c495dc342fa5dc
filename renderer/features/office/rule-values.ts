import type { TFunction } from 'i18next'
import { formatHoursText, formatMoney, formatNumber, formatPercent } from '#domain/text/format.ts'
import type { Outputs } from '#electron/api/router.ts'

export type Rule = Outputs['settings']['list'][number]

/** A value as it reads: „7 дни“, „4 ч.“, „да“, „94-{n}“. */
export function valueText(t: TFunction, unit: Rule['unit'], value: Rule['value']): string {
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
  if (typeof value === 'string') return value === '' ? t('common:none') : value
  switch (unit) {
    case 'minutes':
      return formatHoursText(value)
    case 'cents':
      return formatMoney(value)
    case 'percent':
      return formatPercent(value)
    case 'days':
    case 'calendarMonths':
    case 'people':
    case 'points':
    case 'characters':
    case 'pieces':
      return t(`office:units.${unit}`, { count: value })
    default:
      return formatNumber(value)
  }
}
