import type { Score, WhyStep } from '#domain/methodologies/score.ts'
import { formatDate, formatHoursText, formatNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './assessments.module.css'

type Words = ReturnType<typeof useTranslation>['t']

function line(step: WhyStep, t: Words): string {
  switch (step.code) {
    case 'area':
    case 'sum':
      return t(`assessments:why.${step.code}`, {
        ...step,
        points: formatNumber(step.points),
        max: formatNumber(step.max),
      })
    case 'coefficient':
      return t('assessments:why.coefficient', {
        percent: step.percent,
        before: formatNumber(step.before),
        points: formatNumber(step.points),
      })
    case 'band':
      return step.degree === null
        ? t('assessments:why.bandBelow', { min: step.min, max: step.max })
        : t('assessments:why.band', { min: step.min, max: step.max, degree: step.degree })
    case 'hours':
      return t('assessments:why.hours', { hours: formatHoursText(step.minutes) })
    case 'extraHours':
      return t('assessments:why.extraHours', {
        text: step.text,
        hours: formatHoursText(step.minutes),
      })
    case 'cap':
      return t('assessments:why.cap', {
        hours: formatHoursText(step.minutes),
        before: formatHoursText(step.before),
      })
    case 'rule':
      return t('assessments:why.rule', {
        methodology: step.methodology,
        version: step.version,
        validFromDate: formatDate(step.validFromDate),
      })
  }
}

/** The computed steps: areas, sum, band, hours, and the rule with its version. */
export function WhySteps({ score }: { score: Score }) {
  const { t } = useTranslation()
  return (
    <ol className={classes.why}>
      {score.why.map((step, index) => (
        <li key={`${step.code}-${String(index)}`}>{line(step, t)}</li>
      ))}
    </ol>
  )
}
