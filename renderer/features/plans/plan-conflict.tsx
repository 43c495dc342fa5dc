import { formatClock } from '#domain/text/format.ts'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { ConflictField } from '#renderer/components/display/conflict-view.tsx'
import { conflictRows } from '#renderer/components/record/facts-of.tsx'
import { planFields } from './plan-fields.ts'
import type { RowValues } from './plan-values.ts'
import { weekdaysText } from './weekday-words.ts'
import classes from './plans.module.css'

/** The parts that are laid side by side when two saved the same plan. */
export function useConflictFields(): ConflictField[] {
  const { t } = useTranslation()
  const lines = (value: unknown, line: (one: never) => string) =>
    Array.isArray(value) && value.length > 0 ? (
      <ul className={classes.conflictLines}>
        {value.map((one, index) => (
          <li key={String(index)}>{line(one as never)}</li>
        ))}
      </ul>
    ) : (
      '–'
    )
  const field = (
    name: NameIn<'plans:field'>,
    show: NonNullable<ConflictField['show']>,
  ): ConflictField => ({
    name,
    label: t(`plans:field.${name}`),
    show,
  })
  const { period, difference, review } = planFields.sections
  return [
    ...conflictRows(t, period),
    field('goals', (value) => lines(value, (goal: { goal: string }) => goal.goal || '–')),
    field('areasWithoutGoal', (value) => lines(value, (area: { reason: string }) => area.reason)),
    field('rows', (value) =>
      lines(value, (row: RowValues) =>
        [weekdaysText(row.weekdays), timeOf(row), row.assistant].filter(Boolean).join(', '),
      ),
    ),
    ...conflictRows(t, difference),
    ...conflictRows(t, review),
  ]
}

const timeOf = ({ time }: RowValues) =>
  time ? `${formatClock(time.from)}–${formatClock(time.to)}` : ''
