import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { TaskPath, type TaskStep } from './task-path.tsx'
import classes from './display.module.css'

/** Steps as a visible list at the left, the current one beside it; finished ones can be reopened. */
export function Wizard({
  steps,
  title,
  children,
}: {
  steps: readonly TaskStep[]
  title: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  const at = steps.findIndex((step) => step.current)
  return (
    <div className={classes.wizard}>
      <nav aria-label={t('common:stepsLabel')}>
        <TaskPath steps={steps} label={t('common:stepsLabel')} />
      </nav>
      <section aria-label={steps[at]?.title ?? title}>
        <p className="o-small o-muted">
          {t('common:stepOf', { number: at + 1, total: steps.length })}
        </p>
        {children}
      </section>
    </div>
  )
}
