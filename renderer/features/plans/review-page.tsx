import { useQuery } from '@tanstack/react-query'
import { defaultReview } from '#domain/plans/begin.ts'
import { planPhrases } from '#domain/plans/phrases-data.ts'
import { planReviewSchema, reviewResults } from '#domain/plans/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Form } from '#renderer/components/form/form.tsx'
import { Row } from '#renderer/components/form/section.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { planAddress } from './addresses.ts'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import classes from './plans.module.css'

/** The review of a plan in force: a result for each goal, and the next one. */
export default function ReviewPage() {
  const { planId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const query = useQuery(
    orpc.plans.find.queryOptions({
      input: { id: planId },
      gcTime: 0,
      staleTime: Infinity,
      retry: false,
    }),
  )
  if (!query.data) return <RecordState error={query.error} />
  const plan = query.data
  const back = addressOf(routes.plan, planId)
  const title = t('plans:action.review')
  return (
    <>
      <PageHead
        title={title}
        windowTitle={`${title} – ${plan.person.initials}`}
        path={[
          { label: t('shell:groups.support') },
          { label: t('plans:title'), to: planAddress.list },
          { label: t('plans:heading'), to: back },
        ]}
        subtitle={<PersonLink person={plan.person} />}
      />
      <Form
        schema={planReviewSchema}
        title={title}
        draftKey={`planReview:${planId}`}
        defaults={{
          reviewedOn: today(),
          // Nothing is chosen: a result is always a person's own judgement.
          results: plan.input.goals.map(() => ({ result: null, note: '' })),
          note: '',
          nextReviewDate: defaultReview(today(), plan.input.validTo, plan.measures.reviewMonths),
        }}
        onSave={(review, { requestId }) =>
          client.plans.review({
            requestId,
            data: { id: plan.id, version: plan.version, review },
          })
        }
        onSaved={() => {
          goTo(back)
        }}
        onLeave={() => {
          goTo(back)
        }}
      >
        <DateField name="reviewedOn" label={t('plans:reviewedOn')} />
        {plan.input.goals.map((goal, index) => (
          <fieldset key={`${String(index)}-${goal.goal}`} className={classes.goal}>
            <legend>{t('plans:goal.number', { number: index + 1 })}</legend>
            <p lang="bg">{goal.goal}</p>
            <p className="o-small o-muted" lang="bg">
              {t('plans:goal.expectedResult')}: {goal.expectedResult}
            </p>
            <RadioField
              name={`results.${String(index)}.result`}
              label={t('plans:resultOf', { number: index + 1 })}
              choices={reviewResults.map((result) => ({
                value: result,
                label: t(`plans:reviewResult.${result}`),
              }))}
            />
            <TextField
              name={`results.${String(index)}.note`}
              label={t('plans:resultNote', { number: index + 1 })}
              optional
              passBy
              max={4000}
            />
          </fieldset>
        ))}
        <TextAreaField
          name="note"
          label={t('plans:reviewNote')}
          optional
          rows={2}
          phrases={planPhrases.reviewNotes}
        />
        <Row>
          <DateField name="nextReviewDate" label={t('plans:field.nextReviewDate')} />
        </Row>
      </Form>
    </>
  )
}
