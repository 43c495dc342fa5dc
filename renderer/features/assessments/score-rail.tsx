import type { Methodology } from '#domain/methodologies/schema.ts'
import { score, type Answer } from '#domain/methodologies/score.ts'
import { formatHoursText, formatNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { WhyPopover } from '#renderer/components/layers/why-popover.tsx'
import { WhySteps } from './why-steps.tsx'
import classes from './assessments.module.css'

/** Sum by area, total, degree, hours and their why: always in view beside the sheet. */
export function ScoreRail(props: {
  methodology: Methodology
  answers: readonly Answer[]
  /** Completed years on the day of the assessment. */
  age: number
}) {
  const { t } = useTranslation()
  const result = score(props.methodology, props.answers, props.age)
  if (!result.ok) return null
  const { score: given } = result
  const open = given.areas.reduce((sum, area) => sum + area.items - area.answered, 0)
  const hours = formatHoursText(given.minutesPerMonth)
  return (
    <aside className={classes.rail} aria-label={t('assessments:rail.title')}>
      <table>
        <tbody>
          {given.areas.map((area) => (
            <tr key={area.groupId}>
              <th scope="row">
                {area.letter}. {area.name}
              </th>
              <td>
                {t('assessments:rail.outOf', {
                  points: formatNumber(area.hundredths / 100),
                  max: formatNumber(area.maxHundredths / 100),
                })}
              </td>
            </tr>
          ))}
          <tr data-strong>
            <th scope="row">{t('assessments:rail.total')}</th>
            <td>
              {t('assessments:rail.outOf', {
                points: formatNumber(given.total),
                max: formatNumber(given.maxTotal),
              })}
            </td>
          </tr>
          <tr data-strong>
            <th scope="row">{t('assessments:rail.degree')}</th>
            <td>{given.degree ?? t('assessments:rail.below')}</td>
          </tr>
          <tr data-strong>
            <th scope="row">{t('assessments:rail.hours')}</th>
            <td>{hours}</td>
          </tr>
        </tbody>
      </table>
      <p className="o-small o-muted" role="status">
        {t('assessments:rail.unanswered', { count: open })}
      </p>
      <WhyPopover label={t('assessments:why.title', { hours })} main>
        <WhySteps score={given} />
      </WhyPopover>
    </aside>
  )
}
