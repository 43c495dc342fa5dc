import { useWatch } from 'react-hook-form'
import { officeSchema } from '#domain/office/schema.ts'
import { regimeIds, type RegimeId } from '#domain/regimes/catalogue.ts'
import { openRegime, regimeOn } from '#domain/regimes/rules.ts'
import { formatDate, formatHoursText } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { Facts } from '#renderer/components/display/facts.tsx'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'

const isRegime = (id: string): id is RegimeId => regimeIds.some((known) => known === id)

/** Only a regime that is built can be chosen; the others are named and refuse politely. */
export const programmePart = officeSchema
  .pick({ programme: true })
  .superRefine(({ programme }, context) => {
    if (!isRegime(programme)) return
    const opened = openRegime(programme, today())
    if (opened.ok) return
    for (const { code } of opened.problems)
      context.addIssue({ code: 'custom', message: code, path: ['programme'] })
  })

export function ProgrammeField() {
  const { t } = useTranslation()
  const chosen: unknown = useWatch({ name: 'programme' })
  return (
    <>
      <RadioField
        name="programme"
        label={t('office:programme')}
        stacked
        choices={regimeIds.map((id) => ({ value: id, label: t(`office:regimes.${id}`) }))}
      />
      {typeof chosen === 'string' && isRegime(chosen) ? <RegimeLimits id={chosen} /> : null}
    </>
  )
}

/** What the law allows under a regime today, with where it says so. */
export function RegimeLimits({ id }: { id: RegimeId }) {
  const { t } = useTranslation()
  const regime = regimeOn(id, today())
  if (!regime) return null
  const { limits } = regime
  const source = (name: string | null) =>
    name === null ? '' : ` (${t('office:bySource', { source: name })})`
  const facts = [
    {
      label: t('office:limits.law'),
      value: t('office:limits.since', { law: regime.law, date: formatDate(regime.validFrom) }),
    },
    ...(limits.dailyMaxMinutes === null
      ? []
      : [{ label: t('office:limits.daily'), value: formatHoursText(limits.dailyMaxMinutes) }]),
    ...(limits.monthlyMaxMinutes === null
      ? []
      : [
          {
            label: t('office:limits.monthly'),
            value: `${formatHoursText(limits.monthlyMaxMinutes)}${source(limits.source)}`,
          },
        ]),
    ...(limits.maxTermYears === null
      ? []
      : [
          {
            label: t('office:limits.term'),
            value: `${t('office:limits.years', { count: limits.maxTermYears })}${source(limits.source)}`,
          },
        ]),
  ]
  return <Facts facts={facts} />
}
