import type { Problem } from '#domain/problems/schema.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './employments.module.css'

/** What stands in the way, or is worth knowing; each of the form leads to its field. */
export function ProblemList({
  problems,
  title,
  warning = false,
  onField,
}: {
  problems: readonly Problem[]
  title: string
  /** Said, but nothing is stopped by it. */
  warning?: boolean
  onField?: (name: string) => void
}) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  if (problems.length === 0) return null
  return (
    <section
      className={classes.problems}
      data-warning={warning ? '' : undefined}
      aria-label={title}
    >
      <h2>{title}</h2>
      <ul>
        {problems.map((problem) => {
          const field = problem.path?.[0]
          return (
            <li key={`${problem.code}${String(field)}${String(problem.params?.['what'] ?? '')}`}>
              {problemText(problem)}{' '}
              {onField && typeof field === 'string' ? (
                <button
                  type="button"
                  className="o-link-button"
                  onClick={() => {
                    onField(field)
                  }}
                >
                  {t('employments:toField')}
                </button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
