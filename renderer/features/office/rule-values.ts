import type { Translate } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { formatHoursText, formatMoney, formatNumber, formatPercent } from '#domain/text/format.ts'
import { fillNumberMask } from '#domain/settings/number-mask.ts'
import type { Outputs } from '#electron/api/router.ts'

export type Rule = Outputs['settings']['list'][number]

/** What the prefix and the index of the contracts put into a number, as they are now. */
export interface NumberParts {
  prefix: string
  index: string
}

/** The prefix and the index among the rules of the page. */
export function numberPartsOf(rules: readonly Rule[] | undefined): NumberParts {
  const text = (key: Rule['key']) => {
    const value = rules?.find((rule) => rule.key === key)?.value
    return typeof value === 'string' ? value : ''
  }
  return { prefix: text('contractNumberPrefix'), index: text('contractNumberIndex') }
}

/** The 31st number of this year by a mask: „94-31“. */
export function exampleNumber(mask: string, parts: NumberParts): string {
  return fillNumberMask(mask, { n: 31, year: Number(today().slice(0, 4)), ...parts })
}

/** A value as it reads: „7 дни“, „4 ч.“, „да“, „например 94-31“. */
export function valueText(
  t: Translate,
  unit: Rule['unit'],
  value: Rule['value'],
  parts: NumberParts = { prefix: '', index: '' },
): string {
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
  if (typeof value === 'string' && unit === 'numberMask')
    return t('office:maskReads', { number: exampleNumber(value, parts) })
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
    case 'years':
    case 'people':
    case 'points':
    case 'characters':
    case 'pieces':
      return t(`office:units.${unit}`, { count: value })
    default:
      return formatNumber(value)
  }
}
