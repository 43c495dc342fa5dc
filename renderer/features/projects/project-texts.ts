import type { Money } from '#domain/money/schema.ts'
import { totalInEuro } from '#domain/projects/rules.ts'
import { formatMoney } from '#domain/text/format.ts'
import { formatMonthOrDay } from '#domain/text/month-or-day.ts'
import type { Outputs } from '#electron/api/router.ts'
import type { Translate } from '#renderer/shell/use-translation.ts'

export type Project = Outputs['projects']['find']
type Data = Project['data']

/** „255 308,47 €“ beside a sum in leva; nothing beside one in euro. */
export function euroText(total: Money): string | undefined {
  const euro = totalInEuro(total)
  return euro === null ? undefined : formatMoney(euro)
}

/** „02.2016 г. – 29.02.2016 г.“, „до 29.02.2016 г.“; undefined when neither end is known. */
export function periodText(t: Translate, { startsOn, endsOn }: Data): string | undefined {
  const from = startsOn === null ? undefined : formatMonthOrDay(startsOn)
  const to = endsOn === null ? undefined : formatMonthOrDay(endsOn)
  if (from !== undefined && to !== undefined) return t('projects:period.both', { from, to })
  if (from !== undefined) return t('projects:period.from', { from })
  return to === undefined ? undefined : t('projects:period.to', { to })
}

/** „26 месеца, услуга 24 месеца“. */
export function monthsText(t: Translate, { durationMonths, serviceMonths }: Data): string {
  return [
    durationMonths === null ? '' : t('projects:months', { count: durationMonths }),
    serviceMonths === null ? '' : t('projects:monthsOfService', { count: serviceMonths }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** „процедура BG05M9OP001-2.002 „Независим живот““; empty when nothing of it is known. */
export function procedureText(t: Translate, { procedureNumber, procedureName }: Data): string {
  const name = procedureName === null ? '' : t('projects:quoted', { text: procedureName })
  const text = [procedureNumber ?? '', name].filter(Boolean).join(' ')
  return text === '' ? '' : t('projects:procedure', { text })
}
