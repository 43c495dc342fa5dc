import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Problem } from '#domain/problems/schema.ts'
import type { TextKey } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import classes from './form.module.css'

export interface SummaryLine {
  /** Field to go to; undefined when the problem belongs to no field. */
  name: string | undefined
  problem: Problem
  label: string | undefined
}

/** What is no fault of the values has a heading of its own: there is nothing to put right. */
const headed = {
  officeUnreachable: 'errors:officeUnreachableTitle',
  diskFull: 'errors:diskFullTitle',
  internal: 'errors:internalTitle',
} as const satisfies Record<string, TextKey>

const isHeaded = (code: string): code is keyof typeof headed => Object.hasOwn(headed, code)

/** „Има 3 неща за поправяне“ with links in field order; takes the focus after each failed save. */
export function ErrorSummary(props: {
  lines: readonly SummaryLine[]
  /** Rises with each failed save. */
  round: number
  onGo: (name: string) => void
  onRetry: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const box = useRef<HTMLDivElement>(null)
  const focused = useRef(0)
  const any = props.lines.length > 0
  useEffect(() => {
    // The errors of a first failure may come a moment after its round.
    if (props.round === 0 || !any || focused.current === props.round) return
    focused.current = props.round
    box.current?.focus()
  }, [props.round, any])
  const [first] = props.lines
  if (!first) return null
  return (
    <div
      ref={box}
      className={classes.summary}
      tabIndex={-1}
      role="alert"
      data-tone="bad"
      aria-labelledby="form-summary"
    >
      <h2 id="form-summary" className={classes.summaryTitle}>
        <CircleAlert size={18} aria-hidden />{' '}
        {isHeaded(first.problem.code)
          ? t(headed[first.problem.code])
          : t('errors:toFix', { count: props.lines.length })}
      </h2>
      <ul className={classes.summaryList}>
        {props.lines.map(({ name, problem, label }) => {
          const text = problemText(problem, label)
          return (
            <li key={`${name ?? ''}:${problem.code}:${text}`}>
              {name === undefined ? (
                text
              ) : (
                <a
                  href={`#${name}`}
                  onClick={(event) => {
                    // The address carries the route: a link inside the page must not change it.
                    event.preventDefault()
                    props.onGo(name)
                  }}
                >
                  {text}
                </a>
              )}
            </li>
          )
        })}
      </ul>
      {props.onRetry ? (
        <button type="button" className="o-link-button" onClick={props.onRetry}>
          {t('common:retry')}
        </button>
      ) : null}
    </div>
  )
}
