import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, useEffect, useId, useState, type KeyboardEvent } from 'react'
import { changeOf } from '#domain/assessments/finish.ts'
import type { AssessmentAnswer } from '#domain/assessments/schema.ts'
import type { MethodologyItem } from '#domain/methodologies/schema.ts'
import { typedPoints } from '#domain/methodologies/typed-points.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useFormTools } from '#renderer/components/form/form-context.ts'
import { ReasonLine } from './reason-line.tsx'
import classes from './assessments.module.css'

export interface ScoringRowProps {
  item: MethodologyItem
  /** Place among the answers of the form. */
  index: number
  answer: AssessmentAnswer
  previousOptionId: string | null | undefined
  changeNeedsReason: boolean
  /** Texts of the options stand over the columns of the area. */
  shared: boolean
  phrases: readonly string[]
  reasonOpen: boolean
  error: string | undefined
  onChoose: (index: number, optionId: string | null) => void
  onReason: (index: number, reason: string) => void
  onOpenReason: (index: number | undefined) => void
  /** Moves among the rows: by one, or to the first row of a neighbouring area. */
  onMove: (index: number, to: 'next' | 'previous' | 'nextArea' | 'previousArea') => void
}

const moves: Record<string, 'next' | 'previous' | 'nextArea' | 'previousArea'> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'nextArea',
  PageUp: 'previousArea',
}

/** Points that were typed and answer nothing yet, or were refused. */
interface Typed {
  digits: string
  kind: 'more' | 'moreOrEnter' | 'none' | 'several'
}

/**
 * One row of the sheet: the points answer and go on, Space clears, Tab leads to the reason. Points
 * that no answer has are told and the row waits for Backspace: who types with the eyes on the paper
 * would otherwise fill every row after it with the figures of another.
 */
export const ScoringRow = memo(function ScoringRow(props: ScoringRowProps) {
  const { item, index, answer, shared } = props
  const { t } = useTranslation()
  const tools = useFormTools()
  const id = useId()
  const name = `answers.${String(index)}.optionId`
  const [typed, setTyped] = useState<Typed>()
  useEffect(() => {
    tools.setLabel(name, item.text)
  }, [tools, name, item.text])

  const change = changeOf(item, answer.optionId, props.previousOptionId)
  const changed = change === 'up' || change === 'down'
  const needed =
    answer.optionId !== null && (item.reason === 'always' || (props.changeNeedsReason && changed))
  const before = item.options.find((option) => option.id === props.previousOptionId)

  const refused = typed?.kind === 'none' || typed?.kind === 'several'
  const answerWith = (optionId: string) => {
    setTyped(undefined)
    props.onChoose(index, optionId)
    // A row that always asks why leads to its reason, until there is one.
    if (item.reason === 'always' && answer.reason === '') props.onOpenReason(index)
    else props.onMove(index, 'next')
  }
  const type = (digit: string) => {
    if (refused) return
    const digits = (typed?.digits ?? '') + digit
    const meant = typedPoints(item, digits)
    if (meant.kind === 'answer') answerWith(meant.option.id)
    else
      setTyped({ digits, kind: meant.kind === 'more' && meant.option ? 'moreOrEnter' : meant.kind })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
    const to = moves[event.code]
    if (digit !== undefined && !event.shiftKey) {
      event.preventDefault()
      type(digit)
    } else if (typed && event.code === 'Backspace') {
      event.preventDefault()
      setTyped(undefined)
    } else if (typed && (event.code === 'Enter' || event.code === 'NumpadEnter')) {
      // Not on with a row whose points were not taken.
      event.preventDefault()
      event.stopPropagation()
      const meant = typedPoints(item, typed.digits)
      if (meant.kind === 'more' && meant.option) answerWith(meant.option.id)
    } else if (event.code === 'Space' && (answer.optionId !== null || typed)) {
      event.preventDefault()
      setTyped(undefined)
      props.onChoose(index, null)
    } else if (to !== undefined && !event.shiftKey) {
      event.preventDefault()
      props.onMove(index, to)
    } else if (event.code === 'Tab' && !event.shiftKey) {
      // The line for the reason is drawn for the row that asks for it.
      event.preventDefault()
      props.onOpenReason(index)
    }
  }

  return (
    <div
      className={classes.item}
      data-shared={shared ? '' : undefined}
      data-changed={changed ? '' : undefined}
      data-wrong={props.error || refused ? '' : undefined}
      data-field-frame=""
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setTyped(undefined)
      }}
    >
      <div id={`${id}-text`} className={classes.itemText}>
        <span className={classes.itemNumber}>{index + 1}</span> {item.text}
      </div>
      <div
        role="radiogroup"
        className={classes.options}
        data-field={name}
        data-scoring-row={index}
        aria-labelledby={`${id}-text`}
        aria-describedby={[before ? `${id}-before` : '', props.error ? `${id}-error` : '']
          .filter(Boolean)
          .join(' ')}
        aria-invalid={props.error ? true : undefined}
      >
        {item.options.map((option) => (
          <label key={option.id} className={classes.option}>
            <input
              type="radio"
              name={id}
              checked={answer.optionId === option.id}
              onChange={() => {
                setTyped(undefined)
                props.onChoose(index, option.id)
              }}
              onKeyDown={onKeyDown}
            />
            <kbd className="o-key-hint" aria-hidden>
              {option.points}
            </kbd>
            <span className={classes.optionText}>{option.text}</span>
            <span className={classes.points}>
              {t('assessments:points', { count: option.points })}
            </span>
          </label>
        ))}
      </div>
      <div className={classes.before} id={`${id}-before`}>
        {before ? (
          <>
            <span className="o-hidden">{t('assessments:field.previous')} </span>
            <span title={before.text}>{before.points}</span>
            {change === 'up' || change === 'down' ? (
              <>
                {change === 'up' ? (
                  <ArrowUp size={15} aria-hidden />
                ) : (
                  <ArrowDown size={15} aria-hidden />
                )}
                <span className="o-hidden">{t(`assessments:change.${change}`)}</span>
              </>
            ) : null}
          </>
        ) : null}
      </div>
      <div role="alert" className={classes.rowError}>
        {typed ? t(`assessments:typed.${typed.kind}`, { points: typed.digits }) : null}
      </div>
      {props.error ? (
        <div id={`${id}-error`} className={classes.rowError}>
          {props.error}
        </div>
      ) : null}
      {needed || answer.reason !== '' || props.reasonOpen ? (
        <ReasonLine
          index={index}
          label={item.text}
          reason={answer.reason}
          needed={needed}
          phrases={props.phrases}
          takeFocus={props.reasonOpen}
          onReason={props.onReason}
          onLeave={() => {
            props.onOpenReason(undefined)
          }}
          onMove={props.onMove}
        />
      ) : null}
    </div>
  )
})
