import { useTranslation } from '#renderer/shell/use-translation.ts'
import { activityById } from '#domain/regimes/activities.ts'
import { formatPeriod } from '#domain/text/format.ts'
import { Facts } from '#renderer/components/display/facts.tsx'
import type { FoundPlan } from './found.ts'
import classes from './plans.module.css'

/** Goals of a plan as they are read, and the areas that have none. */
export function PlanGoals({ plan }: { plan: FoundPlan }) {
  const { t } = useTranslation()
  const area = (id: string | null) =>
    id === null
      ? t('plans:goal.ownWish')
      : (plan.measures.areas.find(({ groupId }) => groupId === id)?.name ?? id)
  return (
    <div className={classes.stack}>
      {plan.input.goals.map((goal, index) => (
        <section key={`${String(index)}-${goal.goal}`} className={classes.goal}>
          <h2 lang="bg">
            {index + 1}. {goal.goal}
          </h2>
          <Facts
            facts={[
              { label: t('plans:goal.kind'), value: t(`plans:goalKind.${goal.kind}`) },
              { label: t('plans:goal.areaId'), value: area(goal.areaId) },
              {
                label: t('plans:goal.activities'),
                value: (
                  <span lang="bg">
                    {goal.activities.map((id) => activityById(id)?.name ?? id).join(', ')}
                  </span>
                ),
              },
              {
                label: t('plans:goal.expectedResult'),
                value: <span lang="bg">{goal.expectedResult}</span>,
              },
              {
                label: t('plans:goal.responsible'),
                value: <span lang="bg">{goal.responsible}</span>,
              },
              {
                label: t('plans:goal.term'),
                value: formatPeriod(goal.startDate, goal.endDate),
              },
            ]}
          />
        </section>
      ))}
      {plan.input.areasWithoutGoal.length > 0 ? (
        <Facts
          facts={plan.input.areasWithoutGoal.map(({ areaId, reason }) => ({
            label: t('plans:areas.without', { area: area(areaId) }),
            value: <span lang="bg">{reason}</span>,
          }))}
        />
      ) : null}
    </div>
  )
}
