import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import type { Problem } from '#domain/problems/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import classes from './plans.module.css'

/** What stands in the way (⊘) and what is only said; with a way to the place where it can be. */
export function ProblemList(props: {
  problems: readonly Problem[]
  notes?: readonly Problem[]
  /** Said when nothing stands in the way. */
  fine?: string
  onGo?: ((problem: Problem) => void) | undefined
}) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { onGo } = props
  if (props.problems.length === 0 && (props.notes ?? []).length === 0 && !props.fine) return null
  return (
    <ul className={classes.problems}>
      {props.problems.map((problem) => {
        const text = problemText(problem)
        return (
          <li key={`${problem.code}:${text}`} data-kind="block">
            <CircleAlert size={16} aria-label={t('plans:check.block')} />
            {onGo && problem.path ? (
              <button
                type="button"
                className="o-link-button"
                onClick={() => {
                  onGo(problem)
                }}
              >
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        )
      })}
      {(props.notes ?? []).map((note) => (
        <li key={note.code} data-kind="note">
          <Info size={16} aria-hidden />
          <span>{problemText(note)}</span>
        </li>
      ))}
      {props.problems.length === 0 && props.fine ? (
        <li data-kind="fine">
          <CircleCheck size={16} aria-hidden />
          <span>{props.fine}</span>
        </li>
      ) : null}
    </ul>
  )
}
