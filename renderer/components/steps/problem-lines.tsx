import { CircleAlert } from 'lucide-react'
import type { Problem } from '#domain/problems/schema.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import classes from './steps.module.css'

/** Why an action was refused, until the next try. */
export function ProblemLines({ problems }: { problems: readonly Problem[] }) {
  const problemText = useProblemText()
  return problems.map((problem) => (
    <p key={problem.code} className={classes.problem} role="alert">
      <CircleAlert size={18} aria-hidden />
      <span>{problemText(problem)}</span>
    </p>
  ))
}
