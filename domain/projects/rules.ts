import { bgnToEur } from '#domain/money/conversion.ts'
import type { Money } from '#domain/money/schema.ts'
import { verdict, type Verdict } from '#domain/problems/schema.ts'
import type { MonthOrDay } from '#domain/text/month-or-day.ts'
import { latinCapitals } from '#domain/text/script.ts'

interface Period {
  startsOn: MonthOrDay | null
  endsOn: MonthOrDay | null
}

/** True when `a` is earlier than `b` as far as both are known: a month is not earlier than its days. */
function isBefore(a: MonthOrDay, b: MonthOrDay): boolean {
  const known = Math.min(a.length, b.length)
  return a.slice(0, known) < b.slice(0, known)
}

/** `endBeforeStart`, `projectServiceTooLong`. */
export function checkProject(
  project: Period & { durationMonths: number | null; serviceMonths: number | null },
): Verdict {
  const { startsOn, endsOn, durationMonths, serviceMonths } = project
  return verdict([
    startsOn !== null &&
      endsOn !== null &&
      isBefore(endsOn, startsOn) && { code: 'endBeforeStart', path: ['endsOn'] },
    durationMonths !== null &&
      serviceMonths !== null &&
      serviceMonths > durationMonths && { code: 'projectServiceTooLong', path: ['serviceMonths'] },
  ])
}

export const projectStates = ['coming', 'open', 'closed', 'endUnknown'] as const
export type ProjectState = (typeof projectStates)[number]

/** Where a project stands on a civil date, by its dates alone. Without an end nobody can say that it runs. */
export function projectState({ startsOn, endsOn }: Period, today: string): ProjectState {
  if (endsOn !== null && isBefore(endsOn, today)) return 'closed'
  if (startsOn !== null && isBefore(today, startsOn)) return 'coming'
  return endsOn === null ? 'endUnknown' : 'open'
}

/**
 * By what two contract numbers are the same: municipal papers write „BG05M9OP001-2.002-0131-С001“ with
 * a Cyrillic „С“ and „BG05М90Р001“ with a zero for „O“. The number itself is kept as it stands.
 */
export function contractNumberKey(number: string | null): string | null {
  const key = latinCapitals(number?.toUpperCase() ?? '')
    .replaceAll('O', '0')
    .replace(/[^\p{L}\p{N}]/gu, '')
  return key === '' ? null : key
}

/** Whole euro cents of a sum in leva, by the fixed rate; null for a sum that is in euro already. */
export function totalInEuro(total: Money): number | null {
  return total.currency === 'BGN' ? bgnToEur(total.cents) : null
}
