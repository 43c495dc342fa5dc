import type { Money } from '#domain/money/schema.ts'
import { totalInEuro } from '#domain/projects/rules.ts'
import { formatMoney } from '#domain/text/format.ts'
import type { Outputs } from '#electron/api/router.ts'

export type Project = Outputs['projects']['find']

/** „255 308,47 €“ beside a sum in leva; nothing beside one in euro. */
export function euroText(total: Money): string | undefined {
  const euro = totalInEuro(total)
  return euro === null ? undefined : formatMoney(euro)
}
