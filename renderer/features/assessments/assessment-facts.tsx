import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  formatDate,
  formatHoursText,
  formatNumber,
  formatRegistryNumber,
} from '#domain/text/format.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { Facts, type Fact } from '#renderer/components/display/facts.tsx'
import { WhyPopover } from '#renderer/components/layers/why-popover.tsx'
import type { Found } from './found.ts'
import { AssessmentBadge } from './status-badge.tsx'
import { WhySteps } from './why-steps.tsx'
import classes from './assessments.module.css'

const date = (value: string | null) => (value === null ? null : formatDate(value))

/** Result, visit and people of an assessment, its versions below. */
export function AssessmentFacts({ found }: { found: Found }) {
  const { t } = useTranslation()
  const { score, input } = found
  const done = found.outcome === 'done'
  const hours = formatHoursText(found.computedMinutes ?? score?.minutesPerMonth ?? 0)
  const result: Fact[] =
    done && score
      ? [
          {
            label: t('assessments:field.total'),
            value: t('assessments:rail.outOf', {
              points: formatNumber(score.total),
              max: formatNumber(score.maxTotal),
            }),
          },
          {
            label: t('assessments:field.degree'),
            value: score.degree ?? t('assessments:rail.below'),
          },
          { label: t('assessments:field.computedMinutes'), value: hours },
          ...(found.grantedMinutes === null
            ? []
            : [
                {
                  label: t('assessments:field.grantedMinutes'),
                  value: <strong>{formatHoursText(found.grantedMinutes)}</strong>,
                  changed: found.grantedMinutes !== found.computedMinutes,
                },
              ]),
          ...(found.grantedReason === ''
            ? []
            : [{ label: t('assessments:field.grantedReason'), value: found.grantedReason }]),
        ]
      : []
  const others = found.versions.filter((version) => version.id !== found.id)
  return (
    <div className={classes['stack']}>
      <section aria-labelledby="assessment-result">
        <h2 id="assessment-result">{t('assessments:section.result')}</h2>
        <Facts
          facts={[
            {
              label: t('assessments:field.outcome'),
              value: t(`assessments:outcome.${found.outcome}`),
            },
            ...result,
          ]}
        />
        {done && score ? (
          <WhyPopover label={t('assessments:why.title', { hours })} main>
            <WhySteps score={score} />
          </WhyPopover>
        ) : null}
      </section>
      <section aria-labelledby="assessment-visit">
        <h2 id="assessment-visit">{t('assessments:section.visit')}</h2>
        <Facts
          facts={[
            { label: t('assessments:field.kind'), value: t(`assessments:kind.${found.kind}`) },
            ...(input.updateReason === null
              ? []
              : [
                  {
                    label: t('assessments:field.updateReason'),
                    value: [
                      t(`assessments:updateReason.${input.updateReason}`),
                      input.updateReasonText,
                    ]
                      .filter(Boolean)
                      .join(' – '),
                  },
                ]),
            { label: t('assessments:field.visitDate'), value: date(input.visitDate) },
            { label: t('assessments:field.visitPlace'), value: input.visitPlace },
            ...(input.visitAttempt > 1 || !done
              ? [{ label: t('assessments:field.visitAttempt'), value: input.visitAttempt }]
              : []),
            ...(done ? [] : [{ label: t('assessments:field.witness'), value: input.witness }]),
            ...(done
              ? [
                  {
                    label: t('assessments:field.assessmentDate'),
                    value: date(input.assessmentDate),
                  },
                ]
              : []),
            {
              label: t('assessments:field.methodology'),
              value: t('assessments:byMethodology', {
                name: found.methodology.name,
                version: found.methodology.version,
                date: formatDate(found.methodology.validFrom),
              }),
            },
            { label: t('assessments:field.preparedBy'), value: found.preparedBy },
            ...(found.approvedBy === null
              ? []
              : [
                  {
                    label: t('assessments:field.approvedBy'),
                    value: [found.approvedBy, date(found.approvalDate)].filter(Boolean).join(', '),
                  },
                ]),
          ]}
        />
      </section>
      {others.length === 0 ? null : (
        <section aria-labelledby="assessment-versions">
          <h2 id="assessment-versions">{t('assessments:section.versions')}</h2>
          <ul className={classes['plain']}>
            {others.map((version) => (
              <li key={version.id} className={classes['tabLine']}>
                <Link to={addressOf(routes.assessment, version.id)}>
                  {version.number === null
                    ? t('assessments:versionOf', { number: version.revision })
                    : formatRegistryNumber(version.number, version.assessmentDate)}
                </Link>
                <AssessmentBadge status={version.status} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
