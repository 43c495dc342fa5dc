import { formatDate, formatPercent, formatRegistryNumber } from '#domain/text/format.ts'
import type { Translate } from '#renderer/shell/use-translation.ts'
import type { Applicant } from './intake-values.ts'

/** A decision in one line: № 1234/01.03.2025 г., 92 %, с чужда помощ, пожизнен. */
export function telkLine(t: Translate, telk: NonNullable<Applicant['telk']>): string {
  return [
    `${t(`applications:telk.issuers.${telk.issuer}`)} ${formatRegistryNumber(telk.number, telk.decidedOn)}`,
    formatPercent(telk.percent),
    t(telk.attendance ? 'applications:telk.withHelp' : 'applications:telk.withoutHelp'),
    telk.lifetime || telk.validUntil === null
      ? t('common:lifetime')
      : t('applications:telk.until', { date: formatDate(telk.validUntil) }),
  ].join(', ')
}
