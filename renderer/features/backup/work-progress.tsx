import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Progress } from '#renderer/components/display/progress.tsx'
import type { WorkState } from './work.ts'
import classes from './backup.module.css'

/** The steps in words with the one that runs, and how far that one is. */
export function WorkProgress<Step extends string>(props: {
  state: Extract<WorkState<Step, never>, { kind: 'running' }>
  steps: readonly Step[]
  stepText: (step: Step) => string
  onStop?: () => void
}) {
  const { t } = useTranslation()
  const { state, steps } = props
  const at = state.step === undefined ? 0 : steps.indexOf(state.step)
  const label = steps[at] === undefined ? t('backup:working') : props.stepText(steps[at])
  return (
    <div role="status" aria-live="polite">
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li
            key={step}
            data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
            aria-current={index === at ? 'step' : undefined}
          >
            {props.stepText(step)}
          </li>
        ))}
      </ol>
      <Progress
        label={label}
        done={percent(state)}
        total={state.total === 0 ? undefined : 100}
        unit="%"
        startedAt={state.startedAt}
        onCancel={props.onStop}
      />
    </div>
  )
}

function percent({ done, total }: { done: number; total: number }): number {
  return total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100))
}
