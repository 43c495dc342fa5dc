import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, useEffect, useId, type KeyboardEvent } from 'react'
import { changeOf } from '#domain/assessments/finish.ts'
import type { AssessmentAnswer } from '#domain/assessments/schema.ts'
import type { MethodologyItem } from '#domain/methodologies/schema.ts'
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

/** One row of the sheet: a digit answers and goes on, Space clears, Tab leads to the reason. */
export const ScoringRow = memo(function ScoringRow(props: ScoringRowProps) {
  const { item, index, answer, shared } = props
  const { t } = useTranslation()
  const tools = useFormTools()
  const id = useId()
  const name = `answers.${String(index)}.optionId`
  useEffect(() => {
    tools.setLabel(name, item.text)
  }, [tools, name, item.text])

  const change = changeOf(item, answer.optionId, props.previousOptionId)
  const changed = change === 'up' || change === 'down'
  const needed =
    answer.optionId !== null && (item.reason === 'always' || (props.changeNeedsReason && changed))
  const before = item.options.find((option) => option.id === props.previousOptionId)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
    const to = moves[event.code]
    if (digit !== undefined && !event.shiftKey) {
      event.preventDefault()
      const option = item.options[digit === '0' ? 9 : Number(digit) - 1]
      if (!option) return
      props.onChoose(index, option.id)
      props.onMove(index, 'next')
    } else if (event.code === 'Space' && answer.optionId !== null) {
      event.preventDefault()
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
      data-wrong={props.error ? '' : undefined}
      data-field-frame=""
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
        {item.options.map((option, place) => (
          <label key={option.id} className={classes.option}>
            <input
              type="radio"
              name={id}
              checked={answer.optionId === option.id}
              onChange={() => {
                props.onChoose(index, option.id)
              }}
              onKeyDown={onKeyDown}
            />
            <kbd className="o-key-hint" aria-hidden>
              {(place + 1) % 10}
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
