import { useTranslation } from '#renderer/shell/use-translation.ts'
import { formatDate, formatPeriod, formatRegistryNumber } from '#domain/text/format.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { Facts } from '#renderer/components/display/facts.tsx'
import type { FoundPlan } from './found.ts'
import { PlanBadge } from './plan-badge.tsx'
import classes from './plans.module.css'

/** Term, signatures, the reviews that were made and the versions of a plan. */
export function PlanReview({ plan }: { plan: FoundPlan }) {
  const { t } = useTranslation()
  const goTo = useGoTo()
  const { input } = plan
  const text = (value: string) => (value === '' ? null : <span lang="bg">{value}</span>)
  const unlessHidden = (field: (typeof plan.hidden)[number], value: string) =>
    plan.hidden.includes(field) ? <span className="o-muted">{t('plans:hidden')}</span> : text(value)
  return (
    <div className={classes.stack}>
      <Facts
        facts={[
          { label: t('plans:period'), value: formatPeriod(input.validFrom, input.validTo) },
          {
            label: t('plans:field.nextReviewDate'),
            value: input.nextReviewDate ? formatDate(input.nextReviewDate) : null,
          },
          { label: t('plans:field.caseManager'), value: text(input.caseManager) },
          { label: t('plans:field.involvement'), value: text(input.involvement) },
          { label: t('plans:field.risks'), value: unlessHidden('risks', input.risks.join('; ')) },
          {
            label: t('plans:field.emergencyContactName'),
            value: text(
              [input.emergencyContactName, input.emergencyContactPhone].filter(Boolean).join(', '),
            ),
          },
          {
            label: t('plans:field.generalPractitioner'),
            value: unlessHidden('generalPractitioner', input.generalPractitioner),
          },
          {
            label: t('plans:assessment'),
            value: formatRegistryNumber(
              plan.measures.assessment.number ?? '',
              plan.measures.assessment.date,
            ),
          },
          { label: t('plans:preparedBy'), value: text(plan.preparedBy) },
          { label: t('plans:approvedBy'), value: text(plan.approvedBy ?? '') },
          { label: t('plans:signedOn'), value: plan.signedOn ? formatDate(plan.signedOn) : null },
        ]}
      />
      {plan.reviews.length > 0 ? <h2>{t('plans:reviews')}</h2> : null}
      {plan.reviews.map((review) => (
        <section key={review.id} className={classes.goal}>
          <h3>
            {t('plans:reviewOf', { date: formatDate(review.reviewedOn), name: review.writtenBy })}
          </h3>
          <Facts
            facts={[
              ...review.results.map(({ result, note }, index) => ({
                label: t('plans:goal.number', { number: index + 1 }),
                value: (
                  <>
                    {t(`plans:reviewResult.${result}`)}
                    {note ? <span lang="bg">: {note}</span> : null}
                  </>
                ),
              })),
              { label: t('plans:reviewNote'), value: text(review.note) },
            ]}
          />
        </section>
      ))}
      {plan.versions.length > 1 ? (
        <>
          <h2>{t('plans:versions')}</h2>
          <ul className={classes.plain}>
            {plan.versions.map((one) => (
              <li key={one.id} className={classes.line}>
                {one.id === plan.id ? (
                  <strong>{t('plans:version', { number: one.revision })}</strong>
                ) : (
                  <button
                    type="button"
                    className="o-link-button"
                    onClick={() => {
                      goTo(addressOf(routes.plan, one.id))
                    }}
                  >
                    {t('plans:version', { number: one.revision })}
                  </button>
                )}
                <span>{formatPeriod(one.validFrom, one.validTo)}</span>
                <PlanBadge status={one.status} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
