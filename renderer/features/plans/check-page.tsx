import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { hoursOfPlan, planNotes } from '#domain/plans/rules.ts'
import { formatDate, formatPeriod } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { useRouteParams } from '#renderer/shell/use-route-params.ts'
import { Facts } from '#renderer/components/display/facts.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { PersonLink } from '#renderer/features/people/person-link.tsx'
import { useAction } from '#renderer/components/steps/use-action.ts'
import { planAddress } from './addresses.ts'
import { HoursMeter } from './hours-meter.tsx'
import { PlanPdf } from './plan-pdf.tsx'
import { ProblemList } from './problem-list.tsx'
import { RecordState } from '#renderer/components/display/record-state.tsx'
import { contextOf } from './found.ts'
import classes from './plans.module.css'

/** „Подготви за подпис“: what is open, the hours, and the paper as it will look. */
export default function CheckPage() {
  const { planId = '' } = useRouteParams()
  const { t } = useTranslation()
  const goTo = useGoTo()
  const [, setPart] = usePageState(`plans.part.${planId}`, 'goals')
  const action = useAction()
  const query = useQuery(
    orpc.plans.find.queryOptions({ input: { id: planId }, gcTime: 0, retry: false }),
  )
  if (!query.data) return <RecordState error={query.error} />
  const plan = query.data
  const back = addressOf(routes.plan, planId)
  const open = plan.status === 'draft'
  const prepare = async () => {
    const { id, version } = plan
    const done = await action.run('prepare', { id, version }, client.plans.prepare)
    if (done) goTo(back)
  }
  return (
    <>
      <PageHead
        title={t('plans:check.title')}
        windowTitle={`${t('plans:check.title')} – ${plan.person.initials}`}
        path={[
          { label: t('shell:groups.support') },
          { label: t('plans:title'), to: planAddress.list },
          { label: t('plans:heading'), to: back },
        ]}
        subtitle={<PersonLink person={plan.person} />}
        main={
          open && plan.problems.length === 0
            ? {
                label: t('plans:action.prepare'),
                run: () => void prepare(),
                chord: 'Ctrl+Enter',
                busy: action.busy,
              }
            : undefined
        }
        more={
          <Button
            variant="default"
            onClick={() => {
              goTo(back)
            }}
          >
            {t('plans:check.back')}
          </Button>
        }
      />
      <div className={classes.twoColumns}>
        <div className={classes.stack}>
          <div role="status">
            <ProblemList
              problems={[...action.problems, ...plan.problems]}
              notes={planNotes(plan.input, contextOf(plan.measures))}
              fine={t('plans:check.ready')}
              onGo={(problem) => {
                setPart(partOf(String(problem.path?.[0] ?? '')))
                goTo(back)
              }}
            />
          </div>
          <HoursMeter
            hours={hoursOfPlan(plan.input)}
            grantedMinutes={plan.measures.grantedMinutes}
            main
          />
          <Facts
            facts={[
              {
                label: t('plans:period'),
                value: formatPeriod(plan.input.validFrom, plan.input.validTo),
              },
              { label: t('plans:tab.goals'), value: plan.input.goals.length },
              {
                label: t('plans:field.nextReviewDate'),
                value: plan.input.nextReviewDate ? formatDate(plan.input.nextReviewDate) : null,
              },
              { label: t('plans:field.caseManager'), value: plan.input.caseManager },
            ]}
          />
          <p className="o-small o-muted">{t('plans:check.after')}</p>
        </div>
        <PlanPdf planId={plan.id} version={plan.version} paperId={null} />
      </div>
    </>
  )
}

/** In which part of the form a problem is put right. */
function partOf(field: string): string {
  if (field === 'goals' || field === 'areasWithoutGoal') return 'goals'
  return field === 'rows' ? 'week' : 'review'
}
