import { Check, Circle, CircleDot, CircleSlash, TimerOff, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { StatusBadge } from './status-badge.tsx'
import classes from './display.module.css'

export type StepState = 'notBegun' | 'incomplete' | 'waiting' | 'done' | 'over' | 'notNeeded'

export interface TaskStep {
  id: string
  title: string
  state: StepState
  /** Says what is missing: „чака подпис“. */
  note?: string
  /** What opens on Enter; without it the step is plain text. */
  open?: () => void
  current?: boolean
}

const look = {
  notBegun: { tone: 'calm', icon: Circle },
  incomplete: { tone: 'warn', icon: TriangleAlert },
  waiting: { tone: 'info', icon: CircleDot },
  done: { tone: 'ok', icon: Check },
  over: { tone: 'calm', icon: TimerOff },
  notNeeded: { tone: 'calm', icon: CircleSlash },
} as const

/** „Пътят“ of a dossier or the steps of a wizard: each step with its state in words. */
export function TaskPath({
  steps,
  label,
  across,
}: {
  steps: readonly TaskStep[]
  label: string
  across?: boolean
}): ReactNode {
  const { t } = useTranslation()
  return (
    <ol className={classes.path} aria-label={label} data-across={across ? '' : undefined}>
      {steps.map((step) => (
        <li key={step.id} aria-current={step.current ? 'step' : undefined}>
          {step.open ? (
            <button type="button" className="o-link-button" onClick={step.open}>
              {step.title}
            </button>
          ) : (
            <span>{step.title}</span>
          )}
          <StatusBadge {...look[step.state]} word={step.note ?? t(`common:step.${step.state}`)} />
        </li>
      ))}
    </ol>
  )
}
