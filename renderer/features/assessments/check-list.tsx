import { CircleAlert, CircleCheck } from 'lucide-react'
import type { Methodology } from '#domain/methodologies/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { fieldOf } from './sheet-values.ts'
import classes from './assessments.module.css'

/** „Проверка“: everything that is still open, each line leads to its field. */
export function CheckList(props: {
  problems: readonly Problem[]
  methodology: Methodology
  notCarriedOut: boolean
  onGo: (field: string) => void
}) {
  const { problems, methodology } = props
  const { t } = useTranslation()
  const problemText = useProblemText()
  // Many empty rows are one thing to do: the first of them leads into the sheet.
  const rows = problems.filter(({ code }) => code === 'answerMissing')
  const lines =
    rows.length > 3
      ? problems.filter((problem) => problem.code !== 'answerMissing' || problem === rows[0])
      : problems
  const textOf = (problem: Problem) =>
    problem === rows[0] && rows.length > 3
      ? t('assessments:check.rows', { count: rows.length })
      : problemText(problem)
  return (
    <section
      className={classes.check}
      data-tone={problems.length === 0 ? 'ok' : 'warn'}
      aria-labelledby="assessment-check"
    >
      <h2 id="assessment-check">
        {problems.length === 0 ? (
          <CircleCheck size={18} aria-hidden />
        ) : (
          <CircleAlert size={18} aria-hidden />
        )}
        {problems.length === 0
          ? t(props.notCarriedOut ? 'assessments:check.closable' : 'assessments:check.complete')
          : t('assessments:check.open', { count: lines.length })}
      </h2>
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((problem) => (
            <li key={`${problem.code}/${(problem.path ?? []).join('.')}`}>
              <button
                type="button"
                className="o-link-button"
                onClick={() => {
                  props.onGo(fieldOf(problem, methodology))
                }}
              >
                {textOf(problem)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
