import { useFormContext } from 'react-hook-form'
import { hoursOfPlan } from '#domain/plans/rules.ts'
import type { PlanInput } from '#domain/plans/schema.ts'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import type { Measures } from './found.ts'
import { FitHours, HoursMeter } from './hours-meter.tsx'
import { planFields } from './plan-fields.ts'
import { rowValuesOf, weekRowOf, type PlanValues } from './plan-values.ts'
import { WeekCalendar } from './week-calendar.tsx'
import { WeekGrid } from './week-grid.tsx'
import classes from './plans.module.css'

/** The week with its hours beside what was granted. */
export function WeekPart(props: { measures: Measures; plan: PlanInput; complete: boolean }) {
  const { measures, plan, complete } = props
  const { setValue, getValues } = useFormContext<PlanValues>()
  const under = complete && hoursOfPlan(plan).max < measures.grantedMinutes
  return (
    <div className={classes.week}>
      <WeekGrid assigned={measures.assistants} />
      {complete ? (
        <>
          <div className={classes.weekSide}>
            <HoursMeter hours={hoursOfPlan(plan)} grantedMinutes={measures.grantedMinutes} main />
          </div>
          <FitHours
            rows={plan.rows}
            grantedMinutes={measures.grantedMinutes}
            from={plan.validFrom}
            to={plan.validTo}
            onTake={(rows) => {
              const unfinished = getValues('rows').filter((row) => weekRowOf(row) === undefined)
              setValue('rows', [...rows.map(rowValuesOf), ...unfinished], { shouldDirty: true })
            }}
          />
        </>
      ) : null}
      <WeekCalendar rows={plan.rows} dailyMaxMinutes={measures.dailyMaxMinutes} />
      {under && plan.rows.length > 0 ? <FieldRows of={planFields.sections.difference} /> : null}
    </div>
  )
}
